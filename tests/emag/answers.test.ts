import { describe, expect, it } from '@jest/globals';
import { readAwbAnswer, readAwbReading, readZpl } from '../../src/infrastructure/emag/awbReader.js';
import { messagesOf, retryAfterMs } from '../../src/infrastructure/emag/envelope.js';
import { readOffer } from '../../src/infrastructure/emag/offerReader.js';
import {
  localityIn,
  readAddresses,
  readCount,
  readCouriers,
  readVatRates,
} from '../../src/infrastructure/emag/referenceReader.js';

describe('the answer of awb/save', () => {
  const parcel = { emag_id: 88776655, awb_number: '4EMGDEMO001', awb_barcode: '4EMGDEMO001001' };
  const live = { reservation_id: 61234567, courier_id: 2, courier_name: 'Sameday', awb: [parcel] };
  const issued = {
    awbNumber: '4EMGDEMO001',
    reservationId: '61234567',
    parcels: [{ emagId: '88776655', barcode: '4EMGDEMO001001' }],
    courierAccountId: '30011',
    courierName: 'Sameday',
  };

  it.each<[string, unknown, object]>([
    ['an object, as live', live, {}],
    ['a list', [live], {}],
    ['deeper', { data: { result: [live] } }, {}],
    ['an old barcode', { ...live, awb: [{ ...parcel, awb_barcode: undefined, barcode: '4EMGDEMO001001' }] }, {}],
    ['numbers as strings', { ...live, reservation_id: '61234567', awb: [{ ...parcel, emag_id: '88776655' }] }, {}],
    [
      'ids at the root',
      { emag_id: 88776655, reservation_id: 61234567, awb_number: '4EMGDEMO001' },
      { parcels: [{ emagId: '88776655', barcode: '4EMGDEMO001' }], courierName: null },
    ],
    ['its own courier account', { ...live, courier: { courier_account_id: 30012 } }, { courierAccountId: '30012' }],
    ['no number', { reservation_id: 61234567 }, { awbNumber: null, parcels: [], courierName: null }],
    ['nothing', [], { awbNumber: null, reservationId: null, parcels: [], courierName: null }],
  ])('is found as %s', (_name, results, changes) => {
    expect(readAwbAnswer(results, '30011')).toEqual({ ...issued, ...changes });
  });
});

describe('the answer of awb/read', () => {
  const status = { code: 'DLV', name: 'Delivered', description: 'AWB delivered' };
  const live = {
    emag_id: 88776650,
    order_id: 412345678,
    type: 3,
    weight: 2,
    awb: [{ emag_id: 88776655, awb_number: '4EMGDEMO001', awb_barcode: '4EMGDEMO001001' }],
    status,
    courier: { courier_account_id: 30011, courier_name: 'SAMEDAY' },
  };

  it.each<[string, unknown, unknown]>([
    ['an object', live, { awbNumber: '4EMGDEMO001', status }],
    [
      'a list with a list of statuses',
      [{ ...live, status: [{ code: 'REG', name: 'x', description: '' }, status] }],
      { awbNumber: '4EMGDEMO001', status },
    ],
    ['an AWB without status', { ...live, status: [] }, { awbNumber: '4EMGDEMO001', status: null }],
    ['no AWB', [], null],
  ])('is %s', (_name, results, expected) => expect(readAwbReading(results)).toEqual(expected));

  it('holds ZPL under keys that nobody explains', () => {
    const results = { deliveries: { 20: { awbs: { content: ['XlhBCl5GTzUwLDUwXkZEREVNT15GUwpeWFo='] } } } };
    expect(readZpl(results).toString()).toBe('^XA\n^FO50,50^FDDEMO^FS\n^XZ');
  });
});

describe('messages', () => {
  it.each<[unknown, string[]]>([
    [
      ['one', 'two'],
      ['one', 'two'],
    ],
    [
      [{ message: 'one' }, { text: 'two' }, { field: 'stock', message: 'three' }],
      ['one', 'two', 'stock: three'],
    ],
    ['one', ['one']],
    [{ 0: 'one' }, ['one']],
    [[], []],
    [null, []],
    ['Comand&#259; &amp; co', ['Comandă & co']],
  ])('%p are %p', (messages, expected) => expect(messagesOf(messages)).toEqual(expected));
});

