import { combine, isFinal, type OperationState } from '../../domain/operation/operation.js';
import { EventStoreUnavailable, type EventStore, type RecordedEvent } from '../ports/eventStore.js';
import type { OperationOutcome, Outcomes } from '../services.js';
import { operationStep } from './outcomes.js';

interface Waiter {
  readonly parts: Map<string, OperationState>;
  expected: number;
  resolve(outcome: OperationOutcome | null): void;
}

const RESUBSCRIBE_MS = 250;

/**
 * Follows the log from now on and tells waiting commands how their operations ended, in whichever process that was.
 */
export class OutcomeListener implements Outcomes {
  private readonly waiters = new Map<string, Set<Waiter>>();
  private readonly stopped = new AbortController();
  private running: Promise<void> | null = null;
  private last: bigint | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly onTrouble: (error: unknown) => void = () => undefined,
  ) {}

  /** Resolves once events appended from now on will be heard. */
  async start(): Promise<void> {
    // A position read beforehand, not `end`: nothing appended while the subscription opens is missed.
    this.last = await this.store.lastPosition();
    this.running = this.follow();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    for (const waiter of [...this.waiters.values()].flatMap((set) => [...set])) waiter.resolve(null);
    await this.running;
  }

  wait(operationId: string, timeoutMs: number): Promise<OperationOutcome | null> {
    if (timeoutMs <= 0) return Promise.resolve(null);
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiter.resolve(null), timeoutMs);
      const waiter: Waiter = {
        parts: new Map(),
        expected: 1,
        resolve: (outcome) => {
          clearTimeout(timer);
          const set = this.waiters.get(operationId);
          set?.delete(waiter);
          if (set?.size === 0) this.waiters.delete(operationId);
          resolve(outcome);
        },
      };
      const set = this.waiters.get(operationId) ?? new Set();
      this.waiters.set(operationId, set.add(waiter));
    });
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      try {
        const messages = this.store.subscribe({
          from: this.last ?? 'end',
          filter: { streamPrefixes: ['order-', 'offer-', 'syncRun-'] },
          signal,
        });
        for await (const message of messages) {
          if (message.kind === 'event') this.hear(message.event);
          if (message.kind === 'checkpoint') this.last = message.position;
        }
      } catch (error) {
        if (!signal.aborted && !(error instanceof EventStoreUnavailable)) this.onTrouble(error);
      }
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, RESUBSCRIBE_MS));
    }
  }

  private hear(event: RecordedEvent): void {
    this.last = event.position;
    const step = operationStep(event);
    const waiting = step && this.waiters.get(step.operationId);
    if (!step || !waiting) return;
    for (const waiter of [...waiting]) {
      waiter.parts.set(step.part?.id ?? 'whole', step.state);
      if (step.part?.of) waiter.expected = step.part.of;
      const state = combine([...waiter.parts.values()], waiter.expected);
      const single = step.part === null ? step.state : state;
      if (single === 'queued' || single === 'running' || (step.part !== null && !isFinal(single))) continue;
      waiter.resolve({
        operationId: step.operationId,
        kind: step.kind,
        state: single,
        position: event.position,
        refusal: step.refusal,
      });
    }
  }
}
