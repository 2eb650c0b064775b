import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { PROJECTIONS } from '../../projections/projections.js';
import type { ProjectionAdmin } from '../../projections/projectionAdmin.js';
import { RESOLVED_FOR_MS } from '../../projections/readTables.js';
import type { FactKeeper } from '../audit/postgresAuditOutbox.js';
import type { Demonstration } from '../http/httpDeps.js';
import { inTransaction } from '../postgres/pool.js';

const LOOK_EVERY_MS = 100;

/** Keys of the accounts whose demonstration data was left behind in this data folder. */
export const accountsLeft = async (pool: Pick<pg.Pool, 'query'>): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ key: string }>('select key from ops.account_keys where left_at is not null');
  return rows.map(({ key }) => key);
};

export interface DemonstrationDataDeps {
  readonly pool: pg.Pool;
  readonly facts: FactKeeper;
  readonly projections: Pick<ProjectionAdmin, 'rebuild' | 'isCurrent'>;
  /** The next start serves the sandbox whatever accounts there are. */
  readonly isKept: boolean;
  /** The list of accounts changed: what this process remembers of it is old. */
  readonly onLeft: () => void;
}

/** Demonstration data of this data folder. Its events stay in the log; what is left makes no rows any more. */
export const demonstrationData = (deps: DemonstrationDataDeps): Demonstration => ({
  isKept: deps.isKept,

  async accounts() {
    const { rows } = await deps.pool.query<{ key: string }>(
      'select key from ops.account_keys where is_demonstration and left_at is null order by key',
    );
    return rows.map(({ key }) => key);
  },

  async leave(telling) {
    await inTransaction(deps.pool, async (client) => {
      const { rows } = await client.query<{ key: string }>(
        'update ops.account_keys set left_at = now() where is_demonstration and left_at is null returning key',
      );
      const keys = rows.map(({ key }) => key).sort();
      // What was noticed of them leads nowhere any more; trouble of the system that lasts is noticed anew.
      await client.query(
        `delete from ops.notifications where data->>'account_type' = any($1) or kind = 'health_check_failed'`,
        [keys],
      );
      await deps.facts.keepWith(client, telling(keys));
    });
    deps.onLeft();
  },

  async renewLists(patienceMs) {
    const deadline = Date.now() + patienceMs;
    const building = await Promise.all(
      PROJECTIONS.filter(({ accountOf }) => accountOf).map(async ({ name }) => ({
        name,
        ...(await deps.projections.rebuild(name)),
      })),
    );
    for (const { name, version } of building) {
      while (!(await deps.projections.isCurrent(name, version))) {
        if (Date.now() > deadline) return false;
        await sleep(LOOK_EVERY_MS);
      }
    }
    // Until then readers may still look at the tables from before.
    await sleep(RESOLVED_FOR_MS);
    return true;
  },
});
