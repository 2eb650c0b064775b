import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { AdministrationEvent } from '../../src/domain/administration/administrationEvents.js';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import { PgAwbQueries } from '../../src/projections/orderList/pgAwbQueries.js';
import { PgOrderQueries } from '../../src/projections/orderList/pgOrderQueries.js';
import { PgSnapshots } from '../../src/projections/pgSnapshots.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { startTestApp, type TestApp } from '../http/support/testApp.js';
import { eventually } from '../support/eventually.js';
import { fillOrders } from './support/filledReadModel.js';
import { openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

const ORDERS = 2_500;
const LIST = '/api/v1/emag/orders/list';

describe('lists exported', () => {
  let bench: ReadModelBench;
  let app: TestApp;
  const audited: AdministrationEvent[] = [];
  let reads = 0;
  let beforeRead = (): Promise<void> => Promise.resolve();

  const csv = async (path: string): Promise<Record<string, string>[]> => {
    const { status, text } = await app.call('GET', path);
    expect(status).toBe(200);
    return parse<Record<string, string>>(text, { columns: true });
  };
  const byPages = async (query: string): Promise<string[]> => {
    const ids: string[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await app.call('GET', `${LIST}?${query}&items_per_page=100&page=${page}`);
      const { orders } = answer.json() as { orders: { id: string }[] };
      ids.push(...orders.map(({ id }) => id));
      if (orders.length < 100) return ids;
    }
  };
  const openTransactions = async (): Promise<number> =>
    (await bench.rows(`select 1 from pg_stat_activity where datname = current_database() and state like 'idle in%'`))
      .length;

  beforeAll(async () => {
    bench = await openReadModelBench();
    await fillOrders(bench, ORDERS);
    const tables = new ReadTables(bench.pool, [orderListProjection]);
    const snapshots = new PgSnapshots(bench.pool);
    app = await startTestApp({
      orderQueries: new PgOrderQueries(bench.pool, tables),
      awbQueries: new PgAwbQueries(bench.pool, tables),
      snapshots: {
        open: async () => {
          const { read, close } = await snapshots.open();
          return {
            close,
            read: async (work) => {
              reads += 1;
              await beforeRead();
              return read(work);
            },
          };
        },
      },
      audit: {
        record: (event) => Promise.resolve(void audited.push(event)),
        act: () => Promise.reject(new Error('an export is no act')),
        actElsewhere: () => Promise.reject(new Error('an export is no act')),
      },
    });
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await bench.close();
  });

  it.each([
    ['every row of the list, not a page', ''],
    ['the rows of a filter in the order of a sort', 'account_type=main&status=finalized&sort=total_amount&order=asc'],
    ['the rows of a search that finds many', 'q=alias'],
    ['the rows of a search that finds few', 'q=6000000042'],
    ['the rows of several statuses by customer', 'status=new,canceled,returned&sort=customer_name'],
  ])('hold %s', async (_name, query) => {
    const rows = await csv(`${LIST}?${query}&format=csv&page=3&items_per_page=2`);
    expect(rows.map(({ id }) => id)).toEqual(await byPages(query));
  });

  it('hold all of them at their size', async () => expect(await csv(`${LIST}?format=csv`)).toHaveLength(ORDERS));

  it('are a spreadsheet as well', async () => {
    const answer = await fetch(`${app.url}${LIST}?format=xlsx&account_type=fbe`, {
      headers: { authorization: `Bearer ${app.tokenOf('auditor')}` },
    });
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="magflow-orders-\d{4}-\d{2}-\d{2}\.xlsx"$/,
    );
    const rows = await readSheet(Buffer.from(await answer.arrayBuffer()));
    expect(rows).toHaveLength(1 + Math.floor(ORDERS / 3));
    const [heading = [], first = []] = rows;
    const cell = (name: string) => first[heading.indexOf(name)];
    expect(cell('emag_order_id')).toBe('6000002499');
    expect(typeof cell('total_amount')).toBe('number');
    expect(cell('order_date')).toBeInstanceOf(Date);
  });

  it('take lists beside orders the same way', async () => {
    const rows = await csv('/api/v1/awbs?format=csv');
    expect(rows.length).toBeGreaterThan(1_000);
    expect(rows[0]?.['awb_number']).toMatch(/^4EMGLN1/);
  });

  it('show one moment, whatever changes while they are read', async () => {
    const answer = await fetch(`${app.url}${LIST}?format=csv&sort=last_synced_at&order=desc`, {
      headers: { authorization: `Bearer ${app.tokenOf('operator')}`, 'accept-encoding': 'identity' },
    });
    const reader = answer.body?.getReader();
    if (!reader) throw new Error('there is no body');
    const decoder = new TextDecoder();
    let text = decoder.decode((await reader.read()).value, { stream: true });
    // The oldest becomes the newest: behind where the export is.
    await bench.rows(`update read."order_list_v1" set last_synced_at = now() where order_id = '6000000001'`);
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
    const ids = parse<Record<string, string>>(text, { columns: true, bom: true }).map(({ id }) => id);
    expect(ids.at(-1)).toBe('main-6000000001');
    expect(new Set(ids).size).toBe(ORDERS);
  });

  it('give their connection back when the reader leaves', async () => {
    for (const format of ['csv', 'xlsx', 'csv', 'xlsx', 'csv', 'xlsx']) {
      const leaving = new AbortController();
      const answer = await fetch(`${app.url}${LIST}?format=${format}`, {
        headers: { authorization: `Bearer ${app.tokenOf('operator')}` },
        signal: leaving.signal,
      });
      await answer.body?.getReader().read();
      leaving.abort();
    }
    await eventually(openTransactions, (open) => open === 0);
    expect((await app.call('GET', `${LIST}?format=csv&q=6000000042`)).status).toBe(200);
  });

  it('break off where the database does, and do not look whole', async () => {
    const second = reads + 2;
    beforeRead = async () => {
      if (reads !== second) return;
      await bench.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state like 'idle in%' and pid <> pg_backend_pid()`,
      );
    };
    const answer = await fetch(`${app.url}${LIST}?format=csv`, {
      headers: { authorization: `Bearer ${app.tokenOf('operator')}`, 'accept-encoding': 'identity' },
    });
    const reader = answer.body?.getReader();
    if (!reader) throw new Error('there is no body');
    const readOn = async (): Promise<void> => {
      for (;;) if ((await reader.read()).done) return;
    };
    await expect(readOn()).rejects.toThrow();
    beforeRead = () => Promise.resolve();
    await eventually(openTransactions, (open) => open === 0);
  });

  it('are remembered when they name people, without what was searched for', async () => {
    audited.length = 0;
    await csv(`${LIST}?format=csv&account_type=main&status=new&q=Popescu`);
    await csv('/api/v1/awbs?format=csv');
    expect(audited).toEqual([
      {
        type: 'PersonalDataExported',
        data: {
          what: 'orders',
          format: 'csv',
          filters: ['account_type=main', 'status=new'],
          at: expect.any(String),
        },
      },
    ]);
  });
});
