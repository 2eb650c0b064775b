import { noCounts, type SyncCounts } from '../../domain/syncRun/syncRun.js';
import type { Observed } from '../order/orderObserver.js';

/** Thrown inside a run when a person asked it to stop. */
export class SyncCancelled extends Error {
  override readonly name = 'SyncCancelled';
}

/** Counts of a run, told after every page. */
export class SyncProgress {
  private counts: SyncCounts = noCounts;

  constructor(
    private readonly report: (counts: SyncCounts) => Promise<void>,
    private readonly isCancelled: () => boolean,
  ) {}

  get current(): SyncCounts {
    return this.counts;
  }

  /** More pages and rows turned out to be ahead. */
  expect(pages: number, items: number): void {
    this.counts = {
      ...this.counts,
      totalPages: (this.counts.totalPages ?? 0) + pages,
      totalItems: (this.counts.totalItems ?? 0) + items,
    };
  }

  /** @throws SyncCancelled */
  check(): void {
    if (this.isCancelled()) throw new SyncCancelled();
  }

  async page(results: readonly (Observed | 'failed')[]): Promise<void> {
    const count = (what: Observed | 'failed'): number => results.filter((result) => result === what).length;
    const page = this.counts.page + 1;
    const processed = this.counts.processed + results.length;
    this.counts = {
      ...this.counts,
      page,
      totalPages: this.counts.totalPages === null ? null : Math.max(this.counts.totalPages, page),
      processed,
      totalItems: this.counts.totalItems === null ? null : Math.max(this.counts.totalItems, processed),
      created: this.counts.created + count('created'),
      updated: this.counts.updated + count('updated'),
      unchanged: this.counts.unchanged + count('unchanged'),
      failed: this.counts.failed + count('failed'),
    };
    await this.report(this.counts);
    this.check();
  }
}
