import type { Seller } from '../../domain/invoice/invoiceDocument.js';

/** Who sells in the sandbox, so that a newcomer's invoice has a head. Nobody real. */
export const DEMONSTRATION_SELLER: Seller = {
  name: 'Prăvălia Demonstrativă SRL',
  fiscalCode: 'RO12345674',
  registration: 'J40/1234/2020',
  address: 'Strada Exemplului nr. 7',
  city: 'București',
  county: 'București',
  postcode: '010101',
  country: 'RO',
  iban: 'RO49AAAA1B31007593840000',
  contact: 'Ioana Țărănescu',
  phone: '0700000000',
};

/** Whether this is the invented seller, even where a person filled in another contact. */
export const isDemonstrationSeller = ({ name, fiscalCode }: Pick<Seller, 'name' | 'fiscalCode'>): boolean =>
  name === DEMONSTRATION_SELLER.name && fiscalCode === DEMONSTRATION_SELLER.fiscalCode;
