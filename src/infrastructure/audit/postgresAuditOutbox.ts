import type pg from 'pg';
import type { AuditOutbox, KeptFact } from '../../application/ports/audit.js';
import { PayloadCipher } from '../emag/payloadCipher.js';
import { inTransaction } from '../postgres/pool.js';

/** Keeps facts in the transaction of the act that they tell of. */
export interface FactKeeper {
  keepWith(transaction: Pick<pg.ClientBase, 'query'>, facts: readonly KeptFact[]): Promise<void>;
}

interface Row {
  readonly id: string;
  readonly sealed: Buffer;
}

/** Longer than any act takes: after this its process is gone, and what it intended is told. */
const HELD_FOR = "interval '5 minutes'";

/** Facts on their way to the log in `ops.audit_outbox`, sealed: they tell where a person sat. */
export const postgresAuditOutbox = (pool: pg.Pool, masterKey: Buffer): AuditOutbox & FactKeeper => {
  const cipher = new PayloadCipher(masterKey, 'audit outbox');
  const sealedOf = (fact: KeptFact): Buffer => cipher.seal(JSON.stringify(fact));

  // Also with no fact at all: how long a refused sign-in takes must not tell whether the name exists.
  const keepWith: FactKeeper['keepWith'] = async (transaction, facts) => {
    await transaction.query(
      `insert into ops.audit_outbox (id, sealed) select * from unnest($1::uuid[], $2::bytea[])
       on conflict (id) do nothing`,
      [facts.map(({ id }) => id), facts.map(sealedOf)],
    );
  };

  return {
    keepWith,
    keep: (fact) => keepWith(pool, [fact]),

    async hold(fact) {
      await pool.query(
        `insert into ops.audit_outbox (id, sealed, held_until) values ($1, $2, now() + ${HELD_FOR})
         on conflict (id) do nothing`,
        [fact.id, sealedOf(fact)],
      );
    },

    async settle(id, fact) {
      if (fact === null) await pool.query('delete from ops.audit_outbox where id = $1', [id]);
      else {
        await pool.query('update ops.audit_outbox set sealed = $2, held_until = null where id = $1', [
          id,
          sealedOf(fact),
        ]);
      }
    },

    async handOut(limit, work) {
      return inTransaction(pool, async (client) => {
        // Those that were refused before come last, so that one which never fits does not stand in the way.
        const { rows } = await client.query<Row>(
          `select id, sealed from ops.audit_outbox where held_until is null or held_until < now()
            order by attempts, seq limit $1 for update skip locked`,
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
