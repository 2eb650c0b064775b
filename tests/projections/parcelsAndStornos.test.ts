import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Aggregates } from '../../src/application/aggregates.js';
import { MarketplaceError } from '../../src/application/ports/marketplace.js';
import { documentOf } from '../../src/application/order/invoiceInputs.js';
import { trackAwbs } from '../../src/application/shipping/trackAwbs.js';
import { stornoTotals } from '../../src/domain/invoice/stornoLines.js';
import { orderDecider } from '../../src/domain/order/order.js';
import type { OrderEvent } from '../../src/domain/order/orderEvents.js';
import { postgresAwbChecks } from '../../src/infrastructure/operational/postgresAwbChecks.js';
import { PgAwbQueries } from '../../src/projections/orderList/pgAwbQueries.js';
import { PgInvoiceQueries } from '../../src/projections/orderList/pgInvoiceQueries.js';
import { PgOrderQueries } from '../../src/projections/orderList/pgOrderQueries.js';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { FakeMarketplace } from '../support/fakeMarketplace.js';
import { facts, received } from '../support/orderSamples.js';
import { SELLER } from '../support/reactorBench.js';
import { invoiceBuyer } from '../http/support/invoiceSample.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const page = { page: 1, itemsPerPage: 25 };
const NOW = new Date('2026-03-10T12:00:00Z');
let bench: ReadModelBench;
let tables: ReadTables;
let awbs: PgAwbQueries;
let invoices: PgInvoiceQueries;
let orders: PgOrderQueries;

const parse = (items: readonly string[]): Record<string, unknown>[] =>
  items.map((item) => JSON.parse(item) as Record<string, unknown>);

const append = async (orderId: string, ...events: readonly OrderEvent[]): Promise<void> => {
  const own = events.map(({ type, data }) => ({ type, data: { ...data, account: 'main', orderId } }));
  await bench.reached('order_list', await bench.append(`order-main-${orderId}`, ...own));
};

const generated = (awbNumber: string, at: string, emagId: string | null): OrderEvent => ({
  type: 'AwbGenerated',
  data: {
    account: 'main',
    orderId: '1',
    operationId: `op-${awbNumber}`,
    at,
    awbNumber,
    reservationId: null,
    parcels: emagId === null ? [] : [{ emagId, barcode: `${awbNumber}001` }],
    courierAccountId: null,
    courierName: 'Sameday',
    call: null,
  },
});

beforeAll(async () => {
  bench = await openReadModelBench();
  tables = new ReadTables(bench.pool, [orderListProjection]);
  awbs = new PgAwbQueries(bench.pool, tables);
  invoices = new PgInvoiceQueries(bench.pool, tables);
  orders = new PgOrderQueries(bench.pool, tables);
  await bench.run([orderListProjection]);
});
afterAll(() => bench.close());

describe('parcels on their way', () => {
  const numbersIn = async (state: 'issued' | 'in_transit' | 'delivered' | 'returned'): Promise<unknown[]> =>
    parse((await awbs.list({ deliveryStates: [state] }, { ...page, order: 'asc' })).items).map(
      ({ awb_number }) => awb_number,
    );

  it('are looked at in turn, and only what is new is recorded', async () => {
    await append('1', received({ status: 'finalized' }), generated('A1', '2026-03-10T08:00:00.000Z', '11'));
    await append('2', received({ status: 'finalized' }), generated('A2', '2026-03-10T09:00:00.000Z', '12'));
    await append('3', received({ status: 'finalized' }), generated('A3', '2026-03-10T10:00:00.000Z', '13'));
    // By hand, and long ago: nobody can or need ask.
    await append('4', received({ status: 'finalized' }), generated('A4', '2026-03-10T10:00:00.000Z', null));
    await append('5', received({ status: 'finalized' }), generated('A5', '2025-12-01T10:00:00.000Z', '15'));
    const marketplace = new FakeMarketplace();
    const asked: unknown[] = [];
    const codes = new Map([
      ['11', 'TRN'],
      ['12', 'DLV'],
    ]);
    const port = Object.assign(Object.create(marketplace) as FakeMarketplace, {
      readAwb: ({ emagId }: { emagId: string }) => {
        asked.push(emagId);
        const code = codes.get(emagId);
        return code === undefined
          ? Promise.reject(new MarketplaceError('refused', 'unknown AWB', false))
          : Promise.resolve({ awbNumber: null, status: { code, name: code, description: '' } });
      },
    });
    const aggregates = new Aggregates(bench.store, orderDecider);
    const look = (now: Date) =>
      trackAwbs(
        'main',
        {
          orders: aggregates,
          marketplace: { accounts: () => marketplace.accounts(), account: () => Promise.resolve(port) },
          checks: postgresAwbChecks(bench.pool, tables),
          clock: { now: () => now },
        },
        new AbortController().signal,
      );

    expect(await look(NOW)).toEqual({ account: 'main', checked: 2, changed: 2, failed: 1, error: null });
    expect(asked).toEqual(['11', '12', '13']);
    await bench.reached('order_list', await bench.store.lastPosition());
    expect(await numbersIn('in_transit')).toEqual(['A1']);
    expect(await numbersIn('delivered')).toEqual(['A2']);
    expect(await numbersIn('issued')).toEqual(['A5', 'A3', 'A4']);

    expect(await look(NOW)).toMatchObject({ checked: 0 });
    const later = new Date(NOW.getTime() + 31 * 60_000);
    expect(await look(later)).toMatchObject({ checked: 1, changed: 0, failed: 1 });
    expect(asked).toEqual(['11', '12', '13', '11', '13']);
  });

  it('leave the account in peace when it has trouble of its own', async () => {
    const marketplace = new FakeMarketplace();
    let calls = 0;
    const port = Object.assign(Object.create(marketplace) as FakeMarketplace, {
      readAwb: () => {
        calls += 1;
        return Promise.reject(new MarketplaceError('credentials-refused', 'sign in', false));
      },
    });
    const tracked = await trackAwbs(
      'main',
      {
        orders: new Aggregates(bench.store, orderDecider),
        marketplace: { accounts: () => marketplace.accounts(), account: () => Promise.resolve(port) },
        checks: {
          due: () =>
            Promise.resolve(
              Array.from({ length: 50 }, (_, index) => ({
                orderId: '1',
                awbNumber: `B${index}`,
                reservationId: '1',
                emagId: null,
              })),
            ),
          checked: () => Promise.reject(new Error('an AWB nobody asked for')),
        },
        clock: { now: () => NOW },
      },
      new AbortController().signal,
    );
    expect(tracked).toEqual({ account: 'main', checked: 0, changed: 0, failed: 0, error: 'sign in' });
    expect(calls).toBeLessThanOrEqual(4);
  });
});

