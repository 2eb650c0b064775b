import type { ListPage, ListRequest } from '../../projections/listPage.js';
import { priorityOf } from '../../projections/orderList/attention.js';
import {
  ORDER_ATTENTIONS,
  type Attention,
  type AttentionFilter,
  type AttentionItem,
  type BoundedCount,
  type OrderAttention,
  type PrioritizedItem,
} from '../../projections/orderList/attentionQueries.js';
import type { Principal } from '../identity/principal.js';
import { accountKeysOf } from './accounts.js';
import type { HttpDeps } from './httpDeps.js';
import { offsetPage, sliceOf } from './offsetPages.js';

/** Trouble of an account, or of our own, stands between what is in doubt or late and what was refused. */
const INSTALLATION_RANK = 2;
const OFFER_RANK = 3;
/** More of a kind than this have a page of their own. */
const MAX_IN_MEMORY = 100;

const none = { order_id: null, order_date: null, deadline: null } as const;

const accountTroubles = async (deps: HttpDeps, accountType: string | undefined): Promise<readonly AttentionItem[]> => {
  const keys = await accountKeysOf(deps, accountType);
  const states = await Promise.all(
    keys.map(async (key) => ({ key, state: await (await deps.marketplace.account(key)).state() })),
  );
  return states
    .filter(({ state }) => state.code !== 'ok' && state.code !== 'unknown')
    .map(({ key, state }) => ({
      ...none,
      id: `${key}-account_trouble`,
      kind: 'account_trouble',
      severity: 'critical',
      account_type: key,
      since: state.checkedAt ?? deps.clock.now().toISOString(),
      code: state.code,
      detail: state.text || null,
      next_action: 'test_connection',
      link: '/accounts',
    }));
};

const parkedEvents = async (deps: HttpDeps): Promise<readonly AttentionItem[]> => {
  const { items } = await deps.parkedEvents.list({ page: 1, itemsPerPage: MAX_IN_MEMORY });
  return items.map((event) => ({
    ...none,
    id: `parked_event-${event.id}`,
    kind: 'parked_event',
    severity: 'critical',
    account_type: null,
    since: event.parked_at,
    code: 'projection-parked',
    detail: `${event.projection}: ${event.stream} ${event.type}: ${event.reason}`,
    next_action: 'replay_parked_event',
    link: '/parked-events',
  }));
};

export interface AttentionAsked {
  readonly accountType: string | undefined;
  readonly accounts: readonly string[] | null;
  readonly kinds: readonly Attention[] | undefined;
  readonly q: string | undefined;
  readonly user: Principal;
}

const isOfOrders = (kind: Attention): kind is OrderAttention => ORDER_ATTENTIONS.some((known) => known === kind);

/** What lies outside of orders: little enough to be whole in memory. Parked events are the admins' business. */
const installationItems = async (deps: HttpDeps, { accountType, accounts, kinds, q, user }: AttentionAsked) => {
  const isAsked = (kind: Attention): boolean => kinds?.includes(kind) ?? true;
  if (q !== undefined) return [];
  const isOfferAsked = isAsked('offer_refused') || isAsked('offer_conflict');
  const offers = isOfferAsked ? await deps.offerQueries.attention(accounts, MAX_IN_MEMORY) : [];
  const items = [
    ...offers.filter(({ kind }) => isAsked(kind)),
    ...(isAsked('account_trouble') ? await accountTroubles(deps, accountType) : []),
    ...(isAsked('parked_event') && user.roles.includes('admin') ? await parkedEvents(deps) : []),
  ];
  return items
    .map((item): PrioritizedItem => {
      const rank = item.next_action === 'edit_offer' ? OFFER_RANK : INSTALLATION_RANK;
      return { item, priority: priorityOf(rank, item.since) };
    })
    .sort((a, b) => (a.priority < b.priority ? -1 : 1));
};

/** The number of an order, with or without its account. */
const orderIdOf = (q: string): string => q.slice(q.indexOf('-') + 1);

const isBefore = (a: PrioritizedItem, b: PrioritizedItem): boolean => a.priority < b.priority;

/**
 * The page of a list that is sorted from two places: rows of the read model, read around the page, and the few that are
 * in memory. A row's place is its own among its kind plus the number of the others before it.
 */
const merged = (
  few: readonly PrioritizedItem[],
  window: { readonly rows: readonly PrioritizedItem[]; readonly offset: number },
  { offset, limit }: { offset: number; limit: number },
): AttentionItem[] => {
  const placed = [
    ...window.rows.map((row, index) => ({
      ...row,
      place: window.offset + index + few.filter((one) => isBefore(one, row)).length,
    })),
    ...few.map((one, index) => ({
      ...one,
      place: index + window.offset + window.rows.filter((row) => !isBefore(one, row)).length,
    })),
  ];
  return placed
    .filter(({ place }) => place >= offset && place < offset + limit)
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
};

/** Work that waits for a person, most urgent first, with the next act on each. @throws InvalidCursor */
export const attentionPage = async (deps: HttpDeps, asked: AttentionAsked, request: ListRequest): Promise<ListPage> => {
  const slice = sliceOf(request);
  const kinds = asked.kinds?.filter(isOfOrders);
  const filter: AttentionFilter = {
    now: deps.clock.now(),
    ...(asked.accounts && { accounts: asked.accounts }),
    ...(kinds && { kinds }),
    ...(asked.q !== undefined && { orderId: orderIdOf(asked.q) }),
  };
  const few = await installationItems(deps, asked);
  const from = Math.max(0, slice.offset - few.length);
  const isOfOrdersOnly = kinds === undefined || kinds.length > 0;
  const [rows, counted] = isOfOrdersOnly
    ? await Promise.all([
        deps.attention.slice(filter, from, slice.offset - from + slice.limit),
        deps.attention.count(filter),
      ])
    : [[], { count: 0, isLowerBound: false }];
  const items = merged(few, { rows, offset: from }, slice);
  return offsetPage(slice, items, { total: counted.count + few.length, isLowerBound: counted.isLowerBound });
};

export interface KindCount {
  readonly kind: Attention;
  readonly count: number;
  readonly count_is_lower_bound?: true;
}

const kindCount = (kind: Attention, { count, isLowerBound }: BoundedCount): KindCount => ({
  kind,
  count,
  ...(isLowerBound && { count_is_lower_bound: true }),
});

/** How much there is of each kind, whatever the list is filtered by. */
export const attentionCounts = async (
  deps: HttpDeps,
  { accountType, accounts, user }: Pick<AttentionAsked, 'accountType' | 'accounts' | 'user'>,
): Promise<readonly KindCount[]> => {
  const asked = { accountType, accounts, user, kinds: undefined, q: undefined };
  const [ofOrders, few] = await Promise.all([
    deps.attention.counts(accounts, deps.clock.now()),
    installationItems(deps, asked),
  ]);
  const inMemory = (kind: Attention): KindCount =>
    kindCount(kind, { count: few.filter(({ item }) => item.kind === kind).length, isLowerBound: false });
  return [
    ...ORDER_ATTENTIONS.map((kind) => kindCount(kind, ofOrders[kind])),
    inMemory('offer_refused'),
    inMemory('offer_conflict'),
    inMemory('account_trouble'),
    ...(user.roles.includes('admin') ? [inMemory('parked_event')] : []),
  ];
};
