import { checkDigit } from './generateOffers.js';

/** A product of the catalogue that other sellers offer, whatever our two accounts do. */
export interface ForeignProduct {
  ean: string;
  partNumberKey: string;
  name: string;
  brand: string;
  categoryId: number;
  category: string;
}

/** Categories in which neither account may sell (`is_allowed` 0). */
export const closedCategories: readonly { id: number; name: string }[] = [
  { id: 9010, name: 'Medicamente fără rețetă' },
  { id: 9020, name: 'Arme și muniție' },
];

const withCheckDigit = (digits: string): string => `${digits}${checkDigit(digits)}`;

/** One product for each thing that a look-up can meet; docs/sandbox.md lists their codes. */
export const demonstrationCatalogue: readonly ForeignProduct[] = [
  {
    ean: withCheckDigit('594990000001'),
    partNumberKey: 'DFRN01BBM',
    name: 'Lanternă frontală Aurora 350 lm, reîncărcabilă',
    brand: 'Aurora Outdoor',
    categoryId: 3901,
    category: 'Rucsacuri drumeție',
  },
  {
    ean: withCheckDigit('594990000002'),
    partNumberKey: 'DFRN02BBM',
    name: 'Termos inox Carpați 750 ml, verde',
    brand: 'Carpați',
    categoryId: 7044,
    category: 'Vase de gătit',
  },
  {
    ean: withCheckDigit('594990000002'),
    partNumberKey: 'DFRN03BBM',
    name: 'Termos Carpati 0.75 L inox culoare verde',
    brand: 'Carpați',
    categoryId: 7044,
    category: 'Vase de gătit',
  },
  {
    ean: withCheckDigit('594990000003'),
    partNumberKey: 'DFRN04BBM',
    name: 'Sirop de tuse cu pătlagină 150 ml',
    brand: 'Plafar Codru',
    categoryId: 9010,
    category: 'Medicamente fără rețetă',
  },
];
