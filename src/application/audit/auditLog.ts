import { randomUUID } from 'node:crypto';
import { administrationStream, type AdministrationEvent } from '../../domain/administration/administrationEvents.js';
import { RuleViolation } from '../../domain/decider.js';
import type { Audit, AuditContext, AuditOutbox, KeptFact, MakeFacts } from '../ports/audit.js';
import { EventStoreUnavailable, type AppendResult, type EventStore } from '../ports/eventStore.js';

export interface AuditLogDeps {
  readonly store: Pick<EventStore, 'append'>;
  readonly outbox: AuditOutbox;
  readonly onTrouble: (error: unknown, what: string) => void;
  /** How long a command waits for the place of its fact in the log. */
  readonly patienceMs?: number;
}

const BATCH = 100;
const PATIENCE_MS = 2_000;
const POLL_MS = 15_000;
const MAX_PAUSE_MS = 30_000;

type Waiter = (result: AppendResult | null) => void;

/** Keeps facts in the outbox and moves them to the log; any process may move what another one kept. */
export class AuditLog implements Audit {
  private readonly waiters = new Map<string, Waiter>();
  private moving: Promise<void> | null = null;
  private isAskedAgain = false;
  private failures = 0;
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(private readonly deps: AuditLogDeps) {}

  /** Takes up what was left behind, now and then. */
  start(): void {
    this.move();
  }

  /** Moves what there is, once more, and leaves the rest to the next start: a store that is away holds up no stop. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.deps.patienceMs ?? PATIENCE_MS);
    });
    await Promise.race([this.moveTheRest(), late]);
    clearTimeout(timer);
  }

  private async moveTheRest(): Promise<void> {
    await this.moving;
    await this.moveBatch().catch(() => undefined);
  }

  async act<T>(
    context: AuditContext,
    work: (facts: MakeFacts) => Promise<T>,
  ): Promise<{ readonly outcome: T; readonly told: Promise<AppendResult | null> }> {
    const places: { readonly id: string; readonly place: Promise<AppendResult | null> }[] = [];
    try {
      const outcome = await work((...events) => {
        const facts = events.map((event) => factOf(event, context));
        // From here on: the fact may be moved before whoever keeps it says that it is kept.
        places.push(...facts.map(({ id }) => ({ id, place: this.placeOf(id) })));
        return facts;
      });
      if (places.length > 0) this.move();
      return { outcome, told: places.at(-1)?.place ?? Promise.resolve(null) };
    } catch (error) {
      for (const { id } of places) this.waiters.get(id)?.(null);
      throw error;
    }
  }

  async actElsewhere<T>(
    context: AuditContext,
    intended: AdministrationEvent,
    work: () => Promise<T>,
    done: (outcome: T) => AdministrationEvent | null = () => intended,
  ): Promise<T> {
    const fact = factOf(intended, context);
    await this.deps.outbox.hold(fact);
    const settle = async (told: AdministrationEvent | null): Promise<void> => {
      try {
        await this.deps.outbox.settle(fact.id, told && { ...factOf(told, context), id: fact.id });
        this.move();
      } catch (error) {
        this.deps.onTrouble(error, `what became of an act could not be kept, it is told as intended: ${intended.type}`);
      }
    };
    try {
      const outcome = await work();
      await settle(done(outcome));
      return outcome;
    } catch (error) {
      await settle(error instanceof RuleViolation ? null : intended);
      throw error;
    }
  }

  async record(event: AdministrationEvent, context: AuditContext): Promise<void> {
    await this.deps.outbox.keep(factOf(event, context));
    this.move();
  }

  /** Null when the fact is not in the log in time. */
  private placeOf(id: string): Promise<AppendResult | null> {
    return new Promise((resolve) => {
      const answer: Waiter = (result) => {
        clearTimeout(timer);
        this.waiters.delete(id);
        resolve(result);
      };
      const timer = setTimeout(answer, this.deps.patienceMs ?? PATIENCE_MS, null);
      timer.unref();
      this.waiters.set(id, answer);
    });
  }

  private move(): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    if (this.moving) {
      this.isAskedAgain = true;
      return;
    }
    this.moving = this.moveAll().finally(() => {
      this.moving = null;
      if (this.isStopped) return;
      // Asked for between the last look and now.
      if (this.isAskedAgain && this.failures === 0) return this.move();
      const pause = this.failures === 0 ? POLL_MS : Math.min(MAX_PAUSE_MS, 500 * 2 ** this.failures);
      this.timer = setTimeout(() => this.move(), pause);
      this.timer.unref();
    });
  }

  private async moveAll(): Promise<void> {
    try {
      do {
        this.isAskedAgain = false;
        while ((await this.moveBatch()) === BATCH && this.failures === 0);
        this.failures = 0;
      } while (this.isAskedAgain && !this.isStopped);
    } catch (error) {
      this.failures += 1;
      this.deps.onTrouble(error, 'acts wait for the log, trying again');
    }
  }

  /** A fact that the log does not take leaves the others alone. */
  private moveBatch(): Promise<number> {
    return this.deps.outbox.handOut(BATCH, async (facts) => {
      const done: string[] = [];
      const refused: string[] = [];
      let trouble: unknown = null;
      for (const fact of facts) {
        try {
          const result = await this.deps.store.append(fact.stream, [eventOf(fact)], 'any');
          done.push(fact.id);
          this.waiters.get(fact.id)?.(result);
        } catch (error) {
          trouble ??= error;
          if (error instanceof EventStoreUnavailable) break;
          refused.push(fact.id);
        }
      }
      if (done.length === 0 && refused.length === 0 && trouble !== null) throw trouble;
      if (trouble !== null) this.deps.onTrouble(trouble, 'an act could not be moved to the log');
      return { done, refused };
    });
  }
}

const factOf = (event: AdministrationEvent, context: AuditContext): KeptFact => ({
  id: randomUUID(),
  stream: administrationStream(event),
  type: event.type,
  data: event.data,
  context,
  occurredAt: event.data.at,
});

const eventOf = ({ id, type, data, context, occurredAt }: KeptFact) => ({
  id,
  type,
  data,
  metadata: { ...context, occurredAt, schemaVersion: 1 },
});
