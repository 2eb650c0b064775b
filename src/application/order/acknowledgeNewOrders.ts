import { randomUUID } from 'node:crypto';
import { RuleViolation } from '../../domain/decider.js';
import { orderStream } from '../../domain/order/orderEvents.js';
import type { OrderService, Outcomes } from '../services.js';
import type { OrderAggregates } from './orderService.js';

export interface AcknowledgeNewDeps {
  /** Ids of an account's orders in status `new`, oldest first. */
  readonly newOrderIds: (account: string) => Promise<readonly string[]>;
  readonly aggregates: OrderAggregates;
  readonly orders: OrderService;
  readonly outcomes: Outcomes;
}

export interface Acknowledged {
  readonly order_id: string;
  readonly account_type: string;
  readonly ok: boolean;
  /** How the operation ended, or the rule that forbade it. */
  readonly state: string;
}

const WAIT_MS = 30_000;

/**
 * Acknowledges what may be: own fulfilment, complete, new. One order's trouble never stops the next. An order that was
 * refused before is left for a person: it waits in the needs-attention list with its reason.
 */
export const acknowledgeNewOrders = async (
  account: string,
  job: string,
  { newOrderIds, aggregates, orders, outcomes }: AcknowledgeNewDeps,
  signal: AbortSignal,
): Promise<readonly Acknowledged[]> => {
  const results: Acknowledged[] = [];
  for (const orderId of await newOrderIds(account)) {
    if (signal.aborted) break;
    const key = { account, orderId };
    const { state: order } = await aggregates.load(orderStream(key));
    if (order.facts?.fulfilment !== 'own' || !order.facts.isComplete || order.acknowledge.phase === 'refused') continue;
    const operationId = randomUUID();
    const waiting = outcomes.wait(operationId, WAIT_MS);
    const tell = (ok: boolean, state: string) => results.push({ order_id: orderId, account_type: account, ok, state });
    try {
      await orders.acknowledge(key, { actor: { kind: 'job', id: job }, correlationId: operationId, operationId });
      const state = (await waiting)?.state ?? 'still running';
      tell(state !== 'failed', state);
    } catch (error) {
      tell(false, error instanceof RuleViolation ? error.code : 'failed');
    }
  }
  return results;
};
