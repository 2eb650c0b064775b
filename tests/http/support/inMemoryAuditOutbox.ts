import type { AuditOutbox, KeptFact, Moved } from '../../../src/application/ports/audit.js';

export class InMemoryAuditOutbox implements AuditOutbox {
  private readonly waiting = new Map<string, { readonly fact: KeptFact; attempts: number }>();
  private readonly handedOut = new Set<string>();

  keep(fact: KeptFact): Promise<void> {
    if (!this.waiting.has(fact.id)) this.waiting.set(fact.id, { fact, attempts: 0 });
    return Promise.resolve();
  }

  async handOut(limit: number, work: (facts: readonly KeptFact[]) => Promise<Moved>): Promise<number> {
    const free = [...this.waiting.values()]
      .filter(({ fact }) => !this.handedOut.has(fact.id))
      .sort((a, b) => a.attempts - b.attempts)
      .slice(0, limit);
    if (free.length === 0) return 0;
    for (const { fact } of free) this.handedOut.add(fact.id);
    try {
      const { done, refused } = await work(free.map(({ fact }) => fact));
      for (const id of done) this.waiting.delete(id);
      for (const one of free) if (refused.includes(one.fact.id)) one.attempts += 1;
      return free.length;
    } finally {
      for (const { fact } of free) this.handedOut.delete(fact.id);
    }
  }
}
