import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openSandbox, type Json, type OpenSandbox } from './support/sandboxClient.js';

jest.setTimeout(60_000);

let sandbox: OpenSandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ orders: 20, offers: 240 });
});
afterAll(() => sandbox.close());

const offers = async (filters: Json = {}): Promise<Json[]> =>
  (await sandbox.main.call('product_offer/read', filters)).results as Json[];
const offer = async (id: number): Promise<Json> => {
  const [found] = await offers({ id });
  if (!found) throw new Error(`no offer ${id}`);
  return found;
};
const patch = (id: number | string, raw: string) =>
  sandbox.main.call(`offer_stock/${id}`, undefined, { method: 'PATCH', raw });

/** Keys of the example in reference §12.3. */
const exampleKeys =
  'id part_number_key part_number brand brand_name name category_id vendor_category_id ownership number_of_offers buy_button_rank best_offer_sale_price best_offer_recommended_price sale_price recommended_price min_sale_price max_sale_price currency vat_id warranty ean general_stock estimated_stock stock handling_time status family url images characteristics attachments doc_errors validation_status translation_validation_status offer_validation_status genius_eligibility genius_eligibility_type genius_computed manufacturer eu_representative';

/** The create example of §10.2, with a code of our own. */
const create = (id: number, changes: Json = {}): Json => ({
  id,
  category_id: 3901,
  part_number: `RDX-${id}`,
  name: `Rucsac drumetie Demo RDX ${id}`,
  brand: 'Demo Outdoor',
  description: '<p>Rucsac de 40 litri.</p>',
  images: [{ display_type: 1, url: `https://img.shop.example/${id}-1.jpg` }],
  warranty: 24,
  status: 1,
  sale_price: 148.7603,
  recommended_price: 165.2893,
  min_sale_price: 120,
  max_sale_price: 220,
  stock: [{ warehouse_id: 1, value: 12 }],
  handling_time: [{ warehouse_id: 1, value: 1 }],
  vat_id: 1,
  ...changes,
});
const save = async (...entities: Json[]) => (await sandbox.main.call('product_offer/save', entities)).body;

describe('reading offers', () => {
  it('gives the keys of the documented example', async () => {
    const [row] = await offers({ itemsPerPage: 1 });
    for (const key of exampleKeys.split(' ')) expect(row).toHaveProperty(key);
    expect(row?.['manufacturer']).toBe(true);
    expect((await offer(500_001))['manufacturer']).toEqual([expect.objectContaining({ name: expect.any(String) })]);
  });

  it('pages over every offer once', async () => {
    const pages = await Promise.all([1, 2, 3].map((currentPage) => offers({ currentPage, itemsPerPage: 50 })));
    const ids = pages.flat().map(({ id }) => id);
    expect([new Set(ids).size, ids.length]).toEqual([121, 121]);
    expect(await sandbox.main.count('product_offer/count')).toBe(121);
    expect(await sandbox.fbe.count('product_offer/count')).toBe(119);
  });

  it.each([
    ['status', { status: 0 }, (row: Json) => row['status'] === 0],
    ['general stock', { general_stock: 0 }, (row: Json) => row['general_stock'] === 0],
    ['part number key', { part_number_key: 'none' }, () => false],
  ])('filters by %s', async (_name, filters, test) => {
    expect((await offers(filters)).every(test)).toBe(true);
  });
});

