import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { buffer, text } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { csvText } from '../../src/infrastructure/http/exports/csvExport.js';
import { exportColumns, holdsPersonalData } from '../../src/infrastructure/http/exports/exportColumns.js';
import { xlsxStream } from '../../src/infrastructure/http/exports/xlsxExport.js';
import { invoiceSchema } from '../../src/infrastructure/http/schemas/invoices.js';
import { orderRowSchema } from '../../src/infrastructure/http/schemas/orders.js';

const rowSchema = z.object({
  id: z.string(),
  total: z
    .string()
    .regex(/^-?\d+\.\d{2}$/)
    .nullable(),
  count: z.int(),
  is_open: z.boolean(),
  at: z.iso.datetime().nullable(),
  address: z.object({ city: z.string(), street: z.string().nullable() }),
  eans: z.array(z.string()),
  lines: z.array(z.object({ sku: z.string().nullable(), quantity: z.int() })),
});

const row = {
  id: '00061',
  total: '-12.50',
  count: 3,
  is_open: true,
  at: '2026-07-01T21:30:00.000Z',
  address: { city: 'Iași', street: 'Str. "Lungă", nr. 1\nap. 2' },
  eans: ['5941234567899', '4006381333931'],
  lines: [
    { sku: 'A-1', quantity: 2 },
    { sku: null, quantity: 1 },
  ],
};
const empty = { ...row, total: null, at: null, address: { city: '', street: null }, eans: [], lines: [] };
const columns = exportColumns(rowSchema);
const names = [
  'id',
  'total',
  'count',
  'is_open',
  'at',
  'address_city',
  'address_street',
  'eans',
  'lines_sku',
  'lines_quantity',
];

async function* batchesOf(...batches: readonly (readonly unknown[])[]): AsyncGenerator<readonly unknown[]> {
  for (const batch of batches) yield await Promise.resolve(batch);
}

const csv = async (...batches: readonly (readonly unknown[])[]): Promise<string> =>
  text(Readable.from(csvText(columns, batchesOf(...batches))));
const sheet = async (bytes: Buffer, which: number | string = 1) => readSheet(bytes, which);

describe('the columns of an export', () => {
  it('lie flat under the names of the document, in its order', () =>
    expect(columns.map(({ name }) => name)).toEqual(names));

  it('know amounts, counts, times and truths from the document', () =>
    expect(columns.map(({ kind }) => kind)).toEqual([
      'text',
      'amount',
      'number',
      'boolean',
      'time',
      'text',
      'text',
      'text',
      'text',
      'number',
    ]));

  it('cover every member of an order’s row, its id as text', () => {
    const order = exportColumns(orderRowSchema);
    expect(order.find(({ name }) => name === 'total_amount')?.kind).toBe('amount');
    expect(order.find(({ name }) => name === 'emag_order_id')?.kind).toBe('text');
    expect(order.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['order_date', 'products_sku', 'products_quantity', 'shipping_address_city']),
    );
  });

  it('tell whether they name people', () => {
    expect(holdsPersonalData(exportColumns(orderRowSchema))).toBe(true);
    expect(holdsPersonalData(exportColumns(invoiceSchema))).toBe(false);
    expect(holdsPersonalData(exportColumns(z.object({ customer_id: z.string(), courier_name: z.string() })))).toBe(
      false,
    );
  });
});

