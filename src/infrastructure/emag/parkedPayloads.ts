import { createHmac, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { PayloadCipher } from './payloadCipher.js';

/** A row that could not be understood. `reference` is its id, if it had one. */
export interface UnreadablePayload {
  readonly account: string;
  readonly kind: 'order' | 'offer' | 'category' | 'return';
  readonly reference: string | null;
  readonly reason: string;
  readonly payload: unknown;
}

/** Keeps rows that could not be understood, encrypted, each once however often it is read. */
export class ParkedPayloads {
  constructor(
    private readonly pool: Pool,
    private readonly cipher: PayloadCipher,
    private readonly masterKey: Buffer,
  ) {}

  async park({ account, kind, reference, reason, payload }: UnreadablePayload): Promise<void> {
    const text = JSON.stringify(payload) ?? 'null';
    const digest = createHmac('sha256', this.masterKey).update(text).digest('hex');
    await this.pool.query(
      `insert into ops.parked_payloads (id, account, kind, reference, reason, digest, payload)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (account, kind, digest) do update set reason = excluded.reason, parked_at = now()`,
      [randomUUID(), account, kind, reference, reason, digest, this.cipher.seal(text)],
    );
  }
}
