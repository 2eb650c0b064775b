import type { AwbRecord } from '../orders/orderRecord.js';

export type AwbRow = AwbRecord & { readonly id: string };

export type AwbTab = 'ready' | 'doubt' | 'today' | 'transit' | 'delivered' | 'all';
export type AwbListTab = Exclude<AwbTab, 'ready'>;

export const AWB_TABS: readonly AwbTab[] = ['ready', 'doubt', 'today', 'transit', 'delivered', 'all'];

export const isAwbTab = (text: string | undefined): text is AwbTab => AWB_TABS.some((tab) => tab === text);

/** The saved filters that tabs stand for, by the names of `GET /awbs`; `today` is a day in the seller's zone. */
export const awbFilters = (today: string): Readonly<Record<AwbListTab, Readonly<Record<string, unknown>>>> => ({
  doubt: { status: ['in_doubt'] },
  today: { status: ['generated'], from: today },
  transit: { delivery_state: ['in_transit'] },
  delivered: { delivery_state: ['delivered'] },
  all: {},
});

export const orderIdOf = ({ account_type, order_id }: Pick<AwbRecord, 'account_type' | 'order_id'>): string =>
  `${account_type}-${order_id}`;
