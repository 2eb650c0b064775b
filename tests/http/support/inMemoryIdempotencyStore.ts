import type {
  IdempotencyClaim,
  IdempotencyStore,
  KeptAnswer,
} from '../../../src/infrastructure/http/idempotency/idempotencyStore.js';

export class InMemoryIdempotencyStore implements IdempotencyStore {
  private readonly rows = new Map<string, { digest: string; answer: KeptAnswer | null }>();

  claim(userId: string, key: string, digest: string): Promise<IdempotencyClaim> {
    const row = this.rows.get(`${userId}/${key}`);
    if (!row) {
      this.rows.set(`${userId}/${key}`, { digest, answer: null });
      return Promise.resolve({ kind: 'started' });
    }
    if (row.digest !== digest) return Promise.resolve({ kind: 'mismatch' });
    return Promise.resolve(row.answer ? { kind: 'done', answer: row.answer } : { kind: 'running' });
  }

  keep(userId: string, key: string, answer: KeptAnswer): Promise<void> {
    const row = this.rows.get(`${userId}/${key}`);
    if (row) row.answer = answer;
    return Promise.resolve();
  }

  release(userId: string, key: string): Promise<void> {
    if (!this.rows.get(`${userId}/${key}`)?.answer) this.rows.delete(`${userId}/${key}`);
    return Promise.resolve();
  }
}
