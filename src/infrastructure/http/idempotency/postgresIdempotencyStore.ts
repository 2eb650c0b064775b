import { createHmac, hkdfSync } from 'node:crypto';
import type pg from 'pg';
import { open, seal } from '../../eventstore/authenticatedEncryption.js';
import type { IdempotencyClaim, IdempotencyStore, KeptAnswer } from './idempotencyStore.js';

interface Row {
  request_digest: string;
  state: 'running' | 'done';
  status: number | null;
  headers: Record<string, string> | null;
  body: Buffer | null;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEEP = "interval '24 hours'";

export interface IdempotencyOptions {
  /** After this long a request without an answer is taken for dead: longer than any command may wait. */
  readonly leaseSeconds: number;
}

/** Answers in `ops.idempotency_answers`; bodies are encrypted, for they hold what the answers held. */
export class PostgresIdempotencyStore implements IdempotencyStore {
  private readonly key: Buffer;
  private readonly leaseSeconds: number;

  constructor(
    private readonly pool: pg.Pool,
    masterKey: Uint8Array,
    { leaseSeconds = 120 }: Partial<IdempotencyOptions> = {},
  ) {
    this.key = Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(0), 'magflow idempotency answers v1', 32));
    this.leaseSeconds = leaseSeconds;
  }

  async claim(userId: string, key: string, digest: string): Promise<IdempotencyClaim> {
    // Keyed: a request may hold a password, and a plain digest could be guessed against.
    const requestDigest = createHmac('sha256', this.key).update(digest).digest('hex');
    // An answer that is too old, or a request of the same meaning that died without one, is as good as none.
    const { rowCount } = await this.pool.query(
      `insert into ops.idempotency_answers as kept (user_id, key, request_digest, state, created_at, expires_at)
       values ($1, $2, $3, 'running', now(), now() + ${KEEP})
       on conflict (user_id, key) do update
         set request_digest = excluded.request_digest, state = 'running', status = null, headers = null, body = null,
             created_at = now(), expires_at = excluded.expires_at
         where kept.expires_at <= now()
            or (kept.state = 'running' and kept.request_digest = excluded.request_digest
                and kept.created_at < now() - make_interval(secs => $4))`,
      [userId, key, requestDigest, this.leaseSeconds],
    );
    if (rowCount === 1) return { kind: 'started' };
    const { rows } = await this.pool.query<Row>(
      'select request_digest, state, status, headers, body from ops.idempotency_answers where user_id = $1 and key = $2',
      [userId, key],
    );
    const [row] = rows;
    // Released between the two statements: whoever asks next may start.
    if (!row) return { kind: 'running' };
    if (row.request_digest !== requestDigest) return { kind: 'mismatch' };
    if (row.state === 'running' || row.status === null) return { kind: 'running' };
    return {
      kind: 'done',
      answer: {
        status: row.status,
        headers: row.headers ?? {},
        body: row.body && this.unsealed(row.body, `${userId}/${key}`),
      },
    };
  }

  async keep(userId: string, key: string, { status, headers, body }: KeptAnswer): Promise<void> {
    await this.pool.query(
      `update ops.idempotency_answers set state = 'done', status = $3, headers = $4, body = $5
        where user_id = $1 and key = $2`,
      [userId, key, status, JSON.stringify(headers), body && this.sealed(body, `${userId}/${key}`)],
    );
  }

  async release(userId: string, key: string): Promise<void> {
    await this.pool.query("delete from ops.idempotency_answers where user_id = $1 and key = $2 and state = 'running'", [
      userId,
      key,
    ]);
  }

  private sealed(body: Uint8Array, context: string): Buffer {
    const { iv, tag, ciphertext } = seal(this.key, Buffer.from(body), context);
    return Buffer.concat([iv, tag, ciphertext]);
  }

  private unsealed(bytes: Buffer, context: string): Buffer {
    return open(
      this.key,
      {
        iv: bytes.subarray(0, IV_BYTES),
        tag: bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
        ciphertext: bytes.subarray(IV_BYTES + TAG_BYTES),
      },
      context,
    );
  }
}
