import type { OrderKey } from '../../domain/order/orderFacts.js';
import type { Flow } from '../../domain/order/orderState.js';
import type { ChildRow } from '../projection.js';
import type { AttentionItem, OrderAttention } from './attentionQueries.js';
import type { KnownOrder } from './seenOrder.js';

/** Why an order needs a person. */
interface Reason {
  readonly kind: OrderAttention;
  readonly since: string;
  readonly code: string | null;
  readonly detail: string | null;
}

interface Handling {
  /** What is dearest to leave lying comes first. */
  readonly rank: number;
  readonly severity: AttentionItem['severity'];
  readonly nextAction: AttentionItem['next_action'];
}

const HANDLING: Readonly<Record<OrderAttention, Handling>> = {
  awb_in_doubt: { rank: 0, severity: 'critical', nextAction: 'resolve_awb' },
  late: { rank: 1, severity: 'critical', nextAction: 'ship' },
  awb_refused: { rank: 3, severity: 'warning', nextAction: 'generate_awb' },
  acknowledge_refused: { rank: 3, severity: 'warning', nextAction: 'acknowledge' },
  status_refused: { rank: 3, severity: 'warning', nextAction: 'change_status' },
  invoice_refused: { rank: 3, severity: 'warning', nextAction: 'attach_invoice' },
  invoice_not_fetched: { rank: 4, severity: 'warning', nextAction: 'attach_invoice' },
  unacknowledged: { rank: 5, severity: 'info', nextAction: 'acknowledge' },
};

/** Sorts by rank, then by age. */
export const priorityOf = (rank: number, since: string): string => `${rank} ${since}`;

const refused = (flow: Flow, kind: OrderAttention): readonly Reason[] =>
  flow.phase === 'refused' ? [{ kind, since: flow.at, code: flow.code, detail: flow.text || null }] : [];

/** The marketplace cannot come for the file: nothing about the invoice is wrong. */
const UNREACHABLE = 'public-url-missing';

const plain = (kind: OrderAttention, since: string, detail: string | null = null): Reason => ({
  kind,
  since,
  code: null,
  detail,
});

/** A link that the marketplace does not hold, of the invoice or of its latest storno. */
const linkReasons = ({ invoice, stornos }: KnownOrder): readonly Reason[] => {
  const { issued, attachRefusal } = stornos.findLast((storno) => storno.attachRefusal !== null) ?? invoice ?? {};
  if (!issued || !attachRefusal) return [];
  return [
    {
      kind: attachRefusal.code === UNREACHABLE ? 'invoice_not_fetched' : 'invoice_refused',
      since: issued.at,
      code: attachRefusal.code,
      detail: attachRefusal.text || null,
    },
  ];
};

const reasonsOf = (order: KnownOrder): readonly Reason[] => {
  const { facts, awb, awbs, acknowledge, statusChange } = order;
  const isWaiting = facts.fulfilment === 'own' && facts.status === 'new' && facts.isComplete;
  const isOpen = facts.status === 'new' || facts.status === 'in_progress' || facts.status === 'prepared';
  const isDue = facts.fulfilment === 'own' && isOpen;
  return [
    ...(awb.phase === 'in_doubt' ? [plain('awb_in_doubt', awb.at, awb.reason)] : []),
    ...(isDue && facts.shipBy !== null ? [plain('late', facts.shipBy)] : []),
    ...(isOpen && awbs.length === 0 ? refused(awb, 'awb_refused') : []),
    ...(isOpen ? refused(statusChange, 'status_refused') : []),
    ...(isWaiting ? refused(acknowledge, 'acknowledge_refused') : []),
    ...linkReasons(order),
    ...(isWaiting ? [plain('unacknowledged', facts.orderedAt)] : []),
  ];
};

/** Kinds that are trouble from the moment that they occur; only the clock makes an order late. */
export const attentionKinds = (order: KnownOrder): readonly OrderAttention[] =>
  reasonsOf(order).flatMap(({ kind }) => (kind === 'late' ? [] : [kind]));

const itemOf = ({ account, orderId }: OrderKey, { facts }: KnownOrder, reason: Reason): AttentionItem => {
  const id = `${account}-${orderId}`;
  const { severity, nextAction } = HANDLING[reason.kind];
  return {
    id: `${id}-${reason.kind}`,
    kind: reason.kind,
    severity,
    account_type: account,
    order_id: orderId,
    order_date: facts.orderedAt,
    since: reason.since,
    deadline: facts.shipBy,
    code: reason.code,
    detail: reason.detail,
    next_action: nextAction,
    link: `/orders/${id}`,
  };
};

/** The rows of the needs-attention list that an order gives. */
export const attentionRows = (key: OrderKey, order: KnownOrder): readonly ChildRow[] =>
  reasonsOf(order).map((reason) => ({
    table: 'order_attention',
    key: `${key.account}-${key.orderId}-${reason.kind}`,
    row: {
      account: key.account,
      order_id: key.orderId,
      kind: reason.kind,
      priority: priorityOf(HANDLING[reason.kind].rank, reason.since),
      visible_at: reason.kind === 'late' ? reason.since : '-infinity',
      item: itemOf(key, order, reason),
    },
  }));