describe('Retry-After', () => {
  const now = Date.parse('2025-11-24T10:00:00Z');
  it.each<[string | undefined, number | null]>([
    ['7', 7_000],
    ['Mon, 24 Nov 2025 10:00:30 GMT', 30_000],
    ['3600', 60_000],
    ['Mon, 24 Nov 2025 09:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    [undefined, null],
  ])('%p is %p', (header, expected) => expect(retryAfterMs(header, now)).toBe(expected));
});

describe('reference data', () => {
  it.each<[unknown, object | null]>([
    [
      { noOfItems: '1287', noOfPages: '13', itemsPerPage: '100' },
      { items: 1287, pages: 13 },
    ],
    [
      { noOfItems: 1287, noOfPages: 13 },
      { items: 1287, pages: 13 },
    ],
    [{ count: 250 }, { items: 250, pages: 3 }],
    [[{ total: '0' }], { items: 0, pages: 0 }],
    [{}, null],
    [null, null],
  ])('a count %p is %p', (results, expected) => expect(readCount(results, 100)).toEqual(expected));

  it('VAT rates are fractions, whatever they were', () => {
    const rows = [
      { vat_id: 1, vat_rate: 0.21, is_default: 1 },
      { vat_id: '7', vat_rate: '11' },
      { vat_id: 4, vat_rate: 0 },
      { vat_id: 5, vat_rate: 'x' },
    ];
    expect([...readVatRates(rows)]).toEqual([
      ['1', '0.21'],
      ['7', '0.11'],
      ['4', '0.00'],
    ]);
  });

  it('couriers of the reference', () => {
    const row = {
      account_id: 30011,
      account_display_name: 'Sameday demo',
      courier_account_type: 3,
      courier_name: 'Sameday',
      currier_account_properties: [0, 2],
      created: '2024-05-02 10:00:00',
      status: 1,
      pickup_country_code: 'RO',
    };
    expect(readCouriers([row])).toEqual([
      {
        accountId: '30011',
        displayName: 'Sameday demo',
        courierName: 'Sameday',
        type: 3,
        properties: [0, 2],
        isActive: true,
        pickupCountry: 'RO',
        createdAt: '2024-05-02T07:00:00.000Z',
      },
    ]);
  });

  it('the one locality of a name, by county where several have it', () => {
    const row = { emag_id: '4027', name: 'Cluj-Napoca', name_latin: 'Cluj-Napoca', region2: 'Cluj' };
    const valea = (emag_id: number, region2: string) => ({
      emag_id,
      name: 'Valea Mare',
      region2,
      region2_latin: region2,
    });
    const twins = [valea(1, 'Gorj'), valea(2, 'Bistrița-Năsăud')];
    expect(localityIn([row], { city: 'cluj napoca', county: '' })).toBe('4027');
    expect(localityIn(twins, { city: 'Valea Mare', county: 'Bistrita Nasaud' })).toBe('2');
    expect(localityIn(twins, { city: 'Valea Mare', county: '' })).toBeNull();
    expect(localityIn([row, ...twins], { city: 'Cluj', county: 'Cluj' })).toBeNull();
  });

  it('addresses of the reference', () => {
    const row = {
      address_id: '700112',
      country_code: 'RO',
      address_type_id: 2,
      locality_id: 4027,
      suburb: 'Cluj',
      city: 'Cluj-Napoca',
      address: 'Str. Exemplului nr. 7',
      zipcode: '400001',
      is_default: true,
    };
    expect(readAddresses([row, { ...row, address_id: '' }])).toEqual([
      {
        addressId: '700112',
        kind: 2,
        country: 'RO',
        county: 'Cluj',
        city: 'Cluj-Napoca',
        localityId: '4027',
        street: 'Str. Exemplului nr. 7',
        postcode: '400001',
        isDefault: true,
      },
    ]);
  });
});

describe('an offer', () => {
  /** Reference §12.3. */
  const row = {
    id: 501234,
    part_number_key: 'D1X2Y3BBM',
    part_number: 'RDX-40-BLU',
    brand: 'Demo Outdoor',
    brand_name: 'Demo Outdoor',
    name: 'Rucsac drumetie Demo RDX 40 L, albastru',
    category_id: 3901,
    vendor_category_id: null,
    ownership: true,
    number_of_offers: 2,
    buy_button_rank: 1,
    best_offer_sale_price: '148.7603',
    best_offer_recommended_price: '165.2893',
    sale_price: '148.7603',
    recommended_price: '165.2893',
    min_sale_price: '120.0000',
    max_sale_price: '220.0000',
    currency: 'RON',
    vat_id: 1,
    warranty: 24,
    ean: ['5941234567899'],
    general_stock: 12,
    estimated_stock: 11,
    stock: [{ warehouse_id: 1, value: 12 }],
    handling_time: [{ warehouse_id: 1, value: 1 }],
    status: 1,
    family: null,
    url: '',
    images: [{ url: 'https://img.shop.example/501234-1.jpg', display_type: 1 }],
    characteristics: [{ id: 5401, value: 'Albastru' }],
    attachments: [],
    doc_errors: null,
    validation_status: [{ value: 9, description: 'Approved documentation', errors: [] }],
    translation_validation_status: [{ value: 9, description: 'Approved documentation', errors: [] }],
    offer_validation_status: { value: 1, description: 'Saleable' },
    genius_eligibility: 1,
    genius_eligibility_type: 1,
    genius_computed: 1,
    manufacturer: true,
    eu_representative: false,
  };
  const read = (changes: object = {}) =>
    readOffer({ ...row, ...changes }, { currency: 'RON', vatRates: new Map([['1', '0.21']]) });

  it('of the reference is told in our words', () => {
    expect(read()).toEqual({
      offerId: '501234',
      facts: {
        name: 'Rucsac drumetie Demo RDX 40 L, albastru',
        sku: 'RDX-40-BLU',
        pnk: 'D1X2Y3BBM',
        brand: 'Demo Outdoor',
        categoryId: '3901',
        categoryName: null,
        eans: ['5941234567899'],
        status: 'active',
        priceNet: '148.7603',
        minPriceNet: '120.0000',
        maxPriceNet: '220.0000',
        recommendedPriceNet: '165.2893',
        bestOfferPriceNet: '148.7603',
        currency: 'RON',
        vatId: '1',
        vatRate: '0.21',
        stock: 12,
        availableStock: 11,
        handlingDays: 1,
        warrantyMonths: 24,
        buyButtonRank: 1,
        numberOfOffers: 2,
        validationStatus: { value: 9, text: 'Approved documentation' },
        offerValidationStatus: { value: 1, text: 'Saleable' },
        isSaleable: true,
        imageUrl: 'https://img.shop.example/501234-1.jpg',
        url: null,
        ownership: 'eligible',
        extra: { genius_eligibility: 1, genius_eligibility_type: 1, genius_computed: 1 },
      },
    });
  });

  it.each<[string, object, object]>([
    ['no stock', { general_stock: 0 }, { stock: 0, isSaleable: false }],
    ['end of life', { status: '2' }, { status: 'end_of_life', isSaleable: false }],
    [
      'a price that was not approved',
      { offer_validation_status: [{ value: 2, Description: 'Invalid price' }] },
      { offerValidationStatus: { value: 2, text: 'Invalid price' }, isSaleable: false },
    ],
    ['documentation under way', { validation_status: [{ value: 4 }] }, { isSaleable: false }],
    ['an EAN conflict under way', { validation_status: { value: 3 } }, { isSaleable: true }],
    ['a translation in progress', { translation_validation_status: [{ value: 15 }] }, { isSaleable: false }],
    ['a partial translation', { translation_validation_status: [{ value: 17 }] }, { isSaleable: true }],
    ['a VAT id that the table lost', { vat_id: 9 }, { vatId: '9', vatRate: null }],
    ['stock as a number', { general_stock: null, stock: 4, estimated_stock: null }, { stock: 4, availableStock: 4 }],
    ['no recommended price', { recommended_price: 0 }, { recommendedPriceNet: null }],
    ['content of somebody else', { ownership: 2 }, { ownership: 'not_eligible' }],
    ['a name with entities', { name: 'M&acirc;ner &amp; cap&#259;t' }, { name: 'Mâner & capăt' }],
  ])('with %s', (_name, changes, expected) => expect(read(changes).facts).toMatchObject(expected));

  it('without a price cannot be understood', () => {
    expect(() => read({ sale_price: '' })).toThrow('sale_price cannot be read');
  });
});
