import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { requireRevision } from '../../application/ports/eventStore.js';
import { RuleViolation } from '../../domain/decider.js';
import { PLATFORM_BASE_URLS, type AccountConfig, type Platform } from '../config/accounts.js';
import type { FactKeeper } from '../audit/postgresAuditOutbox.js';
import { wrapPassword } from '../emag/storedAccounts.js';
import type { AccountAdministration, AccountChange, AccountDetails } from '../http/httpDeps.js';
import { inTransaction } from '../postgres/pool.js';

export interface AccountAdministrationDeps {
  readonly pool: pg.Pool;
  readonly facts: FactKeeper;
  readonly masterKey: Buffer;
  /** Accounts of the environment, those of the sandbox among them. */
  readonly configured: readonly AccountConfig[];
  /** The list of accounts changed: what this process remembers of it is old. */
  readonly onChange: () => void;
}

interface Row {
  readonly key: string;
  readonly platform: Platform;
  readonly fulfilment: 'own' | 'fbe';
  readonly base_url: string;
  readonly username: string;
  readonly revision: string;
}

const MAX_KEY = 24;

/** A key that nothing in this data folder ever had. */
const freeKey = async (client: pg.PoolClient, key: string): Promise<string> => {
  const { rows } = await client.query<{ key: string }>('select key from ops.account_keys');
  const taken = new Set(rows.map(({ key: one }) => one));
  for (let number = 2; ; number += 1) {
    const suffix = `_${number}`;
    const candidate = `${key.slice(0, MAX_KEY - suffix.length)}${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
};

const unknown = (key: string): RuleViolation => new RuleViolation('account-unknown', `There is no account ${key}`);

const requireUnchanged = ({ key, revision }: Pick<Row, 'key' | 'revision'>, expected: bigint | undefined): void =>
  requireRevision(`account-${key}`, expected, BigInt(revision));

const countChange = (client: pg.PoolClient, key: string): Promise<unknown> =>
  client.query('update ops.account_keys set revision = revision + 1 where key = $1', [key]);

/** Accounts that are added in the panel, in `ops.accounts`. Passwords are wrapped by the master key and only go out to the marketplace. */
export const accountAdministration = ({
  pool,
  facts,
  masterKey,
  configured,
  onChange,
}: AccountAdministrationDeps): AccountAdministration => {
  const named = new Map(configured.map((account) => [account.key, account]));

  const refuseConfigured = (key: string): void => {
    const own = named.get(key);
    if (!own) return;
    throw new RuleViolation(
      'account-not-editable',
      own.isDemonstration
        ? `Account ${key} is the sandbox's: add an account of your own under another key`
        : `Account ${key} comes from the environment (EMAG_${key.toUpperCase()}_…): change it there and start again`,
    );
  };

  const detailsOf = (row: Row): AccountDetails => ({
    key: row.key,
    platform: row.platform,
    fulfilment: row.fulfilment,
    baseUrl: row.base_url,
    username: row.username,
    source: 'panel',
    revision: BigInt(row.revision),
  });

  const stored = async (database: Pick<pg.Pool, 'query'>, key: string, lock = ''): Promise<Row> => {
    const { rows } = await database.query<Row>(
      `select key, platform, fulfilment, base_url, username, revision
         from ops.accounts join ops.account_keys using (key) where key = $1 and is_active ${lock}`,
      [key],
    );
    if (!rows[0]) throw unknown(key);
    return rows[0];
  };

  return {
    async details(key) {
      const own = named.get(key);
      if (!own) return detailsOf(await stored(pool, key));
      const { platform, fulfilment, baseUrl, username, isDemonstration } = own;
      const { rows } = await pool.query<Pick<Row, 'revision'>>('select revision from ops.account_keys where key = $1', [
        key,
      ]);
      const source = isDemonstration ? 'sandbox' : 'environment';
      return { key, platform, fulfilment, baseUrl, username, source, revision: BigInt(rows[0]?.revision ?? 0) };
    },

    async add({ key, platform, fulfilment, username, password, baseUrl }, telling) {
      await inTransaction(pool, async (client) => {
        await client.query(
          `insert into ops.account_keys (key, is_demonstration, callback_secret) values ($1, false, $2)
           on conflict (key) do nothing`,
          [key, randomBytes(24).toString('base64url')],
        );
        const { rows } = await client.query<{ is_demonstration: boolean }>(
          'select is_demonstration from ops.account_keys where key = $1 for update',
          [key],
        );
        if (rows[0]?.is_demonstration) {
          const free = await freeKey(client, key);
          throw new RuleViolation(
            'account-key-demonstration',
            `The key ${key} holds demonstration data in this data folder: use another key, such as ${free}`,
            { suggested_key: free },
          );
        }
        const added = named.has(key)
          ? null
          : await client.query(
              `insert into ops.accounts as known
                 (key, platform, fulfilment, base_url, username, wrapped_password)
               values ($1, $2, $3, $4, $5, $6)
               on conflict (key) do update set
                 platform = excluded.platform, fulfilment = excluded.fulfilment, base_url = excluded.base_url,
                 username = excluded.username, wrapped_password = excluded.wrapped_password, is_active = true,
                 updated_at = now()
               where not known.is_active`,
              [key, platform, fulfilment, baseUrl, username, wrapPassword(password, masterKey)],
            );
        if (added?.rowCount !== 1) throw new RuleViolation('account-exists', `There is already an account ${key}`);
        await countChange(client, key);
        await facts.keepWith(client, telling());
      });
      onChange();
    },

    async change(key, change: AccountChange, telling, expected) {
      refuseConfigured(key);
      const changed = await inTransaction(pool, async (client) => {
        const before = await stored(client, key, 'for update');
        requireUnchanged(before, expected);
        const platform = change.platform ?? before.platform;
        const movedTo = change.platform !== undefined && change.platform !== before.platform;
        const baseUrl = change.baseUrl ?? (movedTo ? PLATFORM_BASE_URLS[platform] : before.base_url);
        const fulfilment = change.fulfilment ?? before.fulfilment;
        const username = change.username ?? before.username;
        await client.query(
          `update ops.accounts set platform = $2, fulfilment = $3, base_url = $4, username = $5,
                  wrapped_password = coalesce($6, wrapped_password), updated_at = now()
            where key = $1`,
          [
            key,
            platform,
            fulfilment,
            baseUrl,
            username,
            change.password === undefined ? null : wrapPassword(change.password, masterKey),
          ],
        );
        // What it could not read with the old ones is read at once and not at the next turn of a job.
        await client.query('update ops.account_keys set first_sync_at = null where key = $1', [key]);
        const changed = [
          ...(platform !== before.platform ? ['platform'] : []),
          ...(fulfilment !== before.fulfilment ? ['fulfilment'] : []),
          ...(baseUrl !== before.base_url ? ['base_url'] : []),
          ...(username !== before.username ? ['username'] : []),
          ...(change.password !== undefined ? ['password'] : []),
        ];
        if (changed.length > 0) {
          await countChange(client, key);
          await facts.keepWith(client, telling(changed));
        }
        return changed;
      });
      onChange();
      return changed;
    },

    async remove(key, telling, expected) {
      refuseConfigured(key);
      await inTransaction(pool, async (client) => {
        requireUnchanged(await stored(client, key, 'for update'), expected);
        // The row stays for its history; the secrets of an account that nobody uses are nobody's any more.
        await client.query(
          `update ops.accounts set is_active = false, username = '', wrapped_password = '', updated_at = now()
            where key = $1`,
          [key],
        );
        await client.query('update ops.account_keys set first_sync_at = null where key = $1', [key]);
        await countChange(client, key);
        await facts.keepWith(client, telling());
      });
      onChange();
    },

    async rotateCallback(key, telling, expected) {
      if (named.get(key)?.isDemonstration) {
        throw new RuleViolation('account-not-editable', `Account ${key} is the sandbox's: its address is made by us`);
      }
      await inTransaction(pool, async (client) => {
        const { rows } = await client.query<Pick<Row, 'key' | 'revision'>>(
          'select key, revision from ops.account_keys where key = $1 for update',
          [key],
        );
        if (!rows[0]) throw unknown(key);
        requireUnchanged(rows[0], expected);
        await client.query('update ops.account_keys set callback_secret = $2 where key = $1', [
          key,
          randomBytes(24).toString('base64url'),
        ]);
        await countChange(client, key);
        await facts.keepWith(client, telling());
      });
    },
  };
};
