import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { EventStoreUnavailable, type EventStore } from '../../src/application/ports/eventStore.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { ProjectionAdmin } from '../../src/projections/projectionAdmin.js';
import { eventually } from '../support/eventually.js';
import { broken, counted, countingProjection } from './support/countingProjection.js';
import { appendTo, openReadModelBench, type ReadModelBench } from './support/readModelBench.js';

interface TallyRow extends pg.QueryResultRow {
  key: string;
  events: number;
  sum: number;
  last: string;
}

describe('the projection runner', () => {
  let bench: ReadModelBench;
  const tally = countingProjection();
  const rowsOf = (generation = 1): Promise<TallyRow[]> =>
    bench.rows<TallyRow>(`select key, events, sum, last from read.tally_v${generation} order by key`);
  const totalsOf = (generation = 1) =>
    bench.rows(
      `select parity, streams, amount from read.tally_totals_v${generation} where streams <> 0 order by parity`,
    );

  beforeEach(async () => {
    bench = await openReadModelBench();
  });
  afterEach(() => bench.close());

  it('counts each event once, history and live', async () => {
    await bench.append('tally-a', counted(1), counted(2), counted(3));
    const history = await bench.append('tally-b', counted(10));
    await bench.run([tally]);
    await bench.reached('tally', history);
    expect(await rowsOf()).toEqual([
      { key: 'tally-a', events: 3, sum: 6, last: '2' },
      { key: 'tally-b', events: 1, sum: 10, last: '0' },
    ]);

    await bench.reached('tally', await bench.append('tally-a', counted(1)));
    expect(await rowsOf()).toEqual([
      { key: 'tally-a', events: 4, sum: 7, last: '3' },
      { key: 'tally-b', events: 1, sum: 10, last: '0' },
    ]);
    expect(await totalsOf()).toEqual([
      { parity: 'even', streams: '1', amount: '10' },
      { parity: 'odd', streams: '1', amount: '7' },
    ]);
  });

  it('advances its checkpoint over events that the filter leaves out', async () => {
    await bench.append('tally-a', counted(1));
    const last = await bench.append('other-x', counted(1), counted(1));
    await bench.run([tally], { silenceMs: 50 });
    await bench.reached('tally', last);
    await bench.reached('tally', await bench.append('other-x', counted(1)));
    expect(await rowsOf()).toEqual([{ key: 'tally-a', events: 1, sum: 1, last: '0' }]);
  });

  it('makes no rows of an account that was left, once its tables are made anew', async () => {
    const left: string[] = [];
    const ofAccounts = { ...tally, accountOf: ({ stream }: { stream: string }) => stream.split('-')[1] ?? null };
    await bench.append('tally-demo', counted(1));
    await bench.append('tally-shop', counted(2));
    await bench.run([ofAccounts], { accountsLeft: () => Promise.resolve(left), superviseMs: 20 });
    await bench.reached('tally', await bench.append('tally-demo', counted(3)));
    expect((await rowsOf()).map(({ key, sum }) => [key, sum])).toEqual([
      ['tally-demo', 4],
      ['tally-shop', 2],
    ]);

    left.push('demo');
    const admin = new ProjectionAdmin(bench.pool, bench.store, [ofAccounts]);
    const { version } = await admin.rebuild('tally');
    await eventually(
      () => admin.isCurrent('tally', version),
      (isCurrent) => isCurrent,
    );
    await bench.append('tally-demo', counted(5));
    await bench.reached('tally', await bench.append('tally-shop', counted(7)));
    expect((await rowsOf(version)).map(({ key, sum }) => [key, sum])).toEqual([['tally-shop', 9]]);
  });

  it('goes on where it stopped', async () => {
    await bench.append('tally-a', counted(1));
    const first = await bench.run([tally]);
    await bench.reached('tally', 1n);
    await first.stop();
    const last = await bench.append('tally-a', counted(5));
    await bench.run([tally]);
    await bench.reached('tally', last);
    expect(await rowsOf()).toEqual([{ key: 'tally-a', events: 2, sum: 6, last: '1' }]);
  });

  it('counts each event once though its connections are cut again and again', async () => {
    const runner = await bench.run([tally], { maxBatch: 7 });
    let cuts = 0;
    const cutting = setInterval(() => {
      cuts += 1;
      void bench.pool
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => undefined);
    }, 25);
    let last = 0n;
    try {
      for (let round = 0; round < 60; round += 1) {
        last = await bench.append(`tally-${round % 5}`, ...Array.from({ length: 10 }, () => counted(1)));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    } finally {
      clearInterval(cutting);
    }
    await eventually(
      async () => bench.rows(`select position from read.checkpoints`).catch(() => []),
      ([row]) => row !== undefined && BigInt(String(row['position'])) >= last,
      20_000,
    );
    await runner.stop();
    expect(cuts).toBeGreaterThan(5);
    expect((await rowsOf()).map(({ events, sum, last: seen }) => [events, sum, seen])).toEqual(
      Array.from({ length: 5 }, () => [120, 120, '119']),
    );
    expect(await totalsOf()).toEqual([{ parity: 'even', streams: '5', amount: '600' }]);
  });

  it('runs in one process while the other stands by, and in the other when the first ends', async () => {
    const first = await bench.run([tally]);
    const second = await bench.run([tally]);
    expect([first.active, second.active]).toEqual([['tally'], []]);

    await first.stop();
    await eventually(
      () => second.active,
      (active) => active.includes('tally'),
    );
    const last = await bench.append('tally-a', counted(1));
    await bench.reached('tally', last);
    expect(await rowsOf()).toEqual([{ key: 'tally-a', events: 1, sum: 1, last: '0' }]);
  });

  it('counts each event once even if two runners believe that they are the active one', async () => {
    const unlocked: pg.Pool = new Proxy(bench.pool, {
      get: (pool, name, receiver) =>
        name === 'connect'
          ? async () => {
              const client = await pool.connect();
              const query = client.query.bind(client);
              // Two processes behind a broken lock: every attempt to take it seems to succeed.
              Object.assign(client, {
                query: (text: string, ...rest: unknown[]) =>
                  text.includes('pg_try_advisory_lock')
                    ? Promise.resolve({ rows: [{ locked: true }] })
                    : Reflect.apply(query, client, [text, ...rest]),
              });
              return client;
            }
          : Reflect.get(pool, name, receiver),
    });
    await bench.run([tally], { pool: unlocked, maxBatch: 3 });
    await bench.run([tally], { pool: unlocked, maxBatch: 5 });
    let last = 0n;
    for (let round = 0; round < 40; round += 1) {
      last = await bench.append(`tally-${round % 3}`, counted(1), counted(1), counted(1));
    }
    await bench.reached('tally', last);
    expect((await rowsOf()).reduce((sum, { events }) => sum + events, 0)).toBe(120);
    expect((await totalsOf()).reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(120);
  });

  it('reads on when a subscription falls silent', async () => {
    let isMute = true;
    const mute: EventStore = Object.assign(Object.create(bench.store) as InMemoryEventStore, {
      subscribe: async function* (options: Parameters<EventStore['subscribe']>[0]) {
        for await (const message of bench.store.subscribe(options)) {
          if (isMute && message.kind === 'event') {
            isMute = false;
            await new Promise<void>((resolve) => options.signal?.addEventListener('abort', () => resolve()));
            return;
          }
          yield message;
        }
      },
    });
    await bench.run([tally], { store: mute, silenceMs: 50 });
    await bench.reached('tally', await bench.append('tally-a', counted(1)));
    expect(isMute).toBe(false);
  });

  it('subscribes again when the event store went away', async () => {
    let failures = 3;
    const flaky: EventStore = Object.assign(Object.create(bench.store) as InMemoryEventStore, {
      subscribe: (options: Parameters<EventStore['subscribe']>[0]) => {
        if (failures-- > 0) throw new EventStoreUnavailable('gone');
        return bench.store.subscribe(options);
      },
    });
    await bench.append('tally-a', counted(1));
    await bench.run([tally], { store: flaky });
    await bench.reached('tally', 1n);
    expect(await rowsOf()).toEqual([{ key: 'tally-a', events: 1, sum: 1, last: '0' }]);
  });

  describe('poison', () => {
    it('is parked with its stream while the others flow, whether the code or the database refuses it', async () => {
      await bench.append('tally-a', counted(1), broken, counted(2));
      await bench.append('tally-b', counted(4), counted(2_000_000));
      const last = await bench.append('tally-c', counted(8), counted(8));
      await bench.run([tally]);
      await bench.reached('tally', last);

      const live = await bench.append('tally-a', counted(3));
      await bench.reached('tally', live);
      expect(await rowsOf()).toEqual([
        { key: 'tally-a', events: 1, sum: 1, last: '0' },
        { key: 'tally-b', events: 1, sum: 4, last: '0' },
        { key: 'tally-c', events: 2, sum: 16, last: '1' },
      ]);
      expect(await totalsOf()).toEqual([
        { parity: 'even', streams: '2', amount: '20' },
        { parity: 'odd', streams: '1', amount: '1' },
      ]);
      expect(
        await bench.rows('select stream, revision, type, error from read.parked_events order by position'),
      ).toEqual([
        { stream: 'tally-a', revision: '1', type: 'Broken', error: 'cannot be understood' },
        { stream: 'tally-a', revision: '2', type: 'Counted', error: null },
        {
          stream: 'tally-b',
          revision: '1',
          type: 'Counted',
          error: expect.stringContaining('violates check constraint'),
        },
        { stream: 'tally-a', revision: '3', type: 'Counted', error: null },
      ]);
    });

    it('is applied in order with what waited behind it, once its cause is gone', async () => {
      let isRepaired = false;
      const repaired = countingProjection({
        evolve: (state, event) =>
          tally.evolve(state, event.type === 'Broken' && isRepaired ? { ...event, type: 'Counted' } : event),
      });
      await bench.append('tally-a', counted(1), broken, counted(5));
      await bench.run([repaired]);
      await bench.reached('tally', 3n);
      const admin = new ProjectionAdmin(bench.pool, bench.store, [repaired]);
      const { items } = await admin.parked({ page: 1, itemsPerPage: 10 });
      expect(items).toMatchObject([{ stream: 'tally-a', revision: 1n, waiting: 1, error: 'cannot be understood' }]);
      const id = items[0]?.id ?? '';

      expect(await admin.replay(id)).toEqual({
        outcome: 'failed',
        replayed: 0,
        remaining: 2,
        error: 'cannot be understood',
      });
      isRepaired = true;
      expect(await admin.replay(id)).toEqual({ outcome: 'applied', replayed: 2 });
      expect(await admin.replay(id)).toBeNull();

      await bench.reached('tally', await bench.append('tally-a', counted(1)));
      expect(await rowsOf()).toEqual([{ key: 'tally-a', events: 4, sum: 8, last: '3' }]);
      expect(await bench.rows('select from read.parked_events')).toEqual([]);
    });
  });

  describe('a rebuild', () => {
    it('fills tables beside the old ones and gives them to readers when they are as far', async () => {
      await bench.append('tally-a', counted(1), counted(2));
      await bench.run([tally], { graceSeconds: 0 });
      await bench.reached('tally', 2n);
      const admin = new ProjectionAdmin(bench.pool, bench.store, [tally]);

      expect(await admin.rebuild('tally')).toEqual({ version: 2 });
      await eventually(
        () => admin.isCurrent('tally', 2),
        (isCurrent) => isCurrent,
      );
      await bench.reached('tally', await bench.append('tally-b', counted(4)));
      expect(await rowsOf(2)).toEqual([
        { key: 'tally-a', events: 2, sum: 3, last: '1' },
        { key: 'tally-b', events: 1, sum: 4, last: '0' },
      ]);
      expect(await totalsOf(2)).toEqual([
        { parity: 'even', streams: '1', amount: '4' },
        { parity: 'odd', streams: '1', amount: '3' },
      ]);
      await eventually(
        async () => bench.rows(`select to_regclass('read.tally_v1') as old`),
        ([row]) => row?.['old'] === null,
      );
      expect((await admin.status()).map(({ version, state, isRunning }) => [version, state, isRunning])).toEqual([
        [2, 'current', true],
      ]);
    });

    it('follows from a new definition, beside the old tables', async () => {
      await bench.append('tally-a', counted(1));
      const old = await bench.run([tally]);
      await bench.reached('tally', 1n);
      await old.stop();
      await bench.run([countingProjection({ version: 2, row: ({ sum }) => ({ events: 0, sum, last: 'new' }) })]);
      await eventually(
        async () => bench.rows('select version from read.projection_pointers'),
        ([row]) => row?.['version'] === 2,
      );
      expect(await rowsOf(2)).toEqual([{ key: 'tally-a', events: 0, sum: 1, last: 'new' }]);
      expect(await rowsOf(1)).toEqual([{ key: 'tally-a', events: 1, sum: 1, last: '0' }]);
    });

    it('follows from another log, whose positions mean nothing here', async () => {
      await bench.append('tally-a', counted(1), counted(1), counted(1));
      const old = await bench.run([tally]);
      await bench.reached('tally', 3n);
      await old.stop();
      const other = new InMemoryEventStore();
      await appendTo(other, 'tally-z', [counted(9)]);
      await bench.run([tally], { store: other });
      await eventually(
        async () => bench.rows('select version from read.projection_pointers'),
        ([row]) => row?.['version'] === 2,
      );
      expect(await rowsOf(2)).toEqual([{ key: 'tally-z', events: 1, sum: 9, last: '0' }]);
    });
  });

  it('lets a lagging projection catch up by itself and then share the others’ lane', async () => {
    const second = countingProjection({
      name: 'second',
      table: { ...tally.table, name: 'second' },
      counters: [],
      contributions: () => [],
    });
    await bench.append('tally-a', counted(1));
    const first = await bench.run([tally]);
    await bench.reached('tally', 1n);
    await first.stop();
    await bench.append('tally-a', counted(1), counted(1));
    let subscriptions = 0;
    const watched: EventStore = Object.assign(Object.create(bench.store) as InMemoryEventStore, {
      subscribe: (options: Parameters<EventStore['subscribe']>[0]) => {
        subscriptions += 1;
        return bench.store.subscribe(options);
      },
    });
    const runner = await bench.run([tally, second], { store: watched });
    await eventually(
      () => runner.lanesLive,
      (lanes) => lanes === 1 && subscriptions >= 3,
    );
    const last = await bench.append('tally-a', counted(1));
    await bench.reached('tally', last);
    await bench.reached('second', last);
    expect(await rowsOf()).toEqual([{ key: 'tally-a', events: 4, sum: 4, last: '3' }]);
    expect(await bench.rows('select key, events from read.second_v1')).toEqual([{ key: 'tally-a', events: 4 }]);
  });
});
