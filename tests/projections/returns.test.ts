import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReturnEvent, ReturnFacts } from '../../src/domain/returns/returnRequest.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { PgReturnQueries } from '../../src/projections/returns/pgReturnQueries.js';
import type { ReturnListFilter } from '../../src/projections/returns/returnQueries.js';
import { returnsProjection } from '../../src/projections/returns/returnsProjection.js';
import { returnFacts, returnPerson } from '../support/returnSamples.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';
import { recorded } from './support/recorded.js';

const received = (
  returnId: string,
  facts: Partial<ReturnFacts> = {},
  account = 'main',
  name = 'Client Demo',
): ReturnEvent => ({
  type: 'ReturnReceived',
  data: {
    account,
    returnId,
    personId: 'p',
    digest: `d-${returnId}`,
    at: '2026-03-02T10:00:00.000Z',
    facts: returnFacts(facts),
    personal: returnPerson({ name }),
  },
});

const changed = (returnId: string, facts: Partial<ReturnFacts>): ReturnEvent => ({
  type: 'ReturnChanged',
  data: {
    account: 'main',
    returnId,
    personId: 'p',
    digest: `e-${returnId}`,
    at: '2026-03-03T10:00:00.000Z',
    changed: facts,
    personal: { phone: '+40722111222' },
  },
});

describe('a return', () => {
  const stream = 'return-main-5100200';
  const first = recorded(received('5100200'), 0n, { stream });
  const second = recorded(changed('5100200', { status: 'received' }), 1n, { stream });

  it('is folded from its events, each once', () => {
    const state = returnsProjection.evolve(returnsProjection.evolve(undefined, first), second);
    if (!state) throw new Error('no row');
    expect(returnsProjection.evolve(state, second)).toBe(state);
    expect(returnsProjection.evolve(state, first)).toBe(state);
    expect(returnsProjection.keyOf(first)).toBe('main-5100200');
    expect(returnsProjection.row(state)['request']).toEqual({
      id: 'main-5100200',
      return_id: '5100200',
      account_type: 'main',
      order_id: '412345678',
      type: 3,
      status: 6,
      status_name: 'received',
      requested_at: '2025-11-10T07:12:44.000Z',
      return_type: 'refund',
      return_reason: '61',
      pickup_method: 'emag_courier',
      return_tax_gross: '0.00',
      reservation_ids: ['61239999'],
      customer_name: 'Client Demo',
      customer_company: null,
      customer_phone: '+40722111222',
      observations: null,
      pickup_address: {
        country: 'Romania',
        county: 'Cluj',
        city: 'Cluj-Napoca',
        street: 'Str. Exemplului nr. 7',
        postcode: '',
      },
      products: [
        {
          line_id: '6600701',
          product_id: '501234',
          name: 'Rucsac drumetie Demo RDX 40 L, albastru',
          quantity: 1,
          return_reason: '61',
          refund_value: null,
        },
      ],
      last_synced_at: '2026-03-03T10:00:00.000Z',
    });
  });

  it('is no row before it was received', () =>
    expect(returnsProjection.evolve(undefined, recorded(changed('1', {}), 4n, { stream }))).toBeUndefined());
});

describe('lists of returns', () => {
  let bench: ReadModelBench;
  let returns: PgReturnQueries;

  beforeAll(async () => {
    bench = await openReadModelBench();
    returns = new PgReturnQueries(bench.pool, new ReadTables(bench.pool, [returnsProjection]));
    await bench.run([returnsProjection]);
    await bench.append('return-main-1', received('1', { requestedAt: '2026-01-01T10:00:00.000Z', orderId: '11' }));
    await bench.append(
      'return-main-2',
      received('2', { requestedAt: '2026-01-02T10:00:00.000Z', status: 'finalized' }),
    );
    await bench.append(
      'return-fbe-3',
      received('3', { requestedAt: '2026-01-03T10:00:00.000Z' }, 'fbe', 'Ștefan Țepeș'),
    );
    const last = await bench.append('return-main-1', changed('1', { status: 'acknowledged' }));
    await bench.reached('returns', last);
  });
  afterAll(() => bench.close());

  const ids = async (filter: ReturnListFilter, q?: string) => {
    const page = await returns.list(filter, { page: 1, itemsPerPage: 25, ...(q !== undefined && { q }) });
    expect(page.total).toBe(page.items.length);
    return page.items.map((item) => (JSON.parse(item) as { return_id: string }).return_id);
  };

  it('are newest first', async () => expect(await ids({})).toEqual(['3', '2', '1']));
  it('are filtered by account, status, order and date', async () => {
    expect(await ids({ accounts: ['main'] })).toEqual(['2', '1']);
    expect(await ids({ statuses: ['new', 'acknowledged'] })).toEqual(['3', '1']);
    expect(await ids({ orderId: '11' })).toEqual(['1']);
    expect(await ids({ from: '2026-01-02T10:00:00.000Z', to: '2026-01-02T10:00:00.000Z' })).toEqual(['2']);
  });
  it('are searched by person, phone, order and product', async () => {
    expect(await ids({}, 'tepes')).toEqual(['3']);
    expect(await ids({}, '722111222')).toEqual(['1']);
    expect(await ids({}, '11')).toEqual(['1']);
    expect(await ids({ accounts: ['main'] }, 'rucsac 501234')).toEqual(['2', '1']);
  });
  it('tell which are open, and how each looked', async () => {
    expect(await returns.open('main', 10)).toEqual(['1']);
    expect([...(await returns.digests('main', ['1', '2', '9']))].sort()).toEqual([
      ['1', 'e-1'],
      ['2', 'd-2'],
    ]);
  });
});
