import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDataProvider } from 'react-admin';
import { asProblem } from '../api/problem.js';
import type { Reply } from '../api/client.js';
import { refreshOrder, refreshSurroundings } from '../orders/orderCache.js';
import type { AwbResolution, AwbWish } from '../orders/orderRecord.js';
import { idOf } from '../orders/orderRules.js';
import {
  pendingOf,
  type AttachmentWish,
  type MagflowDataProvider,
  type OrderKey,
  type Outcome,
  type StatusWish,
  type StornoWish,
} from '../provider/magflowDataProvider.js';
import { actsStore, type Act, type ActKind } from './actsStore.js';

/** True when the marketplace has confirmed. */
export type ActEnd = Promise<Act['state']>;

export interface OrderActs {
  acknowledge(order: OrderKey): ActEnd;
  changeStatus(order: OrderKey, wish: StatusWish): ActEnd;
  generateAwb(order: OrderKey, wish: AwbWish): ActEnd;
  resolveAwb(order: OrderKey, resolution: AwbResolution): ActEnd;
  generateInvoice(order: OrderKey): ActEnd;
  issueStorno(order: OrderKey, invoiceNumber: string, wish: StornoWish): ActEnd;
  attachDocument(order: OrderKey, wish: AttachmentWish): ActEnd;
}

/** The marketplace is read again after each write; what that brings besides the status, nobody announces. */
const READ_BACK_MS = 5_000;

type Send<T> = (commandId: string) => Promise<Reply<Outcome<T>>>;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What to show of an outcome: the number that came of it, or the word of the new status. */
export const resultOf = (outcome: unknown): string | null => {
  if (typeof outcome !== 'object' || outcome === null) return null;
  const { awb_number, number, status_name } = outcome as Record<string, unknown>;
  return text(number) ?? (status_name === undefined ? text(awb_number) : text(status_name));
};

/**
 * The verbs of an order. Each is shown as asked at once, and as done only when the marketplace has confirmed; a
 * repetition of the same click after a broken connection is the same command.
 */
export const useOrderActs = (): OrderActs => {
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();

  return useMemo(() => {
    const act = async <T>(kind: ActKind, order: OrderKey, send: Send<T>): ActEnd => {
      const id = crypto.randomUUID();
      const key = idOf(order);
      actsStore.add({
        id,
        kind,
        account: order.account_type,
        orderId: order.emag_order_id,
        state: 'asked',
        operationId: null,
        result: null,
        problem: null,
      });
      let end: Act['state'];
      let position: string | undefined;
      try {
        const reply = await send(id);
        position = reply.position ?? undefined;
        const pending = pendingOf(reply);
        end = pending ? (pending.state === 'in_doubt' ? 'in_doubt' : 'asked') : 'done';
        actsStore.update(id, {
          state: end,
          operationId: pending?.operation_id ?? null,
          result: pending ? null : resultOf(reply.body),
        });
      } catch (error) {
        end = 'refused';
        actsStore.update(id, { state: end, problem: asProblem(error) });
      }
      await refreshOrder(queryClient, provider, key, position);
      void refreshSurroundings(queryClient);
      if (end !== 'refused') setTimeout(() => void refreshOrder(queryClient, provider, key), READ_BACK_MS);
      return end;
    };

    return {
      acknowledge: (order) => act('acknowledge', order, (id) => provider.acknowledge(order, id)),
      changeStatus: (order, wish) => act('status', order, (id) => provider.changeStatus(order, wish, id)),
      generateAwb: (order, wish) => act('awb', order, (id) => provider.generateAwb(order, wish, id)),
      resolveAwb: (order, resolution) => act('resolve', order, (id) => provider.resolveAwb(order, resolution, id)),
      generateInvoice: (order) => act('invoice', order, (id) => provider.generateInvoice(order, id)),
      issueStorno: (order, number, wish) => act('storno', order, (id) => provider.issueStorno(number, wish, id)),
      attachDocument: (order, wish) => act('attachment', order, (id) => provider.attachDocument(order, wish, id)),
    };
  }, [provider, queryClient]);
};
