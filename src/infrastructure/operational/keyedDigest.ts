import { createHmac, hkdfSync } from 'node:crypto';
import type { Digest } from '../../application/order/orderObserver.js';

/** JSON with sorted keys: the same content gives the same text. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
};

/** Keyed by the installation: the digest stands in the log, beside personal data that it must not give away. */
export const keyedDigest = (masterKey: Uint8Array): Digest => {
  const key = Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(0), 'magflow reading digest v1', 32));
  return (value) => createHmac('sha256', key).update(canonical(value)).digest('base64url');
};
