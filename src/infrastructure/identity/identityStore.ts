import type { Role } from './principal.js';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly mustChangePassword: boolean;
  readonly isActive: boolean;
  readonly createdAt: string;
  /** 0 when created, one more with each change. */
  readonly revision: bigint;
}

export interface RefreshToken {
  /** SHA-256 of the token, hexadecimal: the token itself is nowhere. */
  readonly hash: string;
  /** All tokens that descend from one login. */
  readonly family: string;
  readonly userId: string;
  readonly expiresAt: string;
}

/** `reused`: it was rotated before, so its family is revoked now. */
export type Rotation =
  | { readonly kind: 'rotated'; readonly userId: string }
  | { readonly kind: 'reused'; readonly userId: string }
  | { readonly kind: 'invalid' };

/** What an admin may change of a user. */
export interface UserChange {
  readonly roles?: readonly Role[];
  readonly isActive?: boolean;
}

/** `last_admin`: nobody could administer the installation afterwards, so nothing was changed. */
export type ChangedUser =
  | { readonly kind: 'changed'; readonly before: User; readonly after: User }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'last_admin' };

/** Users and their sessions. User names are compared without regard to case. */
export interface IdentityStore {
  hasUsers(): Promise<boolean>;
  byUsername(username: string): Promise<User | null>;
  byId(id: string): Promise<User | null>;
  list(): Promise<readonly User[]>;
  /** False when the name is taken: whoever comes second creates nothing. */
  create(user: User): Promise<boolean>;
  /** The user as it is then; null when there is none. @throws RevisionConflict when it is not at `expected` any more */
  setPassword(userId: string, passwordHash: string, mustChange: boolean, expected?: bigint): Promise<User | null>;
  /**
   * Ends the user's sessions when something changed. One active admin stays, whoever else is changed meanwhile.
   * @throws RevisionConflict when the user is not at `expected` any more
   */
  change(userId: string, change: UserChange, now: string, expected?: bigint): Promise<ChangedUser>;

  keepRefreshToken(token: RefreshToken): Promise<void>;
  /** Exchanges a token for its successor, exactly once, also when two processes are asked at the same moment. */
  rotateRefreshToken(hash: string, successor: Pick<RefreshToken, 'hash' | 'expiresAt'>, now: string): Promise<Rotation>;
  /** False when there was nothing to revoke. */
  revokeFamilyOf(hash: string, now: string): Promise<boolean>;
  revokeAllOf(userId: string, now: string): Promise<void>;

  /** Until when this name may not try again, whether or not there is such a user; null when it may. */
  lockedUntil(username: string, now: string): Promise<string | null>;
  /**
   * Counts a failure; the one that reaches `limit` locks the name until `lockUntil` and starts counting anew. True when
   * it was that one.
   */
  recordFailure(username: string, limit: number, lockUntil: string, now: string): Promise<boolean>;
  clearFailures(username: string): Promise<void>;
}
