/** Reasons that lie in an order, dearest first. */
export const ORDER_ATTENTIONS = [
  'awb_in_doubt',
  'late',
  'awb_refused',
  'acknowledge_refused',
  'status_refused',
  'invoice_refused',
  'invoice_not_fetched',
  'unacknowledged',
] as const;
export type OrderAttention = (typeof ORDER_ATTENTIONS)[number];

/** With those that lie in the installation or in an offer. */
export const ATTENTIONS = [
  ...ORDER_ATTENTIONS,
  'offer_refused',
  'offer_conflict',
  'account_trouble',
  'parked_event',
] as const;
export type Attention = (typeof ATTENTIONS)[number];

export const NEXT_ACTIONS = [
  'resolve_awb',
  'ship',
  'generate_awb',
  'acknowledge',
  'change_status',
  'attach_invoice',
  'edit_offer',
  'test_connection',
  'replay_parked_event',
] as const;

/** One row of `GET /needs-attention`; snake_case because it is sent as it is. */
export interface AttentionItem {
  readonly id: string;
  readonly kind: Attention;
  readonly severity: 'critical' | 'warning' | 'info';
  readonly account_type: string | null;
  readonly order_id: string | null;
  readonly order_date: string | null;
  readonly since: string;
  /** When the parcel must be with the courier. */
  readonly deadline: string | null;
  readonly code: string | null;
  /** The marketplace's own words where there are any. */
  readonly detail: string | null;
  readonly next_action: (typeof NEXT_ACTIONS)[number];
  /** Page of the panel. */
  readonly link: string;
}

export interface AttentionFilter {
  readonly accounts?: readonly string[];
  readonly kinds?: readonly OrderAttention[];
  readonly orderId?: string;
  /** What is late by then is late. */
  readonly now: Date;
}

export interface PrioritizedItem {
  readonly item: AttentionItem;
  /** The list's order: rank, then age. */
  readonly priority: string;
}

/** A number that may stop at 1,000 and say so. */
export interface BoundedCount {
  readonly count: number;
  readonly isLowerBound: boolean;
}

export interface AttentionQueries {
  /** Rows from `offset` on, most urgent first. */
  slice(filter: AttentionFilter, offset: number, limit: number): Promise<readonly PrioritizedItem[]>;
  /** How many the filter finds. */
  count(filter: AttentionFilter): Promise<BoundedCount>;
  /** By kind: exact, but for those that only the clock makes trouble. */
  counts(accounts: readonly string[] | null, now: Date): Promise<Readonly<Record<OrderAttention, BoundedCount>>>;
}
