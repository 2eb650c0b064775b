import { toNaive } from '../bucharestTime.js';
import { ranges } from '../data/catalogue.js';
import { closedCategories } from '../data/foreignCatalogue.js';
import { localities, localityById, type Locality } from '../data/places.js';
import { sellers } from '../data/sellers.js';
import { refusal, success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { countResults, instantOf, intOf, pageOf, slice, textOf } from '../http/fieldReaders.js';

/** `vat/read`: the rates since 1 August 2025 (reference §9.2, §22.2). */
export const readVat = (): Answer =>
  success([
    { vat_id: 1, vat_rate: 0.21, is_default: 1 },
    { vat_id: 7, vat_rate: 0.11, is_default: 0 },
    { vat_id: 4, vat_rate: 0, is_default: 0 },
  ]);

export const handlingTimes = [0, 1, 2, 3, 6, 9, 30, 60, 90];
export const readHandlingTimes = (): Answer => success(handlingTimes.map((id) => ({ id })));

export const readCouriers = (call: Call): Answer =>
  success(
    call.account.couriers.map((courier) => ({
      account_id: courier.id,
      account_display_name: courier.name,
      courier_account_type: courier.type,
      courier_name: courier.courier,
      courier_account_properties: courier.properties,
      created: '2024-05-02 10:00:00',
      status: courier.active,
      pickup_country_code: 'RO',
    })),
  );

export const readAddresses = (call: Call): Answer => {
  const { addresses } = sellers[call.account.key === 'fbe' ? 'fbe' : 'main'];
  return success(
    slice(addresses, pageOf(call.filters)).map((address) => {
      const locality = localityById.get(address.localityId);
      return {
        address_id: address.id,
        country_id: 1,
        country_code: 'RO',
        address_type_id: address.type,
        locality_id: address.localityId,
        suburb: locality?.county ?? '',
        city: locality?.name ?? '',
        address: address.street,
        zipcode: address.postcode,
        quarter: '',
        floor: '',
        is_default: address.isDefault,
      };
    }),
  );
};

const latin = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
const localitiesChanged = Date.UTC(2025, 1, 11, 7, 30);

const localityView = (locality: Locality): Record<string, unknown> => ({
  emag_id: locality.id,
  name: locality.name,
  name_latin: latin(locality.name),
  region1: '',
  region1_latin: '',
  region2: locality.county,
  region2_latin: latin(locality.county),
  region3: locality.name,
  region3_latin: latin(locality.name),
  region4: '',
  region4_latin: '',
  geoid: 50_957 + locality.id,
  modified: toNaive(localitiesChanged),
  zipcode: locality.postcode,
  country_code: 'RO',
  iso2: `RO-${locality.code}`,
});

const findLocalities = ({ filters }: Call): Locality[] => {
  const id = intOf(filters['emag_id']);
  const [name, county] = [textOf(filters['name']), textOf(filters['region2'])];
  const country = textOf(filters['country_code']) ?? 'RO';
  const since = instantOf(filters['modified']);
  const isSame = (a: string, b: string) => latin(a).toLowerCase() === latin(b).toLowerCase();
  if (country !== 'RO' || (since !== undefined && since >= localitiesChanged)) return [];
  return localities.filter(
    (locality) =>
      (id === undefined || locality.id === id) &&
      (name === undefined || isSame(locality.name, name)) &&
      (county === undefined || isSame(locality.county, county)),
  );
};

export const readLocalities = (call: Call): Answer =>
  success(slice(findLocalities(call), pageOf(call.filters)).map(localityView));
export const countLocalities = (call: Call): Answer =>
  success(countResults(findLocalities(call).length, pageOf(call.filters)));

const colours = ['Alb', 'Albastru', 'Bej', 'Gri', 'Mov', 'Negru', 'Roșu', 'Verde'];

const characteristic = (id: number, name: string, typeId: number, isMandatory: 0 | 1, order: number) => ({
  id,
  name,
  type_id: typeId,
  display_order: order,
  is_mandatory: isMandatory,
  is_filter: 1,
  allow_new_value: isMandatory === 1 ? 0 : 1,
});

/** Every category: those that the accounts sell in, and those that are closed to them. */
const categories = [
  ...ranges.map((range) => ({
    id: range.categoryId,
    name: range.category,
    isAllowed: 1,
    isEanMandatory: range.vat === 'books' ? 0 : 1,
    isWarrantyMandatory: range.warranty > 0 ? 1 : 0,
  })),
  ...closedCategories.map(({ id, name }) => ({
    id,
    name,
    isAllowed: 0,
    isEanMandatory: 1,
    isWarrantyMandatory: 0,
  })),
];

/** `category/read`: values of characteristics come only with a single category (§9.1). */
export const readCategories = (call: Call): Answer => {
  const id = intOf(call.filters['id']);
  const found = id === undefined ? categories : categories.filter((category) => category.id === id);
  if (id !== undefined && found.length === 0) return refusal(`Category not found: ${id}`);
  const values = slice(colours, {
    page: intOf(call.filters['valuesCurrentPage']) ?? 1,
    size: Math.min(intOf(call.filters['valuesPerPage']) ?? 256, 256),
  });
  // The imitation knows one translation: it marks what is not in the platform's own language.
  const language = call.query.get('language') ?? 'ro';
  const rows = found.map((category) => ({
    id: category.id,
    name: language === 'ro' ? category.name : `[${language}] ${category.name}`,
    parent_id: Math.floor(category.id / 10),
    is_allowed: category.isAllowed,
    is_ean_mandatory: category.isEanMandatory,
    is_warranty_mandatory: category.isWarrantyMandatory,
    characteristics: [
      { ...characteristic(5401, 'Culoare', 11, 1, 1), ...(id === undefined ? {} : { values }), tags: [] },
      {
        ...characteristic(6506, 'Mărime', 60, 0, 2),
        ...(id === undefined ? {} : { values: ['S INTL', 'M INTL', 'L INTL'] }),
        tags: ['original', 'converted'],
      },
    ],
    family_types: [
      {
        id: 212,
        name: 'Culoare',
        characteristics: [
          { characteristic_id: 5401, characteristic_family_type_id: 1, is_foldable: 1, display_order: 1 },
        ],
      },
    ],
  }));
  return success(slice(rows, pageOf(call.filters)));
};
export const countCategories = (call: Call): Answer => success(countResults(categories.length, pageOf(call.filters)));

/** `message/*`: listed by the platform and never described (§20). */
export const readMessages = (): Answer => success([]);
export const countMessages = (call: Call): Answer => success(countResults(0, pageOf(call.filters)));
export const saveMessages = (): Answer => refusal('Messages are not available');
