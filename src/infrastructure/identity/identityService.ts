import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Telling } from '../../application/ports/audit.js';
import type { Clock } from '../../application/ports/clock.js';
import type { AccessClaims, AccessTokens } from './accessTokens.js';
import type { BeforeAndAfter, ChangedUser, IdentityStore, User, UserChange } from './identityStore.js';
import { checkPassword, hashPassword, oneTimePassword } from './passwords.js';
import type { Principal, Role } from './principal.js';

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/** `user` is null when nobody has the name; `lockedUntil` when this failure locked it. For the audit alone. */
export interface RefusedSignIn {
  readonly user: User | null;
  readonly lockedUntil: string | null;
}

/** What is told of a sign-in, whatever comes of it. */
export interface SignInTellings {
  readonly signedIn: Telling<User>;
  readonly refused: Telling<RefusedSignIn>;
}

export type LoginResult =
  | ({ readonly kind: 'signed_in'; readonly user: User } & TokenPair)
  | ({ readonly kind: 'refused' } & RefusedSignIn)
  | { readonly kind: 'locked'; readonly until: string };

export type RefreshResult =
  ({ readonly kind: 'refreshed' } & TokenPair) | { readonly kind: 'invalid' } | { readonly kind: 'reused' };

export interface IdentityOptions {
  /** Failures in a row that lock a name. */
  readonly maxFailures: number;
  readonly lockMs: number;
  readonly refreshLifetimeMs: number;
  /** How long another process may still act on what a user was before. */
  readonly userCacheMs: number;
}

const DEFAULTS: IdentityOptions = {
  maxFailures: 5,
  lockMs: 5 * 60_000,
  refreshLifetimeMs: 30 * 86_400_000,
  userCacheMs: 2_000,
};

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Names differ in more than case only by mistake. */
export const normalUsername = (username: string): string => username.normalize('NFC').trim().toLowerCase();

/** Logins, sessions and users of this installation. */
export class IdentityService {
  private readonly options: IdentityOptions;
  private readonly users: LRUCache<string, User>;
  /** Tokens whose signature was right: it stays so until they expire, and checking it costs more than a short answer. */
  private readonly verified = new LRUCache<string, AccessClaims>({ max: 5_000 });

  constructor(
    private readonly store: IdentityStore,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
    options: Partial<IdentityOptions> = {},
  ) {
    this.options = { ...DEFAULTS, ...options };
    this.users = new LRUCache({ max: 1_000, ttl: Math.max(1, this.options.userCacheMs) });
  }

  /**
   * Creates the first admin, once; null when there are users already. The one-time password is to be shown; it is null
   * when the installation brought a password of its own (which then need not be changed).
   */
  async ensureAdmin(
    password: string | null,
    telling: Telling<User>,
  ): Promise<{ readonly user: User; readonly oneTimePassword: string | null } | null> {
    if (await this.store.hasUsers()) return null;
    const chosen = password ?? oneTimePassword();
    const user: User = {
      id: randomUUID(),
      username: 'admin',
      passwordHash: await hashPassword(chosen),
      roles: ['admin'],
      mustChangePassword: password === null,
      isActive: true,
      createdAt: this.clock.now().toISOString(),
      revision: 0n,
    };
    if (!(await this.store.create(user, () => telling(user)))) return null;
    return { user, oneTimePassword: password === null ? chosen : null };
  }

  /** The same answer, after the same work, for a wrong password and for a name that does not exist. */
  async login(username: string, password: string, tellings: SignInTellings): Promise<LoginResult> {
    const name = normalUsername(username);
    const now = this.clock.now();
    const until = await this.store.lockedUntil(name, now.toISOString());
    if (until) return { kind: 'locked', until };
    const user = await this.store.byUsername(name);
    const isRight = await checkPassword(password, user?.passwordHash ?? null);
    if (!user || !isRight || !user.isActive) {
      const lockUntil = new Date(now.getTime() + this.options.lockMs).toISOString();
      const refusalOf = (isLocked: boolean) => ({ user, lockedUntil: isLocked ? lockUntil : null });
      const { maxFailures } = this.options;
      const isLocked = await this.store.recordFailure(name, maxFailures, lockUntil, now.toISOString(), (isFull) =>
        tellings.refused(refusalOf(isFull)),
      );
      return { kind: 'refused', ...refusalOf(isLocked) };
    }
    await this.store.clearFailures(name);
    const refreshToken = randomBytes(32).toString('base64url');
    const token = {
      hash: digest(refreshToken),
      family: randomUUID(),
      userId: user.id,
      expiresAt: this.refreshExpiry(),
    };
    await this.store.keepRefreshToken(token, () => tellings.signedIn(user));
    return { kind: 'signed_in', user, ...(await this.pair(user.id, refreshToken)) };
  }

