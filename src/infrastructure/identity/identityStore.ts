import type { Role } from './principal.js';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly mustChangePassword: boolean;
  readonly isActive: boolean;
  readonly createdAt: string;
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
  { readonly kind: 'rotated'; readonly userId: string } | { readonly kind: 'reused' } | { readonly kind: 'invalid' };

/** Users and their sessions. User names are compared without regard to case. */
export interface IdentityStore {
  hasUsers(): Promise<boolean>;
  byUsername(username: string): Promise<User | null>;
  byId(id: string): Promise<User | null>;
  list(): Promise<readonly User[]>;
  /** False when the name is taken: whoever comes second creates nothing. */
  create(user: User): Promise<boolean>;
  setPassword(userId: string, passwordHash: string, mustChange: boolean): Promise<void>;

  keepRefreshToken(token: RefreshToken): Promise<void>;
  /** Exchanges a token for its successor, exactly once, also when two processes are asked at the same moment. */
  rotateRefreshToken(hash: string, successor: Pick<RefreshToken, 'hash' | 'expiresAt'>, now: string): Promise<Rotation>;
  revokeFamilyOf(hash: string, now: string): Promise<void>;
  revokeAllOf(userId: string, now: string): Promise<void>;

  /** Until when this name may not try again, whether or not there is such a user; null when it may. */
  lockedUntil(username: string, now: string): Promise<string | null>;
  /** Counts a failure; the one that reaches `limit` locks the name until `lockUntil` and starts counting anew. */
  recordFailure(username: string, limit: number, lockUntil: string, now: string): Promise<void>;
  clearFailures(username: string): Promise<void>;
}
