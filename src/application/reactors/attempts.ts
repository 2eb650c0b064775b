import type { WriteOutcome } from '../ports/marketplace.js';

const MOST_ATTEMPTS = 3;
const SLOWEST_MS = 60_000;

export const SENDER_UNKNOWN = 'sender-locality-unknown';

/** Codes that no repetition mends: somebody has to do something first. */
const BLOCKED = new Set(['credentials-refused', 'ip-refused', SENDER_UNKNOWN]);

/**
 * What this process knows of the attempts of an operation: how many there were, and which of them certainly sent
 * nothing. Lost with the process, which only costs a find-out.
 */
export class Attempts {
  private readonly counts = new Map<string, number>();
  /** Not before when each may be followed by another, in milliseconds of `performance.now()`. */
  private readonly unsent = new Map<string, number>();

  begin(operationId: string): void {
    this.counts.set(operationId, (this.counts.get(operationId) ?? 0) + 1);
  }

  /** Another try is worth it. */
  mayRepeat(operationId: string, code: string): boolean {
    return !BLOCKED.has(code) && (this.counts.get(operationId) ?? 0) < MOST_ATTEMPTS;
  }

  /** Nothing of this attempt can have reached the marketplace; another may follow after the pause. */
  markUnsent(attemptId: string, pauseMs: number): void {
    this.unsent.set(attemptId, performance.now() + pauseMs);
  }

  /** How long the follower of an unsent attempt still waits; null when this one may have been sent. */
  unsentPause(attemptId: string): number | null {
    const notBefore = this.unsent.get(attemptId);
    return notBefore === undefined ? null : Math.max(0, notBefore - performance.now());
  }

  /** Exponential with full jitter, or what the marketplace asked for. */
  pause(operationId: string, outcome: Extract<WriteOutcome, { kind: 'not_sent' }>): number {
    if (outcome.retryAfterMs !== null) return Math.min(outcome.retryAfterMs, SLOWEST_MS);
    const tries = this.counts.get(operationId) ?? 1;
    return Math.round(500 + Math.random() * Math.min(SLOWEST_MS, 1_000 * 2 ** tries));
  }

  forget(operationId: string, attemptId?: string): void {
    this.counts.delete(operationId);
    if (attemptId) this.unsent.delete(attemptId);
  }
}
