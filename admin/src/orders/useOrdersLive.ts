import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useListContext } from 'react-admin';
import { orderOf, type LiveMessage } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { isListed, refreshOrder } from './orderCache.js';

/** What has happened to the list since it was read. */
export interface ListNews {
  /** Ids of orders that arrived and are not in the list yet. */
  readonly arrived: readonly string[];
  /** A sync brought orders without naming each of them. */
  readonly hasMore: boolean;
  readonly clear: () => void;
}

/** A sync of orders and how many it has brought so far; null for every other message. */
const broughtBy = ({ type, data }: LiveMessage): number | null =>
  type.startsWith('sync_') && data['kind'] === 'orders' ? Number(data['created'] ?? 0) : null;

/** Follows an orders list: rows that are there are read again in their place, an empty list fills by itself. */
export const useOrdersLive = (account: string | undefined): ListNews => {
  const queryClient = useQueryClient();
  const provider = useDataProvider<MagflowDataProvider>();
  const { data, refetch } = useListContext();
  const [arrived, setArrived] = useState<readonly string[]>([]);
  const [hasMore, setHasMore] = useState(false);

  useBatchedLive((messages) => {
    const places = new Map<string, string>();
    const fresh: string[] = [];
    let brought = 0;
    for (const message of messages) {
      if (account !== undefined && message.data['account_type'] !== account) continue;
      brought = Math.max(brought, broughtBy(message) ?? 0);
      const id = orderOf(message);
      if (id === null) continue;
      places.set(id, message.position);
      if (message.type === 'order_new') fresh.push(id);
    }
    const isEmpty = data?.length === 0;
    if (isEmpty && (brought > 0 || places.size > 0)) {
      void refetch();
      return;
    }
    if (fresh.length > 0) setArrived((before) => [...new Set([...before, ...fresh])]);
    if (brought > arrived.length + fresh.length) setHasMore(true);
    for (const [id, position] of places) {
      if (isListed(queryClient, id)) void refreshOrder(queryClient, provider, id, position);
    }
  });

  return {
    arrived,
    hasMore,
    clear: () => {
      setArrived([]);
      setHasMore(false);
    },
  };
};
