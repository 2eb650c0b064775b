export const ROLES = ['admin', 'operator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking, as an access token and the user's row tell it. */
export interface Principal {
  readonly userId: string;
  readonly username: string;
  readonly roles: readonly Role[];
  /** Nothing but choosing a password is allowed. */
  readonly mustChangePassword: boolean;
  /** Milliseconds since the epoch; after it the token is worth nothing. */
  readonly expiresAt: number;
}

/** Whoever calls a route that is open to all. */
export const ANONYMOUS: Principal = {
  userId: 'anonymous',
  username: 'anonymous',
  roles: [],
  mustChangePassword: false,
  expiresAt: Number.POSITIVE_INFINITY,
};
