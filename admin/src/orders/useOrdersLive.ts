import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { orderOf } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { isListed, refreshOrder } from './orderCache.js';

/** Ids of orders that arrived and are not in the list yet; rows that are there are read again in their place. */
export const useOrdersLive = (account: string | undefined): readonly [readonly string[], () => void] => {
  const queryClient = useQueryClient();
  const provider = useDataProvider<MagflowDataProvider>();
  const [arrived, setArrived] = useState<readonly string[]>([]);

  useBatchedLive((messages) => {
    const places = new Map<string, string>();
    const fresh: string[] = [];
    for (const message of messages) {
      const id = orderOf(message);
      if (id === null) continue;
      places.set(id, message.position);
      const isHere = account === undefined || message.data['account_type'] === account;
      if (message.type === 'order_new' && isHere) fresh.push(id);
    }
    if (places.size === 0) return;
    if (fresh.length > 0) setArrived((before) => [...new Set([...before, ...fresh])]);
    for (const [id, position] of places) {
      if (isListed(queryClient, id)) void refreshOrder(queryClient, provider, id, position);
    }
    void queryClient.invalidateQueries({ queryKey: ['orders', 'count'] });
  });

  return [arrived, () => setArrived([])];
};
