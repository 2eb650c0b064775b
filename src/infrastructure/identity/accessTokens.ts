import { jwtVerify, SignJWT } from 'jose';
import { hkdfSync } from 'node:crypto';

const ISSUER = 'magflow';
const AUDIENCE = 'magflow-api';

export interface AccessClaims {
  readonly userId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface AccessTokens {
  readonly lifetimeSeconds: number;
  issue(userId: string, now: Date): Promise<string>;
  /** Null for anything that is not a live token of ours. */
  verify(token: string, now: Date): Promise<AccessClaims | null>;
}

/** Signed with a key of its own, derived from the installation's master key, so that every process can check them. */
export const createAccessTokens = (masterKey: Uint8Array, lifetimeSeconds = 900): AccessTokens => {
  const key = new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), 'magflow access tokens v1', 32));
  return {
    lifetimeSeconds,
    issue: (userId, now) => {
      const issuedAt = Math.floor(now.getTime() / 1000);
      return new SignJWT({})
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(userId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(key);
    },
    verify: async (token, now) => {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          typ: 'at+jwt',
          issuer: ISSUER,
          audience: AUDIENCE,
          requiredClaims: ['sub', 'exp'],
          currentDate: now,
        });
        return { userId: payload.sub ?? '', expiresAt: (payload.exp ?? 0) * 1000 };
      } catch {
        // Not a token of ours, or no longer: the caller needs no more than that.
        return null;
      }
    },
  };
};
