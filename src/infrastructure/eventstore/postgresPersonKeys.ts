import { randomBytes, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { open, seal } from './authenticatedEncryption.js';
import type { KeyLookup, PersonKey, PersonKeys } from './personKeys.js';

const CACHED_KEYS = 20_000;
/** An erasure in another process is seen here after this time at the latest. */
const CACHED_MS = 5_000;

type Row = { kid: string; wrapped_key: Buffer | null };

/** Keys in `ops.person_keys`, each wrapped by the installation's master key and bound to its own name. */
export class PostgresPersonKeys implements PersonKeys {
  private readonly cache = new LRUCache<string, Buffer>({ max: CACHED_KEYS, ttl: CACHED_MS });

  constructor(
    private readonly pool: Pick<pg.Pool, 'query'>,
    private readonly masterKey: Buffer,
  ) {}

  async forWriting(personId: string): Promise<PersonKey> {
    // Not from the cache: what is written under a key that was erased meanwhile could never be read.
    for (;;) {
      const { rows } = await this.pool.query<Row>(
        'SELECT kid, wrapped_key FROM ops.person_keys WHERE person_id = $1 AND wrapped_key IS NOT NULL',
        [personId],
      );
      const [row] = rows;
      if (row?.wrapped_key) return { kid: row.kid, key: this.unwrap(row.kid, row.wrapped_key) };
      await this.create(personId);
    }
  }

  async forReading(kids: readonly string[]): Promise<ReadonlyMap<string, KeyLookup>> {
    const found = new Map<string, KeyLookup>();
    const missing = new Set<string>();
    for (const kid of kids) {
      const key = this.cache.get(kid);
      if (key) found.set(kid, key);
      else missing.add(kid);
    }
    if (missing.size === 0) return found;

    const { rows } = await this.pool.query<Row>(
      'SELECT kid, wrapped_key FROM ops.person_keys WHERE kid = ANY ($1::uuid[])',
      [[...missing]],
    );
    for (const kid of missing) found.set(kid, 'unknown');
    for (const { kid, wrapped_key: wrapped } of rows) {
      const key = wrapped ? this.unwrap(kid, wrapped) : 'erased';
      found.set(kid, key);
      if (key !== 'erased') this.cache.set(kid, key);
    }
    return found;
  }

  async erase(personId: string): Promise<void> {
    const { rows } = await this.pool.query<{ kid: string }>(
      `UPDATE ops.person_keys SET wrapped_key = NULL, erased_at = now()
       WHERE person_id = $1 AND wrapped_key IS NOT NULL RETURNING kid`,
      [personId],
    );
    for (const { kid } of rows) this.cache.delete(kid);
  }

  /** Two processes may do this at once; the unique index lets one of them win, and both read the winner's. */
  private async create(personId: string): Promise<void> {
    const kid = randomUUID();
    const wrapped = seal(this.masterKey, randomBytes(32), kid);
    await this.pool.query(
      `INSERT INTO ops.person_keys (kid, person_id, wrapped_key) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) WHERE wrapped_key IS NOT NULL DO NOTHING`,
      [kid, personId, Buffer.concat([wrapped.iv, wrapped.tag, wrapped.ciphertext])],
    );
  }

  private unwrap(kid: string, wrapped: Buffer): Buffer {
    return open(
      this.masterKey,
      { iv: wrapped.subarray(0, 12), tag: wrapped.subarray(12, 28), ciphertext: wrapped.subarray(28) },
      kid,
    );
  }
}
