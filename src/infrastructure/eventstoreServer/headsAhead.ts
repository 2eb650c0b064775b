import type { LogReader } from './logReader.js';
import { stateFromHead, type StreamState } from './streamState.js';

const MAX_AT_ONCE = 500;
const MAX_KEPT = 10_000;

/**
 * Loads the states of streams while the transaction before is still in flight, so that the next one need not wait for
 * them. Only a help: what is not here when it is needed is loaded by the writer itself.
 */
export class HeadsAhead {
  private wanted = new Set<string>();
  private loading = new Set<string>();
  private readonly loaded = new Map<string, StreamState>();
  private run: Promise<void> | undefined;

  constructor(private readonly reader: LogReader) {}

  has(subject: string): boolean {
    return this.loaded.has(subject);
  }

  /** Asks for a stream's state, soon. */
  want(subject: string): void {
    if (this.loaded.has(subject) || this.loading.has(subject)) return;
    this.wanted.add(subject);
    this.run ??= this.load().finally(() => (this.run = undefined));
  }

  /** Hands a state over; from then on it is the caller's to keep up to date. */
  take(subject: string): StreamState | undefined {
    const state = this.loaded.get(subject);
    this.loaded.delete(subject);
    return state;
  }

  /** The stream was written to: what was or is being read of it is old. */
  forget(subject: string): void {
    this.loaded.delete(subject);
    this.loading.delete(subject);
  }

  clear(): void {
    this.wanted.clear();
    this.loading.clear();
    this.loaded.clear();
  }

  /** When everything that was asked for has been tried. */
  settled(): Promise<void> {
    return this.run ?? Promise.resolve();
  }

  private async load(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.wanted.size > 0) {
      const subjects = [...this.wanted].slice(0, MAX_AT_ONCE);
      for (const subject of subjects) this.wanted.delete(subject);
      this.loading = new Set(subjects);
      try {
        const heads = await this.reader.heads(subjects);
        // States of writes that gave up waiting stay behind; they are few, and cheap to load again.
        if (this.loaded.size > MAX_KEPT) this.loaded.clear();
        for (const head of heads) {
          if (this.loading.has(head.stream)) this.loaded.set(head.stream, stateFromHead(head));
        }
      } catch {
        // The writer's own connection will tell what is wrong.
        this.wanted.clear();
      }
      this.loading.clear();
    }
  }
}
