import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNotify } from 'react-admin';
import { api, bodyOf, once, type Schemas } from '../api/client.js';
import { asProblem } from '../api/problem.js';
import { useProblemSentence } from '../common/ProblemNotice.js';
import { idOf } from '../orders/orderRules.js';
import type { BulkOrder } from './bulkRecord.js';
import { useBulkStore } from './bulkStore.js';

/** What all parcels of a bulk have in common; the server computes the rest for each order. */
export type BulkParcel = Omit<Schemas['BulkAwbs']['orders'][number], 'order_id' | 'account_type'>;

export interface BulkCommands {
  acknowledge(orders: readonly BulkOrder[]): Promise<void>;
  generateAwbs(orders: readonly BulkOrder[], parcel: BulkParcel): Promise<void>;
  issueInvoices(orders: readonly BulkOrder[]): Promise<void>;
  retryFailed(operationId: string): Promise<void>;
  stop(operationId: string): Promise<void>;
}

/** Starts work on many orders at the server, which goes on whatever becomes of this page, and follows it. */
export const useBulkCommands = (): BulkCommands => {
  const { follow } = useBulkStore();
  const notify = useNotify();
  const sentenceOf = useProblemSentence();
  const queryClient = useQueryClient();

  return useMemo(() => {
    const begin = async (ask: (header: ReturnType<typeof once>) => Promise<Schemas['Accepted']>): Promise<void> => {
      try {
        follow((await ask(once(crypto.randomUUID()))).operation_id);
      } catch (error) {
        notify(sentenceOf(asProblem(error)), { type: 'error', autoHideDuration: 10_000 });
      }
    };
    return {
      acknowledge: (orders) =>
        begin((header) =>
          bodyOf(
            api.POST('/emag/orders/bulk-acknowledge', { params: { header }, body: { order_ids: orders.map(idOf) } }),
          ),
        ),
      generateAwbs: (orders, parcel) =>
        begin((header) =>
          bodyOf(
            api.POST('/emag/phase2/awb/bulk-generate', {
              params: { header },
              body: { orders: orders.map((order) => ({ ...parcel, order_id: idOf(order) })) },
            }),
          ),
        ),
      issueInvoices: (orders) =>
        begin((header) =>
          bodyOf(
            api.POST('/emag/phase2/invoice/bulk-generate', {
              params: { header },
              body: { order_ids: orders.map(idOf) },
            }),
          ),
        ),
      retryFailed: (id) =>
        begin((header) => bodyOf(api.POST('/operations/{id}/retry-failed', { params: { path: { id }, header } }))),
      async stop(id) {
        try {
          await api.DELETE('/operations/{id}', { params: { path: { id } } });
        } catch (error) {
          notify(sentenceOf(asProblem(error)), { type: 'error' });
        }
        await queryClient.invalidateQueries({ queryKey: ['operations', 'getOne', { id }] });
      },
    };
  }, [follow, notify, sentenceOf, queryClient]);
};
