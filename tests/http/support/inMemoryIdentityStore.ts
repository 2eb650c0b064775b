import type { KeptFact, Telling } from '../../../src/application/ports/audit.js';
import { RevisionConflict } from '../../../src/application/ports/eventStore.js';
import type {
  BeforeAndAfter,
  ChangedUser,
  IdentityStore,
  PasswordChange,
  RefreshToken,
  Rotation,
  User,
  UserChange,
} from '../../../src/infrastructure/identity/identityStore.js';

const refuseStale = ({ id, revision }: User, expected: bigint | undefined): void => {
  if (expected !== undefined && expected !== revision) throw new RevisionConflict(`user-${id}`, expected, revision);
};

interface Session extends RefreshToken {
  isSpent: boolean;
  isRevoked: boolean;
}

export class InMemoryIdentityStore implements IdentityStore {
  private readonly users = new Map<string, User>();
  private readonly sessions = new Map<string, Session>();
  private readonly failures = new Map<string, { count: number; lockedUntil: string | null }>();

  constructor(private readonly keep: (facts: readonly KeptFact[]) => void = () => undefined) {}

  hasUsers = () => Promise.resolve(this.users.size > 0);
  byId = (id: string) => Promise.resolve(this.users.get(id) ?? null);
  byUsername = (username: string) => Promise.resolve(this.named(username) ?? null);
  list = () => Promise.resolve([...this.users.values()].sort((a, b) => (a.username < b.username ? -1 : 1)));

  create(user: User, telling: Telling): Promise<boolean> {
    if (this.named(user.username)) return Promise.resolve(false);
    this.users.set(user.id, user);
    this.keep(telling());
    return Promise.resolve(true);
  }

  async setPassword(
    { userId, passwordHash, mustChange: mustChangePassword, expected }: PasswordChange,
    telling: Telling<User>,
  ): Promise<User | null> {
    const before = this.users.get(userId);
    if (!before) return null;
    refuseStale(before, expected);
    const after = { ...before, passwordHash, mustChangePassword, revision: before.revision + 1n };
    this.users.set(userId, after);
    this.revokeAllOf(userId);
    this.keep(telling(after));
    return Promise.resolve(after);
  }

  async change(
    userId: string,
    { roles, isActive }: UserChange,
    _now: string,
    telling: Telling<BeforeAndAfter>,
    expected?: bigint,
  ): Promise<ChangedUser> {
    const before = this.users.get(userId);
    if (!before) return { kind: 'unknown' };
    refuseStale(before, expected);
    const wished = { ...before, roles: roles ?? before.roles, isActive: isActive ?? before.isActive };
    const isOther =
      before.isActive !== wished.isActive || [...before.roles].sort().join() !== [...wished.roles].sort().join();
    const after = isOther ? { ...wished, revision: before.revision + 1n } : before;
    const isAdmin = (user: User) => user.isActive && user.roles.includes('admin');
    const admins = [...this.users.values()].filter((user) => isAdmin(user.id === userId ? after : user));
    if (isAdmin(before) && admins.length === 0) return Promise.resolve({ kind: 'last_admin' });
    this.users.set(userId, after);
    if (isOther) {
      this.revokeAllOf(userId);
      this.keep(telling({ before, after }));
    }
    return Promise.resolve({ kind: 'changed', before, after });
  }

  keepRefreshToken(token: RefreshToken, telling: Telling): Promise<void> {
    this.sessions.set(token.hash, { ...token, isSpent: false, isRevoked: false });
    return Promise.resolve(this.keep(telling()));
  }

  rotateRefreshToken(
    hash: string,
    successor: Pick<RefreshToken, 'hash' | 'expiresAt'>,
    now: string,
    reused: Telling<User>,
  ): Promise<Rotation> {
    const session = this.sessions.get(hash);
    if (!session || session.isRevoked || session.expiresAt <= now) return Promise.resolve({ kind: 'invalid' });
    if (session.isSpent) {
      for (const one of this.sessions.values()) if (one.family === session.family) one.isRevoked = true;
      const user = this.users.get(session.userId);
      if (!user) return Promise.resolve({ kind: 'invalid' });
      this.keep(reused(user));
      return Promise.resolve({ kind: 'reused', user });
    }
    session.isSpent = true;
    const { family, userId } = session;
    this.sessions.set(successor.hash, { ...successor, family, userId, isSpent: false, isRevoked: false });
    return Promise.resolve({ kind: 'rotated', userId });
  }

  revokeFamilyOf(hash: string, _now: string, telling: Telling): Promise<boolean> {
    const family = this.sessions.get(hash)?.family;
    const open = [...this.sessions.values()].filter((one) => one.family === family && !one.isRevoked);
    for (const one of open) one.isRevoked = true;
    if (open.length > 0) this.keep(telling());
    return Promise.resolve(open.length > 0);
  }

  private revokeAllOf(userId: string): void {
    for (const one of this.sessions.values()) if (one.userId === userId) one.isRevoked = true;
  }

  lockedUntil(username: string, now: string): Promise<string | null> {
    const until = this.failures.get(username)?.lockedUntil ?? null;
    return Promise.resolve(until !== null && until > now ? until : null);
  }

  recordFailure(
    username: string,
    limit: number,
    lockUntil: string,
    _now: string,
    telling: Telling<boolean>,
  ): Promise<boolean> {
    const { count, lockedUntil } = this.failures.get(username) ?? { count: 0, lockedUntil: null };
    const isFull = count + 1 >= limit;
    this.failures.set(username, { count: isFull ? 0 : count + 1, lockedUntil: isFull ? lockUntil : lockedUntil });
    this.keep(telling(isFull));
    return Promise.resolve(isFull);
  }

  clearFailures(username: string): Promise<void> {
    this.failures.delete(username);
    return Promise.resolve();
  }

  private named(username: string): User | undefined {
    return [...this.users.values()].find((user) => user.username.toLowerCase() === username.toLowerCase());
  }
}