describe('offer/save', () => {
  it('gives each offer its own verdict under an outer success', async () => {
    const { body } = await sandbox.main.call('offer/save', [
      { id: 500_001, stock: [{ warehouse_id: 1, value: 7 }], status: 1 },
      { id: 500_002, stock: [{ warehouse_id: 1, value: -1 }] },
      { id: 999, status: 0 },
    ]);
    expect(body).toEqual({
      isError: false,
      messages: [],
      errors: [],
      results: {
        '999': { isError: true, messages: ['Offer 999 not found'] },
        '500001': { isError: false, messages: ['Offer 500001 updated successfully'] },
        '500002': { isError: true, messages: ['Stock should be 0 or more'] },
      },
    });
    expect(await offer(500_001)).toMatchObject({ general_stock: 7, stock: [{ warehouse_id: 1, value: 7 }], status: 1 });
  });

  it('refuses prices outside their bounds and wrong values', async () => {
    const cases: Json[] = [
      { sale_price: 0.01 },
      { sale_price: '1.23456' },
      { vat_id: 99 },
      { status: 3 },
      { handling_time: [{ warehouse_id: 1, value: 4 }] },
      { stock: [{ warehouse_id: 1, value: 1.5 }] },
    ];
    for (const change of cases) {
      const { results } = await sandbox.main.call('offer/save', [{ id: 500_003, ...change }]);
      expect(results).toMatchObject({ '500003': { isError: true } });
    }
  });

  it('takes at most 50 entities, in a list', async () => {
    const many = Array.from({ length: 51 }, (_, i) => ({ id: 500_001 + i, status: 1 }));
    expect((await sandbox.main.call('offer/save', many)).body['isError']).toBe(true);
    expect((await sandbox.main.call('offer/save', { id: 500_001 })).body['isError']).toBe(true);
  });
});

describe('offer_stock', () => {
  it('answers 204 to a plain integer', async () => {
    const reply = await patch(500_005, '{"stock":21}');
    expect([reply.status, reply.bytes.length]).toEqual([204, 0]);
    expect((await offer(500_005))['general_stock']).toBe(21);
  });

  it.each([
    [999, '{"stock":1}', 404, { message: 'This offer does not exist' }],
    [500_005, '{"stock":[{"warehouse_id":1,"value":1}]}', 400, { message: 'Invalid content' }],
    [500_005, '{"data":{"stock":1}}', 400, { message: 'Invalid content' }],
    [500_005, 'nonsense', 400, { message: 'Invalid content' }],
  ])('answers PATCH %s %s with %i', async (id, raw, status, body) => {
    const reply = await patch(id, raw);
    expect([reply.status, reply.body]).toEqual([status, body]);
  });

  it('names the field of a rule that was broken', async () => {
    expect((await patch(500_005, '{"stock":-1}')).body).toMatchObject({
      message: 'Validation errors in your request',
      errors: [{ field: 'stock' }],
    });
  });
});

