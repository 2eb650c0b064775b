import type { AdministrationEvent } from '../../domain/administration/administrationEvents.js';
import type { Actor, AppendResult } from './eventStore.js';

/** Who did it, and in the course of which request. */
export interface AuditContext {
  readonly actor: Actor;
  readonly correlationId: string;
  readonly traceparent?: string;
}

/**
 * What an act tells of itself. Whoever does the act asks for it once the outcome is certain, and keeps the facts in the
 * very transaction that does it: neither is ever without the other.
 */
export type Telling<Outcome = void> = (outcome: Outcome) => readonly KeptFact[];

/** Events as facts of one act, ready to be kept. */
export type MakeFacts = (...events: readonly AdministrationEvent[]) => readonly KeptFact[];

/**
 * The memory of administrative acts, events of the one log. A fact is first kept in the database and then moved to the
 * log, so that signing in works, and nothing is forgotten, while the event store is away.
 */
export interface Audit {
  /**
   * An act in `ops`, whose facts `work` hands to whoever does it. `told` is the place of the last fact in the log; null
   * when there was nothing to tell, or when it took longer than one waits. Rejects as `work` does, and then nothing is told.
   */
  act<T>(
    context: AuditContext,
    work: (facts: MakeFacts) => Promise<T>,
  ): Promise<{ readonly outcome: T; readonly told: Promise<AppendResult | null> }>;
  /**
   * An act that no transaction of `ops` can hold. `intended` is kept first and held back; afterwards what `done` makes of
   * the outcome takes its place, and null, or a RuleViolation, takes it away: nothing was done. When any other error, or
   * the end of the process, leaves open what became of it, `intended` is told.
   */
  actElsewhere<T>(
    context: AuditContext,
    intended: AdministrationEvent,
    work: () => Promise<T>,
    done?: (outcome: T) => AdministrationEvent | null,
  ): Promise<T>;
  /** A fact that is told before what it tells of happens. Rejects when it could not be kept. */
  record(event: AdministrationEvent, context: AuditContext): Promise<void>;
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
  /** Keeps a fact that is not handed out before it is settled, or before whoever held it must be gone. */
  hold(fact: KeptFact): Promise<void>;
  /** Lets a held fact go as it is now, or forgets it. */
  settle(id: string, fact: KeptFact | null): Promise<void>;
  /**
   * Up to `limit` facts, oldest first, those that were refused before last, for as long as `work` runs. A throw leaves
   * all as they were. Answers how many were handed out.
   */
  handOut(limit: number, work: (facts: readonly KeptFact[]) => Promise<Moved>): Promise<number>;
}
