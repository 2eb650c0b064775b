import type { Telling } from '../../application/ports/audit.js';
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
  | { readonly kind: 'reused'; readonly user: User }
  | { readonly kind: 'invalid' };

/** What an admin may change of a user. */
export interface UserChange {
  readonly roles?: readonly Role[];
  readonly isActive?: boolean;
}

export interface BeforeAndAfter {
  readonly before: User;
  readonly after: User;
}

export interface PasswordChange {
  readonly userId: string;
  readonly passwordHash: string;
  readonly mustChange: boolean;
  readonly now: string;
  /** The revision that the user must be at. */
  readonly expected?: bigint | undefined;
}

/** `last_admin`: nobody could administer the installation afterwards, so nothing was changed. */
export type ChangedUser =
  ({ readonly kind: 'changed' } & BeforeAndAfter) | { readonly kind: 'unknown' } | { readonly kind: 'last_admin' };

/**
 * Users and their sessions. User names are compared without regard to case. What changes something asks its telling when
 * the change is certain, and keeps the facts in the same transaction; nothing is told of what was not done.
 */
export interface IdentityStore {
  hasUsers(): Promise<boolean>;
  byUsername(username: string): Promise<User | null>;
  byId(id: string): Promise<User | null>;
  list(): Promise<readonly User[]>;
  /** False when the name is taken: whoever comes second creates nothing. */
  create(user: User, telling: Telling): Promise<boolean>;
  /**
   * Ends the user's sessions with it. The user as it is then; null when there is none.
   * @throws RevisionConflict when it is not at `expected` any more
   */
  setPassword(change: PasswordChange, telling: Telling<User>): Promise<User | null>;
  /**
   * Ends the user's sessions when something changed. One active admin stays, whoever else is changed meanwhile.
   * @throws RevisionConflict when the user is not at `expected` any more
   */
  change(
    userId: string,
    change: UserChange,
    now: string,
    telling: Telling<BeforeAndAfter>,
    expected?: bigint,
  ): Promise<ChangedUser>;

  keepRefreshToken(token: RefreshToken, telling: Telling): Promise<void>;
  /** Exchanges a token for its successor, exactly once, also when two processes are asked at the same moment. */
  rotateRefreshToken(
    hash: string,
    successor: Pick<RefreshToken, 'hash' | 'expiresAt'>,
    now: string,
    reused: Telling<User>,
  ): Promise<Rotation>;
  /** False when there was nothing to revoke. */
  revokeFamilyOf(hash: string, now: string, telling: Telling): Promise<boolean>;

  /** Until when this name may not try again, whether or not there is such a user; null when it may. */
  lockedUntil(username: string, now: string): Promise<string | null>;
  /**
   * Counts a failure; the one that reaches `limit` locks the name until `lockUntil` and starts counting anew. True when
   * it was that one, which is what its telling is asked with.
   */
  recordFailure(
    username: string,
    limit: number,
    lockUntil: string,
    now: string,
    telling: Telling<boolean>,
  ): Promise<boolean>;
  clearFailures(username: string): Promise<void>;
}
