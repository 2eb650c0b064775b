import pg from 'pg';

export interface PoolOptions {
  /** Shown in `pg_stat_activity`: which process holds a connection. */
  readonly name: string;
  readonly max?: number;
  /** How long one statement may take; default LONG_WORK_MS. */
  readonly limitMs?: number;
  /** A connection that broke while idle; the pool replaces it. */
  readonly onError?: (error: Error) => void;
}

/** What somebody waits for at the door, an export's page among it: longer helps nobody. */
export const REQUEST_LIMIT_MS = 20_000;
/** Where jobs that tidy up share the connections of requests. */
export const MIXED_LIMIT_MS = 60_000;
/** Catching up, building indexes, restoring. */
export const LONG_WORK_MS = 30 * 60_000;

/** A server that lives answers a statement that it has cut off by itself within this. */
const GRACE_MS = 2_000;
const CONNECT_MS = 10_000;
const KEEP_ALIVE_MS = 10_000;

/** For a connection whose other side may be gone without a word. */
export const watchedConnection = {
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
} as const;

/** The same, and no statement is waited for longer: a server may be frozen, a network may swallow what it is given. */
export const limitedConnection = (limitMs: number) => ({
  ...watchedConnection,
  // The server ends what takes too long; when it does not even do that, we give up the connection.
  statement_timeout: limitMs,
  query_timeout: limitMs + GRACE_MS,
});

/**
 * A pool for one process. `int8` and `numeric` come as strings, as the driver's default is: parse positions with
 * `BigInt`. Mind that `pool.query` closes its connection on any error, so an expected conflict must be `on conflict`.
 */
export const createPool = (
  url: string,
  { name, max = 10, limitMs = LONG_WORK_MS, onError = () => undefined }: PoolOptions,
): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `magflow ${name}`,
    max,
    idleTimeoutMillis: 30_000,
    options: '-c timezone=UTC',
    ...limitedConnection(limitMs),
  });
  // Without listeners a connection that the server closes, idle or in somebody's hands, ends the process.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
};

/** The server said nothing in time: the statement is still under way, and the connection is of no use to anybody. */
export const isUnanswered = (error: unknown): error is Error =>
  error instanceof Error && error.message === 'Query read timeout';

/** Runs `work` in one transaction; a throw rolls it back. A connection that cannot even roll back is thrown away. */
export const inTransaction = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    if (isUnanswered(error)) broken = error;
    else await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
};
