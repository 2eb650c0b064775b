import { randomUUID } from 'node:crypto';
import { administrationStream, type AdministrationEvent } from '../../domain/administration/administrationEvents.js';
import type { Audit, AuditContext, AuditOutbox, KeptFact } from '../ports/audit.js';
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

  async record(event: AdministrationEvent, context: AuditContext): Promise<void> {
    await this.keep(event, context);
    this.move();
  }

  async recordNow(event: AdministrationEvent, context: AuditContext): Promise<AppendResult | null> {
    const id = randomUUID();
    let timer: NodeJS.Timeout | undefined;
    const appended = new Promise<AppendResult | null>((resolve) => {
      this.waiters.set(id, resolve);
      timer = setTimeout(() => resolve(null), this.deps.patienceMs ?? PATIENCE_MS);
    });
    try {
      if (!(await this.keep(event, context, id))) return null;
      this.move();
      return await appended;
    } finally {
      clearTimeout(timer);
      this.waiters.delete(id);
    }
  }

  private async keep(event: AdministrationEvent, context: AuditContext, id: string = randomUUID()): Promise<boolean> {
    try {
      await this.deps.outbox.keep({
        id,
        stream: administrationStream(event),
        type: event.type,
        data: event.data,
        context,
        occurredAt: event.data.at,
      });
      return true;
    } catch (error) {
      this.deps.onTrouble(error, `an act could not be kept for the log: ${event.type}`);
      return false;
    }
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

const eventOf = ({ id, type, data, context, occurredAt }: KeptFact) => ({
  id,
  type,
  data,
  metadata: { ...context, occurredAt, schemaVersion: 1 },
});
