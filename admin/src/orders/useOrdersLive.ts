import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useDataProvider, useListContext } from 'react-admin';
import { orderOf, type LiveMessage } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { isListed, refreshOrder } from './orderCache.js';
import { fits, type OrderFilters } from './orderFilters.js';
import type { OrderRecord, OrderRow, StatusName } from './orderRecord.js';

/** What has happened to the list since it was read. */
export interface ListNews {
  /** Ids of orders that came into the list at the server and are not shown yet. */
  readonly arrived: readonly string[];
  /** More came than was looked at one by one. */
  readonly hasMore: boolean;
  readonly clear: () => void;
}

interface News {
  /** The view of the list that it is about: another one has been read since. */
  readonly view: string;
  readonly arrived: readonly string[];
  readonly hasMore: boolean;
}

const NONE: readonly string[] = [];

/** Orders that one batch of messages has read to see whether they belong here. */
const LOOKED_AT = 10;

/** A sync of orders and how many it has brought so far; null for every other message. */
const broughtBy = ({ type, data }: LiveMessage): number | null =>
  type.startsWith('sync_') && data['kind'] === 'orders' ? Number(data['created'] ?? 0) : null;

/** Whether a new order may belong here; what only the server can know, it is asked when the list is loaded. */
const mayArrive = ({ data }: LiveMessage, filters: OrderFilters): boolean =>
  fits(
    {
      status: Number(data['status']),
      status_name: data['status_name'] as StatusName,
      type: Number(data['type']),
      awb_number: null,
      invoice_number: null,
      acknowledged_at: null,
    },
    filters,
  );

/** Whether an order has just gone out of the states that are listed here. */
const hasLeft = ({ data }: LiveMessage, { status }: OrderFilters): boolean =>
  status !== undefined &&
  data['new_status_name'] !== undefined &&
  !status.includes(data['new_status_name'] as StatusName);

/** Whether an order has just come into the states that are listed here. */
const hasEntered = ({ data }: LiveMessage, { status }: OrderFilters): boolean =>
  status !== undefined &&
  status.includes(data['new_status_name'] as StatusName) &&
  !status.includes(data['old_status_name'] as StatusName);

/**
 * Follows an orders list: rows that are there are read again in their place, an empty list fills by itself, and what
 * would push them waits to be asked for.
 */
export const useOrdersLive = (account: string | undefined): ListNews => {
  const queryClient = useQueryClient();
  const provider = useDataProvider<MagflowDataProvider>();
  const { data, refetch, filter, filterValues, sort, page } = useListContext<OrderRow>();
  const filters: OrderFilters = { ...filterValues, ...filter };
  const view = JSON.stringify([filters, sort, page]);
  const [news, setNews] = useState<News>({ view, arrived: [], hasMore: false });
  /** New orders that were told of so far, by account; a full sync brings others without naming each. */
  const announced = useRef(new Map<string, number>());
  const isAboutThis = news.view === view;
  const arrived = isAboutThis ? news.arrived.filter((id) => !data?.some((row) => row.id === id)) : NONE;

  const tell = (ids: readonly string[], hasMore = false, gone: ReadonlySet<string> = new Set()): void => {
    if (ids.length === 0 && !hasMore && gone.size === 0) return;
    setNews((before) => {
      const known = before.view === view ? before : { arrived: [], hasMore: false };
      const all = new Set([...known.arrived, ...ids]);
      return { view, arrived: [...all].filter((id) => !gone.has(id)), hasMore: known.hasMore || hasMore };
    });
  };

  const lookAt = async (entered: ReadonlyMap<string, LiveMessage>): Promise<void> => {
    const found = await Promise.all(
      [...entered].map(async ([id, { data: said, position: minPosition }]) => {
        const order = await provider
          .getOne<OrderRecord & { id: string }>('orders', { id, meta: { minPosition } })
          .catch(() => null);
        if (!order) return [];
        // The read model may be behind what was said.
        const status = { status: Number(said['new_status']), status_name: said['new_status_name'] as StatusName };
        return fits({ ...order.data, ...status }, filters) ? [id] : [];
      }),
    );
    tell(found.flat());
  };

  useBatchedLive((messages) => {
    const places = new Map<string, string>();
    const entered = new Map<string, LiveMessage>();
    const left = new Set<string>();
    const fresh: string[] = [];
    let hasBrought = false;
    for (const message of messages) {
      const of = String(message.data['account_type'] ?? '');
      if (account !== undefined && of !== account) continue;
      const known = announced.current.get(of) ?? 0;
      const brought = broughtBy(message) ?? 0;
      if (brought > known) hasBrought = true;
      announced.current.set(of, Math.max(known + (message.type === 'order_new' ? 1 : 0), brought));
      if (message.type === 'sync_completed') announced.current.delete(of);
      const id = orderOf(message);
      if (id === null) continue;
      places.set(id, message.position);
      if (message.type === 'order_new' && mayArrive(message, filters)) fresh.push(id);
      if (hasLeft(message, filters)) left.add(id);
      if (hasEntered(message, filters)) entered.set(id, message);
    }
    const isEmpty = data?.length === 0;
    if (isEmpty && (hasBrought || places.size > 0)) {
      void refetch();
      return;
    }
    tell(fresh, hasBrought || entered.size > LOOKED_AT, left);
    for (const [id, position] of places) {
      if (isListed(queryClient, id)) void refreshOrder(queryClient, provider, id, position);
    }
    for (const { id } of data ?? []) entered.delete(id);
    if (entered.size <= LOOKED_AT) void lookAt(entered);
  });

  return {
    arrived,
    hasMore: isAboutThis && news.hasMore,
    clear: () => setNews({ view, arrived: [], hasMore: false }),
  };
};
