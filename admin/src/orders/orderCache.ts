import type { QueryClient } from '@tanstack/react-query';
import type { GetListResult } from 'react-admin';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { OrderRecord, OrderRow } from './orderRecord.js';
import { touchCells } from './touchedCells.js';

const SHOWN: readonly (keyof OrderRow)[] = [
  'status',
  'customer_name',
  'total_amount',
  'payment_status',
  'acknowledged_at',
  'awb_number',
  'invoice_number',
];

const lists = { queryKey: ['orders', 'getList'] };

/** Whether any list on the page shows this order. */
export const isListed = (queryClient: QueryClient, id: string): boolean =>
  queryClient
    .getQueriesData<GetListResult<OrderRow>>(lists)
    .some(([, list]) => list?.data.some((row) => row.id === id));

/** Puts what is now known of an order into the lists that show it, in its place, and marks the cells that changed. */
const patchLists = (queryClient: QueryClient, order: OrderRecord): void => {
  queryClient.setQueriesData<GetListResult<OrderRow>>(lists, (list) => {
    const old = list?.data.find(({ id }) => id === order.id);
    if (!list || !old) return list;
    const changed = SHOWN.filter((field) => old[field] !== order[field]);
    if (changed.length > 0) touchCells(order.id, changed);
    const row: OrderRow = { ...old, ...order };
    return { ...list, data: list.data.map((one) => (one.id === order.id ? row : one)) };
  });
};

/** Reads an order again, at least as of `minPosition`, and puts it wherever it is shown. */
export const refreshOrder = async (
  queryClient: QueryClient,
  provider: MagflowDataProvider,
  id: string,
  minPosition?: string,
): Promise<void> => {
  try {
    const { data } = await provider.getOne<OrderRecord & { id: string }>('orders', {
      id,
      ...(minPosition && { meta: { minPosition } }),
    });
    queryClient.setQueriesData<OrderRecord>({ queryKey: ['orders', 'getOne', { id }] }, data);
    patchLists(queryClient, data);
  } catch {
    // The page that shows the order reads it itself and shows what is wrong.
    await queryClient.invalidateQueries({ queryKey: ['orders', 'getOne', { id }] });
  }
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['orders', 'history', id] }),
    queryClient.invalidateQueries({ queryKey: ['orders', 'invoiceData', id] }),
  ]);
};

/** After an act of one's own, what counts and lists orders is read anew, whether or not the socket lives. */
export const refreshSurroundings = (queryClient: QueryClient): Promise<unknown> =>
  Promise.all(
    [['orders', 'count'], ['awbs'], ['invoices'], ['attention']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
