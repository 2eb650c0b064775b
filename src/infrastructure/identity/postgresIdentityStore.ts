import { createHmac, hkdfSync } from 'node:crypto';
import type pg from 'pg';
import type { Telling } from '../../application/ports/audit.js';
import { requireRevision } from '../../application/ports/eventStore.js';
import type { FactKeeper } from '../audit/postgresAuditOutbox.js';
import { inTransaction } from '../postgres/pool.js';
import type {
  BeforeAndAfter,
  ChangedUser,
  IdentityStore,
  PasswordChange,
  RefreshToken,
  Rotation,
  User,
  UserChange,
} from './identityStore.js';
import type { Role } from './principal.js';

interface UserRow {
  id: string;
  username: string;
  password_hash: string;
  roles: Role[];
  must_change_password: boolean;
  is_active: boolean;
  created_at: Date;
  revision: string;
}

const USER = 'id, username, password_hash, roles, must_change_password, is_active, created_at, revision';

const userOf = (row: UserRow): User => ({
  id: row.id,
  username: row.username,
  passwordHash: row.password_hash,
  roles: row.roles,
  mustChangePassword: row.must_change_password,
  isActive: row.is_active,
  createdAt: row.created_at.toISOString(),
  revision: BigInt(row.revision),
});

const endSessions = (client: pg.PoolClient, userId: string, now: string): Promise<unknown> =>
  client.query('update ops.refresh_tokens set revoked_at = $2 where user_id = $1 and revoked_at is null', [
    userId,
    now,
  ]);

const rolesOf = ({ roles }: User): string => [...roles].sort().join();

const bytes = (hash: string): Buffer => Buffer.from(hash, 'hex');

/** A failure older than this no longer counts as "in a row". */
const FORGET_FAILURES = "interval '1 hour'";

export class PostgresIdentityStore implements IdentityStore {
  private readonly nameKey: Buffer;

