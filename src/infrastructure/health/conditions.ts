import type pg from 'pg';

export type ConditionCode = 'relay_refused';

/** Longer than two tellings: who is not heard of is not there. */
const HEARD_WITHIN_SECONDS = 60;

/** What parts of the installation say of themselves, for those who show it. */
export interface Conditions {
  /** Repeat it while it lasts. */
  tell(code: ConditionCode, detail: string): Promise<void>;
  clear(code: ConditionCode): Promise<void>;
  /** What is told of it, or null. */
  detailOf(code: ConditionCode): Promise<string | null>;
}

export const postgresConditions = (pool: Pick<pg.Pool, 'query'>): Conditions => ({
  async tell(code, detail) {
    await pool.query(
      `insert into ops.conditions (code, detail) values ($1, $2)
       on conflict (code) do update set told_at = now(), detail = excluded.detail`,
      [code, detail],
    );
  },
  async clear(code) {
    await pool.query('delete from ops.conditions where code = $1', [code]);
  },
  async detailOf(code) {
    const { rows } = await pool.query<{ detail: string }>(
      `select detail from ops.conditions
        where code = $1 and told_at > now() - make_interval(secs => ${HEARD_WITHIN_SECONDS})`,
      [code],
    );
    return rows[0]?.detail ?? null;
  },
});