  /** One use for each refresh token; a second use revokes everything that came of the same login. */
  async refresh(refreshToken: string, reused: Telling<User>): Promise<RefreshResult> {
    const successor = randomBytes(32).toString('base64url');
    const rotation = await this.store.rotateRefreshToken(
      digest(refreshToken),
      { hash: digest(successor), expiresAt: this.refreshExpiry() },
      this.clock.now().toISOString(),
      reused,
    );
    if (rotation.kind !== 'rotated') return { kind: rotation.kind };
    const user = await this.store.byId(rotation.userId);
    if (!user?.isActive) return { kind: 'invalid' };
    return { kind: 'refreshed', ...(await this.pair(user.id, successor)) };
  }

  /** False when the token stood for no session. */
  logout(refreshToken: string, telling: Telling): Promise<boolean> {
    return this.store.revokeFamilyOf(digest(refreshToken), this.clock.now().toISOString(), telling);
  }

  /** False when the current password is wrong. Ends all sessions of the user: whoever knew the old one is out. */
  async changePassword(userId: string, current: string, next: string, telling: Telling<User>): Promise<boolean> {
    const user = await this.store.byId(userId);
    if (!(await checkPassword(current, user?.passwordHash ?? null))) return false;
    return (await this.setPassword(userId, next, false, telling)) !== null;
  }

  async setPassword(
    userId: string,
    password: string,
    mustChange: boolean,
    telling: Telling<User>,
    expected?: bigint,
  ): Promise<User | null> {
    const passwordHash = await hashPassword(password);
    const now = this.clock.now().toISOString();
    const user = await this.store.setPassword({ userId, passwordHash, mustChange, now, expected }, telling);
    this.users.delete(userId);
    return user;
  }

  /** Null when the name is taken. `mustChange`: the password is a one-time one. */
  async createUser(
    username: string,
    password: string,
    roles: readonly Role[],
    mustChange: boolean,
    telling: Telling<User>,
  ): Promise<User | null> {
    const user: User = {
      id: randomUUID(),
      username: normalUsername(username),
      passwordHash: await hashPassword(password),
      roles,
      mustChangePassword: mustChange,
      isActive: true,
      createdAt: this.clock.now().toISOString(),
      revision: 0n,
    };
    return (await this.store.create(user, () => telling(user))) ? user : null;
  }

  /** Other roles, or whether the user may come in at all. Sessions end; an access token in hand stands for what is now. */
  async changeUser(
    userId: string,
    change: UserChange,
    telling: Telling<BeforeAndAfter>,
    expected?: bigint,
  ): Promise<ChangedUser> {
    const changed = await this.store.change(userId, change, this.clock.now().toISOString(), telling, expected);
    this.users.delete(userId);
    return changed;
  }

  /** A one-time password in place of a forgotten one, and the end of all sessions. Null when there is no such user. */
  async resetPassword(
    userId: string,
    telling: Telling<User>,
    expected?: bigint,
  ): Promise<{ readonly user: User; readonly password: string } | null> {
    const password = oneTimePassword();
    const user = await this.setPassword(userId, password, true, telling, expected);
    if (!user) return null;
    await this.store.clearFailures(user.username);
    return { user, password };
  }

  byId(userId: string): Promise<User | null> {
    return this.store.byId(userId);
  }

  listUsers(): Promise<readonly User[]> {
    return this.store.list();
  }

  byUsername(username: string): Promise<User | null> {
    return this.store.byUsername(normalUsername(username));
  }

  /** Who an access token stands for now; null when it stands for nobody. */
  async principalOf(accessToken: string): Promise<Principal | null> {
    const claims = await this.claimsOf(accessToken);
    if (!claims) return null;
    const user = await this.currentUser(claims.userId);
    if (!user?.isActive) return null;
    return {
      userId: user.id,
      username: user.username,
      roles: user.roles,
      mustChangePassword: user.mustChangePassword,
      expiresAt: claims.expiresAt,
    };
  }

  private async claimsOf(accessToken: string): Promise<AccessClaims | null> {
    const now = this.clock.now();
    const known = this.verified.get(accessToken);
    if (known) return known.expiresAt > now.getTime() ? known : null;
    const claims = await this.tokens.verify(accessToken, now);
    if (claims) this.verified.set(accessToken, claims);
    return claims;
  }

  private async currentUser(id: string): Promise<User | null> {
    const known = this.users.get(id);
    // A user who just chose a password, perhaps in another process, must not be sent back to choose one.
    if (known && !known.mustChangePassword) return known;
    const user = await this.store.byId(id);
    if (user) this.users.set(id, user);
    return user;
  }

  private async pair(userId: string, refreshToken: string): Promise<TokenPair> {
    return {
      accessToken: await this.tokens.issue(userId, this.clock.now()),
      refreshToken,
      expiresInSeconds: this.tokens.lifetimeSeconds,
    };
  }

  private refreshExpiry(): string {
    return new Date(this.clock.now().getTime() + this.options.refreshLifetimeMs).toISOString();
  }
}
