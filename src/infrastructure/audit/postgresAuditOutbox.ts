import type pg from 'pg';
import type { AuditOutbox, KeptFact } from '../../application/ports/audit.js';
import { PayloadCipher } from '../emag/payloadCipher.js';
import { inTransaction } from '../postgres/pool.js';

interface Row {
  readonly id: string;
  readonly sealed: Buffer;
}

/** Facts on their way to the log in `ops.audit_outbox`, sealed: they tell where a person sat. */
export const postgresAuditOutbox = (pool: pg.Pool, masterKey: Buffer): AuditOutbox => {
  const cipher = new PayloadCipher(masterKey, 'audit outbox');
  return {
    async keep(fact) {
      await pool.query('insert into ops.audit_outbox (id, sealed) values ($1, $2) on conflict (id) do nothing', [
        fact.id,
        cipher.seal(JSON.stringify(fact)),
      ]);
    },

    async handOut(limit, work) {
      return inTransaction(pool, async (client) => {
        // Those that were refused before come last, so that one which never fits does not stand in the way.
        const { rows } = await client.query<Row>(
          `select id, sealed from ops.audit_outbox order by attempts, seq limit $1 for update skip locked`,
          [limit],
        );
        if (rows.length === 0) return 0;
        const facts = rows.map(({ sealed }) => JSON.parse(cipher.open(sealed)) as KeptFact);
        const { done, refused } = await work(facts);
        await client.query('delete from ops.audit_outbox where id = any($1)', [done]);
        if (refused.length > 0) {
          await client.query('update ops.audit_outbox set attempts = attempts + 1 where id = any($1)', [refused]);
        }
        return rows.length;
      });
    },
  };
};