describe('a list as CSV', () => {
  it('begins with a byte order mark, separates by commas and ends lines with CRLF', async () => {
    const bytes = Buffer.from(await csv([row]));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').split('\r\n')[0]).toBe(`\uFEFF${names.join(',')}`);
  });

  it('reads back as it was, lists beside each other in one cell', async () =>
    expect(parse(await csv([row], [], [empty]), { bom: true, columns: true })).toEqual([
      {
        id: '00061',
        total: '-12.50',
        count: '3',
        is_open: 'true',
        at: '2026-07-01T21:30:00.000Z',
        address_city: 'Iași',
        address_street: 'Str. "Lungă", nr. 1\nap. 2',
        eans: '5941234567899 | 4006381333931',
        lines_sku: 'A-1 | ',
        lines_quantity: '2 | 1',
      },
      {
        id: '00061',
        total: '',
        count: '3',
        is_open: 'true',
        at: '',
        address_city: '',
        address_street: '',
        eans: '',
        lines_sku: '',
        lines_quantity: '',
      },
    ]));

  it.each(['=1+1', '+40722123456', '-2', '@SUM(A1)', '\tx', '\rx'])('makes no formula of the text %j', async (city) => {
    const [found] = parse<Record<string, string>>(await csv([{ ...row, address: { city, street: null } }]), {
      bom: true,
      columns: true,
    });
    expect(found?.['address_city']).toBe(`'${city}`);
  });

  it('leaves negative numbers of a list as they are', async () => {
    const lines = [
      { sku: '-1', quantity: -2 },
      { sku: null, quantity: 1 },
    ];
    const [found] = parse<Record<string, string>>(await csv([{ ...row, lines }]), { bom: true, columns: true });
    expect(found).toMatchObject({ lines_sku: "'-1 | ", lines_quantity: '-2 | 1' });
  });

  it('has only its heading when there is nothing', async () =>
    expect(parse(await csv([]), { bom: true })).toEqual([names]));
});

describe('a list as XLSX', () => {
  it('is read by others: text as text, amounts and counts as numbers, times as dates in Bucharest', async () => {
    const bytes = await buffer(xlsxStream('orders', columns, batchesOf([row], [], [empty])));
    expect(await sheet(bytes)).toEqual([
      names,
      [
        '00061',
        -12.5,
        3,
        true,
        new Date('2026-07-02T00:30:00.000Z'),
        'Iași',
        'Str. "Lungă", nr. 1\nap. 2',
        '5941234567899 | 4006381333931',
        'A-1 |', // this reader trims
        '2 | 1',
      ],
      ['00061', null, 3, true, null, null, null, null, null, null],
    ]);
  });

  it('keeps formulas, markup and what XML cannot hold as harmless text', async () => {
    const cities = ['=HYPERLINK("http://x")', '<b>&amp;</b>', 'a\u0001b\uD800c', '_x0041_', `${'ă'.repeat(40_000)}`];
    const rows = cities.map((city) => ({ ...row, address: { city, street: null } }));
    const bytes = await buffer(xlsxStream('orders', columns, batchesOf(rows)));
    expect((await sheet(bytes)).slice(1).map((cells) => cells[5])).toEqual([
      '=HYPERLINK("http://x")',
      '<b>&amp;</b>',
      'abc',
      '_x0041_',
      `${'ă'.repeat(32_766)}…`,
    ]);
  });

  it('goes on in another sheet when one is full', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => ({ ...row, id: String(index) }));
    const bytes = await buffer(xlsxStream('orders', columns, batchesOf(rows.slice(0, 2), rows.slice(2)), 3));
    const ids = async (which: string) => (await sheet(bytes, which)).map(([id]) => id);
    expect(await ids('orders')).toEqual(['id', '0', '1']);
    expect(await ids('orders 2')).toEqual(['id', '2', '3']);
    expect(await ids('orders 3')).toEqual(['id', '4']);
  });

  it('ends in an error when the rows do', async () => {
    async function* broken(): AsyncGenerator<readonly unknown[]> {
      yield await Promise.resolve([row]);
      throw new Error('the database went away');
    }
    await expect(buffer(xlsxStream('orders', columns, broken()))).rejects.toThrow('the database went away');
  });

  it('asks for no more rows once nobody reads', async () => {
    let asked = 0;
    let isEnded = false;
    async function* endless(): AsyncGenerator<readonly unknown[]> {
      try {
        for (;;) {
          asked += 1;
          yield await Promise.resolve(Array.from({ length: 1_000 }, () => row));
        }
      } finally {
        isEnded = true;
      }
    }
    const stream = xlsxStream('orders', columns, endless());
    await new Promise((resolve) => stream.once('readable', resolve));
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 100));
    // A reader that takes nothing is not read ahead for: a few buffers are all that there is.
    expect(asked - before).toBeLessThan(200);
    stream.destroy();
    await new Promise((resolve) => stream.once('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isEnded).toBe(true);
  });
});