describe('stornos', () => {
  it('are listed beside their invoice, which says what is left of it', async () => {
    const of = { account: 'main', orderId: '9', operationId: 'op-1', at: '2026-03-02T10:00:00.000Z' };
    const claim = { series: 'MF', sequence: 1, number: 'MF0000001' };
    const document = documentOf(facts(), SELLER, claim, '2026-03-02T10:00:00.000Z');
    const scope = { lines: [{ line: 0, quantity: 1 }], shipping: false };
    const storno = {
      ...document,
      ...stornoTotals(document, [], scope),
      number: 'MF0000002',
      issuedAt: '2026-03-03T10:00:00.000Z',
      stornoOf: { number: 'MF0000001', issuedAt: document.issuedAt },
    };
    const personal = { personId: 'invoice', personal: invoiceBuyer };
    await append(
      '9',
      received({ status: 'finalized' }),
      { type: 'InvoiceRequested', data: { ...of, series: 'MF', invoiceUrl: null } },
      { type: 'InvoiceNumbered', data: { ...of, ...personal, number: 'MF0000001', invoice: document } },
      { type: 'InvoiceIssued', data: { ...of, number: 'MF0000001', sha256: 'a', bytes: 1 } },
      {
        type: 'StornoRequested',
        data: { ...of, operationId: 'op-2', stornoOf: 'MF0000001', series: 'MF', reason: null, ...scope },
      },
      {
        type: 'StornoIssued',
        data: {
          ...of,
          ...personal,
          operationId: 'op-2',
          number: 'MF0000002',
          stornoOf: 'MF0000001',
          invoice: storno,
          sha256: 'b',
          bytes: 1,
        },
      },
    );
    const list = async (storno?: boolean) =>
      parse((await invoices.list(storno === undefined ? {} : { storno }, page)).items).map(
        ({ number, storno_of, storno_number, storno_state, total_gross }) => [
          number,
          storno_of,
          storno_number,
          storno_state,
          total_gross,
        ],
      );
    const original = ['MF0000001', null, 'MF0000002', 'partial', '379.99'];
    const reversal = ['MF0000002', 'MF0000001', null, 'none', '-180.00'];
    expect(await list()).toEqual([reversal, original]);
    expect(await list(true)).toEqual([reversal]);
    expect(await list(false)).toEqual([original]);
    expect((await orders.list({}, { ...page, q: 'MF0000002' })).total).toBe(1);
  });
});

describe('the list of orders', () => {
  it('tells both kinds of fulfilment apart', async () => {
    await append('20', received({ fulfilment: 'fbe' }));
    const ids = async (fulfilment: 'own' | 'fbe') =>
      parse((await orders.list({ fulfilment }, page)).items).map(({ emag_order_id }) => emag_order_id);
    expect(await ids('fbe')).toEqual(['20']);
    expect(await ids('own')).not.toContain('20');
  });
});
