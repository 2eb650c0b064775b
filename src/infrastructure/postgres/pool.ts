import pg from 'pg';

export interface PoolOptions {
  /** Shown in `pg_stat_activity`: which process holds a connection. */
  readonly name: string;
  readonly max?: number;
  /** A connection that broke while idle; the pool replaces it. */
  readonly onError?: (error: Error) => void;
}

/**
 * A pool for one process. `int8` and `numeric` come as strings, as the driver's default is: parse positions with
 * `BigInt`. Mind that `pool.query` closes its connection on any error, so an expected conflict must be `on conflict`.
 */
export const createPool = (url: string, { name, max = 10, onError = () => undefined }: PoolOptions): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `magflow ${name}`,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options: '-c timezone=UTC',
  });
  // Without listeners a connection that the server closes, idle or in somebody's hands, ends the process.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
};

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
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
};
