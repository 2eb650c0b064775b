import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request } from 'node:http';
import { orderListProjection } from '../../src/projections/orderList/orderListProjection.js';
import { PgOrderQueries } from '../../src/projections/orderList/pgOrderQueries.js';
import { PgSnapshots } from '../../src/projections/pgSnapshots.js';
import { ReadTables } from '../../src/projections/readTables.js';
import { startTestApp, type TestApp } from '../http/support/testApp.js';
import { fillOrders } from '../projections/support/filledReadModel.js';
import { openReadModelBench, type ReadModelBench } from '../projections/support/readModelBench.js';

const ORDERS = Number(process.env['MAGFLOW_SOAK_ORDERS'] ?? 1_000_000);
/** Server and reader are one process here. All rows at once would be several times this: the sheet alone is 2 GB of XML. */
const MAX_GROWTH_BYTES = 400 * 1024 * 1024;
const NEWLINE = 10;

describe(`an export of ${ORDERS} orders`, () => {
  let bench: ReadModelBench;
  let app: TestApp;

  beforeAll(async () => {
    bench = await openReadModelBench();
    await fillOrders(bench, ORDERS);
    app = await startTestApp({
      orderQueries: new PgOrderQueries(bench.pool, new ReadTables(bench.pool, [orderListProjection])),
      snapshots: new PgSnapshots(bench.pool),
    });
  });
  afterAll(async () => {
    await app.close();
    await bench.close();
  });

  /** Reads it whole, looking at the memory of the process on the way. */
  const take = async (format: 'csv' | 'xlsx') => {
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    const asked = request(`${app.url}/api/v1/emag/orders/list?format=${format}`, {
      headers: { authorization: `Bearer ${app.tokenOf('operator')}` },
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream & { complete: boolean }];
    let [bytes, lines, peak, seen] = [0, 0, before, 0];
    let last = Buffer.alloc(0);
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      for (const byte of chunk) if (byte === NEWLINE) lines += 1;
      last = Buffer.concat([last, chunk]).subarray(-22);
      seen += 1;
      if (seen % 64 === 0) peak = Math.max(peak, process.memoryUsage.rss());
    }
    const growth = peak - before;
    process.stdout.write(`${JSON.stringify({ format, bytes, lines, growth_mb: Math.round(growth / 1024 / 1024) })}\n`);
    return { lines, growth, last, isComplete: answer.complete };
  };

  it('as CSV holds every row in bounded memory', async () => {
    const { lines, growth, isComplete } = await take('csv');
    expect([lines, isComplete]).toEqual([ORDERS + 1, true]);
    expect(growth).toBeLessThan(MAX_GROWTH_BYTES);
  });

  it('as XLSX is whole, in bounded memory', async () => {
    const { growth, last, isComplete } = await take('xlsx');
    expect(isComplete).toBe(true);
    // The end record of the archive is written last of all.
    expect(last.readUInt32LE(0)).toBe(0x06054b50);
    expect(growth).toBeLessThan(MAX_GROWTH_BYTES);
  });
});
