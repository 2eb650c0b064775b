import { describe, expect, it } from '@jest/globals';
import { readCatalogue } from '../../src/infrastructure/emag/catalogueReader.js';
import { readCategory, readCategoryDetails } from '../../src/infrastructure/emag/categoryReader.js';
import { encodeRequest } from '../../src/infrastructure/emag/routes.js';

/** The sample of reference §13.1. */
const sample = {
  ean: '5941234567899',
  part_number_key: 'D1X2Y3BBM',
  product_name: 'Rucsac drumetie Demo RDX 40 L',
  brand_name: 'Demo Outdoor',
  category_name: 'Rucsacuri drumetie',
  doc_category_id: 3901,
  site_url: 'http://emag.ro/product_details/pd/D1X2Y3BBM',
  allowed_to_add_offer: true,
  vendor_has_offer: false,
  hotness: 'COLD',
  product_image: 'https://img.emag.example/p/1.png?width=150&height=150',
};

const product = {
  ean: '5941234567899',
  partNumberKey: 'D1X2Y3BBM',
  name: 'Rucsac drumetie Demo RDX 40 L',
  brand: 'Demo Outdoor',
  categoryId: '3901',
  categoryName: 'Rucsacuri drumetie',
  url: 'http://emag.ro/product_details/pd/D1X2Y3BBM',
  imageUrl: 'https://img.emag.example/p/1.png?width=150&height=150',
  isOfferAllowed: true,
  hasOffer: false,
  hotness: 'COLD',
};

const key = '05941234567899';

describe('reading a look-up by EAN', () => {
  it.each([
    ['the documented sample', { '5941234567899': { products: [sample] }, '5941234567882': { products: [] } }],
    ['products as an object', { '5941234567899': { products: { 0: sample } } }],
    ['a list under the EAN', { '5941234567899': [sample] }],
    ['a flat list', [sample]],
    ['a list of groups', [{ ean: '5941234567899', products: [sample] }]],
    ['the EAN written with 14 digits', { '05941234567899': { products: [sample] } }],
  ])('understands %s', (_what, results) => expect([...(readCatalogue(results) ?? [])]).toEqual([[key, [product]]]));

  it('takes the names of the table and other kinds of truth', () => {
    const { ean, allowed_to_add_offer: _allowed, ...rest } = sample;
    const row = { ...rest, eans: ean, allow_to_add_offer: '1', vendor_has_offer: 1, doc_category_id: '3901' };
    expect(readCatalogue({ [ean]: { products: [row] } })?.get(key)).toEqual([{ ...product, hasOffer: true }]);
  });

  it('promises nothing that was not said', () => {
    const bare = { part_number_key: 'DX', product_name: 'Ceva &amp; altceva', hotness: null, site_url: null };
    expect(
      readCatalogue({ '5941234567899': { products: [bare, null, 'x', { product_name: 'fără cheie' }] } })?.get(key),
    ).toEqual([
      {
        ean: '5941234567899',
        partNumberKey: 'DX',
        name: 'Ceva & altceva',
        brand: null,
        categoryId: null,
        categoryName: null,
        url: null,
        imageUrl: null,
        isOfferAllowed: false,
        hasOffer: false,
        hotness: null,
      },
    ]);
  });

  it('shows a product once', () =>
    expect(readCatalogue({ '5941234567899': { products: [sample, sample] } })?.get(key)).toHaveLength(1));

  it('knows nothing of an empty answer', () => expect(readCatalogue([])?.size).toBe(0));

  it.each([[null], ['none'], [17], [undefined]])('does not take %j for "there is none"', (results) =>
    expect(readCatalogue(results)).toBeNull(),
  );

  it('asks with a repeated key', () =>
    expect(encodeRequest('query', { 'eans[]': ['5941234567899', '96385074'] }).query).toBe(
      '?eans%5B%5D=5941234567899&eans%5B%5D=96385074',
    ));
});

describe('reading a category', () => {
  const row = { id: '3901', name: 'Rucsacuri &icirc;n tren', parent_id: 0, is_allowed: '1', is_ean_mandatory: true };

  it('takes strings and booleans', () =>
    expect(readCategory(row)).toEqual({
      categoryId: '3901',
      name: 'Rucsacuri în tren',
      parentId: null,
      isAllowed: true,
      isEanMandatory: true,
      isWarrantyMandatory: false,
    }));

  it('cannot do without a name', () => expect(() => readCategory({ id: 1, name: '' })).toThrow('name cannot be read'));

  it('takes values that are strings or objects', () => {
    const characteristic = { id: 5401, name: 'Culoare', type_id: '11', is_mandatory: 1, tags: ['original'] };
    const details = readCategoryDetails({
      ...row,
      characteristics: [{ ...characteristic, values: ['Negru', { id: 2, value: 'Verde' }] }, { name: 'fără id' }],
      family_types: [{ id: 212, name: 'Culoare', characteristics: [{ characteristic_id: 5401 }] }],
    });
    expect(details.characteristics).toEqual([
      {
        characteristicId: '5401',
        name: 'Culoare',
        type: 11,
        displayOrder: null,
        isMandatory: true,
        isFilter: false,
        allowsNewValues: false,
        values: ['Negru', 'Verde'],
        tags: ['original'],
      },
    ]);
    expect(details.familyTypes).toEqual([{ familyTypeId: '212', name: 'Culoare', characteristicIds: ['5401'] }]);
  });
});
