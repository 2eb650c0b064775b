import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { orderOf, type LiveMessage } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { refreshOrder } from './orderCache.js';

/** A sync that changed orders of this account; it does not name them. */
const hasChangedSome = ({ type, data }: LiveMessage, account: string): boolean =>
  type === 'sync_completed' &&
  data['kind'] === 'orders' &&
  data['account_type'] === account &&
  Number(data['updated'] ?? 0) > 0;

/** Keeps one order as it is at the server, whatever changed in it. */
export const useOrderLive = (id: string): void => {
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const account = id.slice(0, id.lastIndexOf('-'));
  useBatchedLive((messages) => {
    const last = messages.filter((message) => orderOf(message) === id || hasChangedSome(message, account)).at(-1);
    if (last) void refreshOrder(queryClient, provider, id, last.position);
  });
};
