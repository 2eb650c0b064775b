import type pg from 'pg';

/**
 * Does work of several statements on one connection of the pool. One that failed is thrown away: nobody knows what is
 * still under way on it.
 */
export const onOneConnection = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let isSound = false;
  try {
    const result = await work(client);
    isSound = true;
    return result;
  } finally {
    client.release(!isSound);
  }
};
