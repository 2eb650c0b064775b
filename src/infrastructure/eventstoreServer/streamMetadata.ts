import { TOMBSTONE_REVISION } from './storedEvent.js';

/** What the log itself obeys of a stream's metadata. The other keys belong to clients. */
export interface StreamMetadata {
  readonly maxCount?: bigint;
  readonly maxAgeSeconds?: number;
  /** First revision that stream reads may show; `TOMBSTONE_REVISION` is a soft delete. */
  readonly truncateBefore?: bigint;
}

const parseObject = (raw: Uint8Array): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(raw).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};

// JSON numbers lose precision above 2^53, where only the soft delete's 2^63-1 has a meaning.
const toRevision = (value: unknown): bigint | undefined => {
  if (typeof value !== 'number' || value < 0 || !Number.isInteger(value)) return undefined;
  return value >= 2 ** 63 ? TOMBSTONE_REVISION : BigInt(value);
};

/** Reads the newest metadata event of a stream; what is not valid JSON or not positive counts as not said. */
export const parseStreamMetadata = (raw: Uint8Array): StreamMetadata => {
  const object = parseObject(raw) ?? {};
  const maxCount = toRevision(object.$maxCount);
  const maxAge = object.$maxAge;
  const truncateBefore = toRevision(object.$tb);
  return {
    ...(maxCount !== undefined && maxCount > 0n && { maxCount }),
    ...(typeof maxAge === 'number' && maxAge > 0 && { maxAgeSeconds: maxAge }),
    ...(truncateBefore !== undefined && { truncateBefore }),
  };
};

export const isSoftDeleted = ({ truncateBefore }: StreamMetadata): boolean => truncateBefore === TOMBSTONE_REVISION;

export const SOFT_DELETE_METADATA = Buffer.from(`{"$tb":${TOMBSTONE_REVISION}}`);

/** The same metadata with the soft delete lifted: everything from `firstRevision` on is visible. Undefined if not JSON. */
export const withoutSoftDelete = (raw: Uint8Array, firstRevision: bigint): Uint8Array | undefined => {
  const object = parseObject(raw);
  return object && Buffer.from(JSON.stringify({ ...object, $tb: Number(firstRevision) }));
};
