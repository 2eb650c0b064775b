import type { Flow } from '../../domain/order/orderState.js';
import type { Attention } from './orderQueries.js';
import type { KnownOrder } from './seenOrder.js';

/** Why an order needs a person, apart from being late, which the clock alone decides. */
export interface AttentionReason {
  readonly reason: Exclude<Attention, 'late'>;
  readonly since: string;
  readonly detail: string | null;
}

const refused = (flow: Flow, reason: AttentionReason['reason']): readonly AttentionReason[] =>
  flow.phase === 'refused' ? [{ reason, since: flow.at, detail: flow.text || flow.code }] : [];

export const attentionOf = (order: KnownOrder): readonly AttentionReason[] => {
  const { facts, awb, invoice } = order;
  const isWaiting = facts.fulfilment === 'own' && facts.status === 'new' && facts.isComplete;
  const isOpen = facts.status === 'new' || facts.status === 'in_progress' || facts.status === 'prepared';
  return [
    ...(isWaiting ? [{ reason: 'unacknowledged', since: facts.orderedAt, detail: null } as const] : []),
    ...(isWaiting ? refused(order.acknowledge, 'acknowledge_refused') : []),
    ...(awb.phase === 'in_doubt' ? [{ reason: 'awb_in_doubt', since: awb.at, detail: awb.reason } as const] : []),
    ...(isOpen ? refused(awb, 'awb_refused') : []),
    ...(isOpen ? refused(order.statusChange, 'status_refused') : []),
    ...(invoice?.issued && invoice.attachRefusal
      ? [{ reason: 'invoice_refused', since: invoice.issued.at, detail: invoice.attachRefusal.text } as const]
      : []),
  ];
};
