import type pg from 'pg';
import type { ReactorCheckpoints } from '../../application/reactors/reactorRunner.js';

/** Checkpoints of reactors; one of another log is none. */
export const postgresReactorCheckpoints = (pool: pg.Pool): ReactorCheckpoints => ({
  async load(name, storeId) {
    const { rows } = await pool.query<{ position: string }>(
      'select position from ops.reactor_checkpoints where reactor = $1 and store_id = $2',
      [name, storeId],
    );
    return rows[0] ? BigInt(rows[0].position) : null;
  },
  async save(name, storeId, position) {
    await pool.query(
      `insert into ops.reactor_checkpoints (reactor, store_id, position) values ($1, $2, $3)
       on conflict (reactor) do update
         set store_id = excluded.store_id, position = excluded.position, updated_at = now()`,
      [name, storeId, position.toString()],
    );
  },
});
