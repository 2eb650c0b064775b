import { randomUUID } from 'node:crypto';
import { RuleViolation } from '../../domain/decider.js';
import { orderStream } from '../../domain/order/orderEvents.js';
import type { AcknowledgeFailures } from '../ports/acknowledgeFailures.js';
import type { OrderService, Outcomes } from '../services.js';
import type { OrderAggregates } from './orderService.js';

export interface AcknowledgeNewDeps {
  /** Ids of an account's orders in status `new`, oldest first. */
  readonly newOrderIds: (account: string) => AsyncIterable<string>;
  readonly aggregates: OrderAggregates;
  readonly orders: OrderService;
  readonly outcomes: Outcomes;
  readonly failures: AcknowledgeFailures;
  /** An order is left to a person from now on. */
  readonly onParked: (parked: {
    readonly account: string;
    readonly orderId: string;
    readonly reason: string;
  }) => Promise<void>;
}

export interface Acknowledged {
  readonly order_id: string;
  readonly account_type: string;
  readonly ok: boolean;
  /** How the operation ended, the rule that forbade it, or `parked`. */
  readonly state: string;
  readonly reason?: string;
}

const WAIT_MS = 30_000;
const AT_ONCE = 5;
const STILL_RUNNING = 'still running';

/**
 * Acknowledges what may be: own fulfilment, complete, new. One order's trouble never stops the next. What the
 * marketplace refuses is tried again by later runs; after several refusals the order is parked with the reason, and
 * waits for a person (contract §5).
 */
export const acknowledgeNewOrders = async (
  account: string,
  job: string,
  { newOrderIds, aggregates, orders, outcomes, failures, onParked }: AcknowledgeNewDeps,
  signal: AbortSignal,
): Promise<readonly Acknowledged[]> => {
  const results: Acknowledged[] = [];
  const parked = await failures.parked(account);

  const acknowledge = async (orderId: string): Promise<Omit<Acknowledged, 'order_id' | 'account_type'> | null> => {
    const key = { account, orderId };
    const { state: order } = await aggregates.load(orderStream(key));
    if (order.facts?.fulfilment !== 'own' || !order.facts.isComplete) return null;
    const operationId = randomUUID();
    const waiting = outcomes.wait(operationId, WAIT_MS);
    await orders.acknowledge(key, { actor: { kind: 'job', id: job }, correlationId: operationId, operationId });
    const outcome = await waiting;
    if (outcome?.state !== 'failed') {
      if (outcome?.state === 'succeeded') await failures.forget(key);
      return { ok: true, state: outcome?.state ?? STILL_RUNNING };
    }
    const reason = outcome.refusal?.text || outcome.refusal?.code || 'refused without a reason';
    const counted = await failures.record(key, reason);
    if (counted.parked) await onParked({ ...key, reason });
    return { ok: false, state: counted.parked ? 'parked' : 'failed', reason };
  };

  const tell = async (orderId: string): Promise<Acknowledged | null> => {
    const of = { order_id: orderId, account_type: account };
    try {
      const result = await acknowledge(orderId);
      return result && { ...of, ...result };
    } catch (error) {
      return { ...of, ok: false, state: error instanceof RuleViolation ? error.code : 'failed' };
    }
  };

  let together: string[] = [];
  const finish = async (): Promise<boolean> => {
    const told = (await Promise.all(together.map(tell))).filter((one) => one !== null);
    together = [];
    results.push(...told);
    // Nothing comes back: the account is in trouble, and waiting for each of the others would only take long.
    return told.length === 0 || told.some(({ state }) => state !== STILL_RUNNING);
  };
  for await (const orderId of newOrderIds(account)) {
    if (signal.aborted) break;
    if (parked.has(orderId)) continue;
    together.push(orderId);
    if (together.length >= AT_ONCE && !(await finish())) return results;
  }
  if (!signal.aborted) await finish();
  return results;
};
