import type { BulkOutcome } from '../../domain/operation/bulk.js';

/** Gathers outcomes for a moment and writes them together: a bulk's stream has far fewer events than items. */
export class BulkRecorder {
  private gathered: BulkOutcome[] = [];
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly lingerMs: number,
    private readonly write: (outcomes: readonly BulkOutcome[]) => Promise<void>,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  tell(outcome: BulkOutcome): void {
    this.gathered.push(outcome);
    this.timer ??= setTimeout(() => void this.flush().catch(this.onTrouble), this.lingerMs);
  }

  /** Writes what there is, after what is being written. Rejects when a write failed. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(async () => {
      const outcomes = this.gathered;
      this.gathered = [];
      if (outcomes.length > 0) await this.write(outcomes);
    });
    return this.writing;
  }
}
