import type pg from 'pg';
import type { EventStore, SubscriptionMessage, SubscriptionOptions } from '../../application/ports/eventStore.js';
import type { Projection } from '../../projections/projection.js';
import type { ProjectionLog } from '../../projections/lane.js';
import { PROJECTIONS } from '../../projections/projections.js';
import { readModelDigest } from '../../projections/readModelDigest.js';
import { ProjectionRunner } from '../../projections/runner.js';
import { accountsLeft } from '../operational/demonstrationData.js';
import type { BackupManifest } from './backupFormat.js';

type RecordedModel = BackupManifest['read_models'][number];

/** What a rebuild out of the log gave, beside what the installation held when it was backed up. */
export interface Agreement {
  readonly projection: string;
  /** `not_compared`: the rows have another meaning in this release. */
  readonly outcome: 'agrees' | 'differs' | 'not_compared';
  /** Rows of all its tables together. */
  readonly rows: number;
  /** Tables that differ. */
  readonly tables: readonly string[];
}

const LOOK_EVERY_MS = 50;

/** The log as it was when it ended at `end`. */
const upTo = (store: EventStore, end: bigint): EventStore => {
  async function* subscribe(options: SubscriptionOptions): AsyncGenerator<SubscriptionMessage> {
    const enough = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, enough.signal]) : enough.signal;
    try {
      for await (const message of store.subscribe({ ...options, signal })) {
        const position =
          message.kind === 'event' ? message.event.position : message.kind === 'checkpoint' ? message.position : end;
        if (position <= end && message.kind !== 'caught_up') yield message;
        if (position >= end) break;
      }
    } finally {
      enough.abort();
    }
    yield { kind: 'checkpoint', position: end };
    yield { kind: 'caught_up' };
    await new Promise<void>((resolve) => {
      if (options.signal?.aborted) resolve();
      options.signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }
  return {
    append: () => Promise.reject(new Error('This log is only read')),
    read: (stream, options) => store.read(stream, options),
    subscribe,
    lastPosition: () => Promise.resolve(end),
    storeId: () => store.storeId(),
    close: () => Promise.resolve(),
  };
};

const silent: ProjectionLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

const rebuild = async (
  store: EventStore,
  pool: pg.Pool,
  projections: readonly Projection[],
  end: bigint,
): Promise<void> => {
  const runner = new ProjectionRunner({
    store: upTo(store, end),
    pool,
    projections,
    log: silent,
    accountsLeft: () => accountsLeft(pool),
  });
  await runner.start();
  try {
    for (;;) {
      const { rows } = await pool.query<{ behind: string }>(
        'select count(*) as behind from unnest($1::text[]) as wanted(name) where not exists ' +
          '(select from read.checkpoints c where c.projection = wanted.name and c.position >= $2)',
        [projections.map(({ name }) => name), end.toString()],
      );
      if (rows[0]?.behind === '0' && runner.lanesLive > 0) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  } finally {
    await runner.stop();
  }
};

const compare = async (pool: pg.Pool, projection: Projection, before: RecordedModel): Promise<Agreement> => {
  const now = await readModelDigest(pool, projection);
  const rows = (now?.tables ?? []).reduce((sum, table) => sum + Number(table.rows), 0);
  const differing = before.tables.filter(({ name, rows: count, digest }) => {
    const found = now?.tables.find((table) => table.name === name);
    return found?.rows !== count || found.digest !== digest;
  });
  return {
    projection: projection.name,
    outcome: differing.length === 0 ? 'agrees' : 'differs',
    rows,
    tables: differing.map(({ name }) => name),
  };
};

/**
 * Fills every read model out of the log, each up to the event that it had reached when the backup was made, and holds
 * its rows against the digests of that moment. What came later is applied by the first start.
 */
export const proveReadModels = async (
  store: EventStore,
  pool: pg.Pool,
  recorded: readonly RecordedModel[],
): Promise<readonly Agreement[]> => {
  const known = recorded.flatMap((before) => {
    const projection = PROJECTIONS.find(({ name }) => name === before.projection);
    return projection ? [{ projection, before }] : [];
  });
  const comparable = known.filter(({ projection, before }) => projection.version === before.definition);
  for (const end of new Set(comparable.map(({ before }) => before.position))) {
    const group = comparable.filter(({ before }) => before.position === end);
    if (BigInt(end) > 0n)
      await rebuild(
        store,
        pool,
        group.map(({ projection }) => projection),
        BigInt(end),
      );
  }
  const results: Agreement[] = [];
  for (const before of recorded) {
    const found = comparable.find((one) => one.before === before);
    if (found && BigInt(before.position) > 0n) results.push(await compare(pool, found.projection, before));
    else results.push({ projection: before.projection, outcome: 'not_compared', rows: 0, tables: [] });
  }
  return results;
};