describe('product_offer/save', () => {
  it('creates a product that is validated later', async () => {
    expect(await save(create(20_001))).toEqual({ isError: false, messages: [], errors: [], results: [] });
    expect(await offer(20_001)).toMatchObject({ part_number_key: null, validation_status: [{ value: 1 }] });
    await sandbox.control.advance(61);
    expect(await offer(20_001)).toMatchObject({
      part_number_key: expect.stringMatching(/^[A-Z0-9]+$/),
      validation_status: [{ value: 9 }],
    });
  });

  it('rejects the documentation of a product without images', async () => {
    await save(create(20_002, { images: [] }));
    await sandbox.control.advance(61);
    const read = await offer(20_002);
    expect(read).toMatchObject({ validation_status: [{ value: 8 }] });
    expect(JSON.stringify(read['doc_errors'])).toContain('Photo Gallery Validation');
  });

  it('keeps a draft and says what is missing', async () => {
    const draft = { id: 20_003, name: 'Schiță', brand: 'Demo', part_number: 'S-1' };
    expect((await save(draft))['messages']).toEqual([
      'WARNING: The product was saved as a draft, and you need the following product fields to continue documenting and have the product ready for sale: EAN. - Product id: 20003',
    ]);
    expect(await offer(20_003)).toMatchObject({ validation_status: [{ value: 0 }] });
  });

  it('associates a product by a barcode that the catalogue knows: an error that is saved', async () => {
    const own = new Set(
      (await offers({ itemsPerPage: 100 }))
        .concat(await offers({ currentPage: 2 }))
        .flatMap(({ ean }) => ean as string[]),
    );
    const foreign = (await sandbox.fbe.call('product_offer/read', { validation_status: 9 })).results as Json[];
    const known = foreign.find(({ ean }) => !own.has((ean as string[])[0] ?? ''));
    const body = await save(create(20_004, { ean: known?.['ean'] }));
    expect(body['isError']).toBe(true);
    expect(body['messages']).toEqual([
      'WARNING: Your product has been automatically associated via EAN to an existing product. - Product id: 20004',
    ]);
    expect(await offer(20_004)).toMatchObject({ part_number_key: known?.['part_number_key'] });
  });

  it.each([
    ['an invalid barcode', { ean: ['5941234567890'] }, '5941234567890 is not a valid EAN. - Product id: 20005'],
    [
      'a part number in use',
      { part_number: 'RDX-, 20001;' },
      'You already hold a Product associated with this PN:RDX-20001.',
    ],
    [
      'no price bounds',
      { min_sale_price: undefined, max_sale_price: undefined },
      'min_sale_price and max_sale_price are mandatory',
    ],
    ['a price outside its bounds', { sale_price: 500 }, 'sale_price must be between'],
    ['a low recommended price', { recommended_price: 100 }, 'recommended_price must be greater'],
    ['no brand', { brand: undefined }, 'brand'],
  ])('does not save a product with %s', async (_name, changes, text) => {
    const body = await save(create(20_005, changes));
    expect(body['isError']).toBe(true);
    expect(String((body['messages'] as string[])[0])).toContain(text);
    expect(await offers({ id: 20_005 })).toEqual([]);
  });

  it('attaches to a catalogue key once', async () => {
    const foreign = (await sandbox.fbe.call('product_offer/read', { validation_status: 9, currentPage: 1 }))
      .results as Json[];
    const ownKeys = new Set(
      (await offers({})).concat(await offers({ currentPage: 2 })).map((row) => row['part_number_key']),
    );
    const key = foreign.map((row) => row['part_number_key']).find((candidate) => !ownKeys.has(candidate));
    const attach = (id: number): Json => {
      const { brand: _b, part_number: _p, ...rest } = create(id, { part_number_key: key });
      return rest;
    };
    expect((await save(attach(20_006)))['isError']).toBe(false);
    expect(await offer(20_006)).toMatchObject({ part_number_key: key });
    expect(String(((await save(attach(20_007)))['messages'] as string[])[0])).toContain(
      `You already hold an offer associated with this PNK: ${String(key)}.`,
    );
  });

  it('saves the offer part and warns where the content is not ours', async () => {
    const foreign = (await offers({})).find((row) => row['ownership'] === 2 || row['ownership'] === false);
    const id = Number(foreign?.['id']);
    const part = {
      id,
      status: 0,
      sale_price: foreign?.['sale_price'],
      vat_id: 1,
      handling_time: [{ warehouse_id: 1, value: 2 }],
      stock: [{ warehouse_id: 1, value: 3 }],
    };
    const body = await save({ ...part, name: 'Alt nume' });
    expect(body['messages']).toEqual([
      `WARNING: You are not eligible to edit the product documentation. - Product id: ${id}`,
    ]);
    expect(await offer(id)).toMatchObject({ general_stock: 3, status: 0, name: foreign?.['name'] });
  });

  it('leaves stock and handling time of the marketplace warehouse alone', async () => {
    const [before] = (await sandbox.fbe.call('product_offer/read', { id: 700_001 })).results as Json[];
    await sandbox.fbe.call('offer/save', [{ id: 700_001, stock: [{ warehouse_id: 1, value: 1 }] }]);
    const [after] = (await sandbox.fbe.call('product_offer/read', { id: 700_001 })).results as Json[];
    expect(after?.['stock']).toEqual(before?.['stock']);
  });
});

describe('measurements', () => {
  it.each([
    [{ id: 500_001, length: 520, width: 310.5, height: 180, weight: 1150 }, false],
    [{ id: 500_001, length: 520, width: 310.555, height: 180, weight: 1150 }, true],
    [{ id: 500_001, length: 520, width: 310, height: 180 }, true],
    [{ id: 1, length: 520, width: 310, height: 180, weight: 1 }, true],
  ])('%p is refused: %p', async (entity, refused) => {
    expect((await sandbox.main.call('measurements/save', [entity])).body['isError']).toBe(refused);
  });
});
