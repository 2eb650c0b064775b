import type { AdministrationEvent } from '../../domain/administration/administrationEvents.js';
import type { Actor, AppendResult } from './eventStore.js';

/** Who did it, and in the course of which request. */
export interface AuditContext {
  readonly actor: Actor;
  readonly correlationId: string;
  readonly traceparent?: string;
}

/**
 * The memory of administrative acts, events of the one log. A fact is first kept in the database and then moved to the
 * log, so that signing in works, and nothing is forgotten, while the event store is away.
 */
export interface Audit {
  /** Resolves once the fact is kept. Never rejects: what was done stays done, and the log of the process says so. */
  record(event: AdministrationEvent, context: AuditContext): Promise<void>;
  /** The same, and waits a little for its place in the log; null when that took longer. */
  recordNow(event: AdministrationEvent, context: AuditContext): Promise<AppendResult | null>;
}

/** A fact on its way to the log. */
export interface KeptFact {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly context: AuditContext;
  /** ISO 8601 UTC. */
  readonly occurredAt: string;
}

/** Ids of facts that are in the log now, and of those that it would not take. */
export interface Moved {
  readonly done: readonly string[];
  readonly refused: readonly string[];
}

/** Where facts wait. Handing out is exclusive: what one process works on, no other is given. */
export interface AuditOutbox {
  keep(fact: KeptFact): Promise<void>;
  /**
   * Up to `limit` facts, oldest first, those that were refused before last, for as long as `work` runs. A throw leaves
   * all as they were. Answers how many were handed out.
   */
  handOut(limit: number, work: (facts: readonly KeptFact[]) => Promise<Moved>): Promise<number>;
}
