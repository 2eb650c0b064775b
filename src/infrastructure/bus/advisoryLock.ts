import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** Any fixed number: the space of locks for "one active member of this name". */
const LOCK_CLASS = 0x6d66_6c77;
const STAND_BY_MS = 500;

/** The lock of a name, held by this connection for as long as it lives. */
export interface HeldLock {
  /** Writes that only the holder may make go through it: when the lock is gone, so is the connection. */
  readonly client: pg.PoolClient;
  /** Aborts when the connection, and with it the lock, is lost. */
  readonly lost: AbortSignal;
  release(): void;
}

/** Waits, as a stand-by, until it is ours. Returns null when the signal aborts; throws when the database is away. */
export const holdLock = async (
  pool: pg.Pool,
  name: string,
  signal: AbortSignal,
  onStandBy: () => void = () => undefined,
): Promise<HeldLock | null> => {
  while (!signal.aborted) {
    const client = await pool.connect();
    const lost = new AbortController();
    const lose = (): void => lost.abort(new Error(`The lock of ${name} is lost with its connection`));
    client.on('error', lose);
    client.on('end', lose);
    let isOurs: boolean | undefined;
    try {
      const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as ours', [
        LOCK_CLASS,
        name,
      ]);
      isOurs = rows[0]?.ours === true;
    } finally {
      if (!isOurs) {
        client.off('error', lose);
        client.off('end', lose);
        client.release(isOurs === undefined);
      }
    }
    if (isOurs) {
      // The connection goes with the lock: one that listens or holds locks must not return to the pool.
      return { client, lost: lost.signal, release: () => client.release(true) };
    }
    onStandBy();
    await sleep(STAND_BY_MS, undefined, { signal }).catch(() => undefined);
  }
  return null;
};
