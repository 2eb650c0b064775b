/** Why we close a socket (contract §4). */
export const CLOSE = {
  unauthenticated: 4401,
  forbidden: 4403,
  tooSlow: 4408,
  /** Service restart (RFC 6455 registry): come back. */
  restart: 1012,
} as const;
