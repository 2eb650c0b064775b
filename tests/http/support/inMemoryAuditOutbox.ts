import type { AuditOutbox, KeptFact, Moved } from '../../../src/application/ports/audit.js';

export class InMemoryAuditOutbox implements AuditOutbox {
  private readonly waiting = new Map<string, { fact: KeptFact; attempts: number; isHeld: boolean }>();
  private readonly handedOut = new Set<string>();

  /** As a store keeps facts in the transaction of an act. */
  readonly keepAll = (facts: readonly KeptFact[]): void => {
    for (const fact of facts) this.add(fact, false);
  };

  keep(fact: KeptFact): Promise<void> {
    return Promise.resolve(this.add(fact, false));
  }

  hold(fact: KeptFact): Promise<void> {
    return Promise.resolve(this.add(fact, true));
  }

  settle(id: string, fact: KeptFact | null): Promise<void> {
    const held = this.waiting.get(id);
    if (fact === null) this.waiting.delete(id);
    else if (held) Object.assign(held, { fact, isHeld: false });
    return Promise.resolve();
  }

  /** As if whoever held facts had been gone for long. */
  letGo(): void {
    for (const one of this.waiting.values()) one.isHeld = false;
  }

  private add(fact: KeptFact, isHeld: boolean): void {
    if (!this.waiting.has(fact.id)) this.waiting.set(fact.id, { fact, attempts: 0, isHeld });
  }

  async handOut(limit: number, work: (facts: readonly KeptFact[]) => Promise<Moved>): Promise<number> {
    const free = [...this.waiting.values()]
      .filter(({ fact, isHeld }) => !isHeld && !this.handedOut.has(fact.id))
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