  constructor(
    private readonly pool: pg.Pool,
    masterKey: Uint8Array,
    private readonly facts: FactKeeper,
  ) {
    this.nameKey = Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(0), 'magflow login failures v1', 32));
  }

  async hasUsers(): Promise<boolean> {
    const { rows } = await this.pool.query<{ found: boolean }>('select exists (select from ops.users) as found');
    return rows[0]?.found ?? false;
  }

  async byUsername(username: string): Promise<User | null> {
    const { rows } = await this.pool.query<UserRow>(`select ${USER} from ops.users where lower(username) = lower($1)`, [
      username,
    ]);
    return rows[0] ? userOf(rows[0]) : null;
  }

  async byId(id: string): Promise<User | null> {
    const { rows } = await this.pool.query<UserRow>(`select ${USER} from ops.users where id = $1`, [id]);
    return rows[0] ? userOf(rows[0]) : null;
  }

  async list(): Promise<readonly User[]> {
    const { rows } = await this.pool.query<UserRow>(`select ${USER} from ops.users order by lower(username)`);
    return rows.map(userOf);
  }

  async create(user: User, telling: Telling): Promise<boolean> {
    return inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        `insert into ops.users (${USER}) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
        [
          user.id,
          user.username,
          user.passwordHash,
          user.roles,
          user.mustChangePassword,
          user.isActive,
          user.createdAt,
          user.revision,
        ],
      );
      if (rowCount !== 1) return false;
      await this.facts.keepWith(client, telling());
      return true;
    });
  }

  async setPassword(
    { userId, passwordHash, mustChange, now, expected }: PasswordChange,
    telling: Telling<User>,
  ): Promise<User | null> {
    return inTransaction(this.pool, async (client) => {
      const found = await client.query<UserRow>(`select ${USER} from ops.users where id = $1 for update`, [userId]);
      if (!found.rows[0]) return null;
      requireRevision(`user-${userId}`, expected, BigInt(found.rows[0].revision));
      const { rows } = await client.query<UserRow>(
        `update ops.users set password_hash = $2, must_change_password = $3, revision = revision + 1, updated_at = now()
          where id = $1 returning ${USER}`,
        [userId, passwordHash, mustChange],
      );
      const [changed] = rows.map(userOf);
      if (!changed) return null;
      await endSessions(client, userId, now);
      await this.facts.keepWith(client, telling(changed));
      return changed;
    });
  }

  async change(
    userId: string,
    { roles, isActive }: UserChange,
    now: string,
    telling: Telling<BeforeAndAfter>,
    expected?: bigint,
  ): Promise<ChangedUser> {
    return inTransaction(this.pool, async (client) => {
      // Every active admin is locked: of two who take each other's role away, the second sees the first.
      const admins = await client.query<{ id: string }>(
        `select id from ops.users where is_active and 'admin' = any(roles) order by id for update`,
      );
      const found = await client.query<UserRow>(`select ${USER} from ops.users where id = $1 for update`, [userId]);
      if (!found.rows[0]) return { kind: 'unknown' };
      const before = userOf(found.rows[0]);
      requireRevision(`user-${userId}`, expected, before.revision);
      const wished = { ...before, roles: roles ?? before.roles, isActive: isActive ?? before.isActive };
      const isOther = before.isActive !== wished.isActive || rolesOf(before) !== rolesOf(wished);
      const after = isOther ? { ...wished, revision: before.revision + 1n } : before;
      const others = admins.rows.filter(({ id }) => id !== userId).length;
      const wasAdmin = before.isActive && before.roles.includes('admin');
      if (wasAdmin && others === 0 && !(after.isActive && after.roles.includes('admin'))) return { kind: 'last_admin' };
      if (isOther) {
        await client.query(
          'update ops.users set roles = $2, is_active = $3, revision = $4, updated_at = now() where id = $1',
          [userId, after.roles, after.isActive, after.revision],
        );
        await endSessions(client, userId, now);
        await this.facts.keepWith(client, telling({ before, after }));
      }
      return { kind: 'changed', before, after };
    });
  }

  async keepRefreshToken({ hash, family, userId, expiresAt }: RefreshToken, telling: Telling): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      await client.query(
        'insert into ops.refresh_tokens (token_hash, family, user_id, expires_at) values ($1, $2, $3, $4)',
        [bytes(hash), family, userId, expiresAt],
      );
      await this.facts.keepWith(client, telling());
    });
  }

  async rotateRefreshToken(
    hash: string,
    successor: Pick<RefreshToken, 'hash' | 'expiresAt'>,
    now: string,
    reused: Telling<User>,
  ): Promise<Rotation> {
    return inTransaction(this.pool, async (client) => {
      // The row lock makes the second of two simultaneous uses see the first.
      const { rows } = await client.query<{
        family: string;
        user_id: string;
        is_spent: boolean;
        is_dead: boolean;
      }>(
        `select family, user_id, rotated_at is not null as is_spent,
                revoked_at is not null or expires_at <= $2 as is_dead
           from ops.refresh_tokens where token_hash = $1 for update`,
        [bytes(hash), now],
      );
      const [token] = rows;
      if (!token || token.is_dead) return { kind: 'invalid' };
      if (token.is_spent) {
        await client.query('update ops.refresh_tokens set revoked_at = $2 where family = $1 and revoked_at is null', [
          token.family,
          now,
        ]);
        const { rows: users } = await client.query<UserRow>(`select ${USER} from ops.users where id = $1`, [
          token.user_id,
        ]);
        const [user] = users.map(userOf);
        if (!user) return { kind: 'invalid' };
        await this.facts.keepWith(client, reused(user));
        return { kind: 'reused', user };
      }
      await client.query('update ops.refresh_tokens set rotated_at = $2 where token_hash = $1', [bytes(hash), now]);
      await client.query(
        'insert into ops.refresh_tokens (token_hash, family, user_id, expires_at) values ($1, $2, $3, $4)',
        [bytes(successor.hash), token.family, token.user_id, successor.expiresAt],
      );
      return { kind: 'rotated', userId: token.user_id };
    });
  }

  async revokeFamilyOf(hash: string, now: string, telling: Telling): Promise<boolean> {
    return inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        `update ops.refresh_tokens set revoked_at = $2
          where revoked_at is null and family = (select family from ops.refresh_tokens where token_hash = $1)`,
        [bytes(hash), now],
      );
      if ((rowCount ?? 0) === 0) return false;
      await this.facts.keepWith(client, telling());
      return true;
    });
  }

  async lockedUntil(username: string, now: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ locked_until: Date }>(
      'select locked_until from ops.login_failures where name_digest = $1 and locked_until > $2',
      [this.digestOf(username), now],
    );
    return rows[0]?.locked_until.toISOString() ?? null;
  }

  async recordFailure(
    username: string,
    limit: number,
    lockUntil: string,
    now: string,
    telling: Telling<boolean>,
  ): Promise<boolean> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<{ is_locked: boolean }>(
        `insert into ops.login_failures as known (name_digest, failures, locked_until, failed_at)
       values ($1, case when $2 <= 1 then 0 else 1 end, case when $2 <= 1 then $3::timestamptz end, $4)
       on conflict (name_digest) do update set
         failures = case
           when known.failed_at < $4::timestamptz - ${FORGET_FAILURES} then 1
           when known.failures + 1 >= $2 then 0
           else known.failures + 1 end,
         locked_until = case
           when known.failed_at >= $4::timestamptz - ${FORGET_FAILURES} and known.failures + 1 >= $2
           then $3::timestamptz else known.locked_until end,
         failed_at = $4
       returning failures = 0 as is_locked`,
        [this.digestOf(username), limit, lockUntil, now],
      );
      const isLocked = rows[0]?.is_locked ?? false;
      await this.facts.keepWith(client, telling(isLocked));
      return isLocked;
    });
  }

  async clearFailures(username: string): Promise<void> {
    await this.pool.query('delete from ops.login_failures where name_digest = $1', [this.digestOf(username)]);
  }

  private digestOf(username: string): string {
    return createHmac('sha256', this.nameKey).update(username).digest('base64url');
  }
}
