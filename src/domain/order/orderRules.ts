import { RuleViolation } from '../decider.js';
import type { OrderKey } from './orderFacts.js';
import type { Flow, Order } from './orderState.js';

/** Codes that an order's rules answer with; each has a page in docs/problems.md. */
export type OrderRule =
  | 'order-unknown'
  | 'order-not-acknowledgeable'
  | 'order-not-shippable'
  | 'order-not-invoiceable'
  | 'status-not-allowed'
  | 'status-change-in-progress'
  | 'cancellation-reason-missing'
  | 'storno-not-allowed'
  | 'line-unknown'
  | 'awb-exists'
  | 'awb-in-progress'
  | 'awb-in-doubt'
  | 'awb-not-in-doubt'
  | 'awb-not-allowed'
  | 'courier-not-allowed'
  | 'force-needs-reason'
  | 'invoice-series-changed'
  | 'invoice-not-reversible'
  | 'storno-exists'
  | 'storno-in-progress'
  | 'storno-exceeds-invoice'
  | 'attachment-in-progress'
  | 'wish-not-open';

export const refuse = (rule: OrderRule, message: string, details?: Record<string, unknown>): never => {
  throw new RuleViolation(rule, message, details);
};

/** An order that exists, or the refusal `order-unknown`. */
export const known = (order: Order, { orderId }: OrderKey): Order & { facts: NonNullable<Order['facts']> } => {
  const { facts } = order;
  if (!facts) return refuse('order-unknown', `Order ${orderId} was never received`);
  return { ...order, facts };
};

/**
 * A claim is good only on the wish that it names, and, for a repetition, only over the attempt that was found out.
 * Anything else means that somebody else acted meanwhile.
 */
export const isClaimable = (flow: Flow, operationId: string, replaces: string | null): boolean =>
  (flow.phase === 'requested' && flow.operationId === operationId && replaces === null) ||
  (flow.phase === 'attempted' && flow.operationId === operationId && flow.attemptId === replaces);

export const notOpen = (operationId: string): never =>
  refuse('wish-not-open', `Operation ${operationId} is no longer waiting for this step`);

export const isOpen = (flow: Flow): boolean => flow.phase === 'requested' || flow.phase === 'attempted';

export const isOpenFor = (flow: Flow, operationId: string): boolean =>
  isOpen(flow) && 'operationId' in flow && flow.operationId === operationId;

/** A repeated request of the same operation is the same wish, whatever became of it. */
export const isSameWish = (flow: Flow, operationId: string): boolean =>
  'operationId' in flow && flow.operationId === operationId;
