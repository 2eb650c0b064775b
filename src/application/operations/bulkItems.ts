import { RuleViolation } from '../../domain/decider.js';
import type { BulkItem, BulkOutcome } from '../../domain/operation/bulk.js';
import { isFinal, type BulkKind } from '../../domain/operation/operation.js';
import { orderStream } from '../../domain/order/orderEvents.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import { deriveId } from '../eventIds.js';
import type { EventStore, RecordedEvent } from '../ports/eventStore.js';
import { SellerIncomplete, type CommandContext, type CommandReceipt, type OrderService } from '../services.js';
import { operationStep, type OperationStep } from './outcomes.js';

/** The order's own operation within a bulk: the same item of the same bulk is the same wish, after any crash. */
export const itemOperationId = (bulkId: string, key: OrderKey): string => deriveId(bulkId, orderStream(key));

const hasEnded = ({ state }: OperationStep): boolean => isFinal(state) || state === 'in_doubt';

/** What the end of an item's operation means for the bulk. The marketplace's own words stay in the order's stream. */
export const outcomeOf = (item: number, step: OperationStep): BulkOutcome => {
  const of = { item, operationId: step.operationId, text: null };
  switch (step.state) {
    case 'succeeded':
      return { ...of, result: 'succeeded', code: null };
    case 'in_doubt':
      return { ...of, result: 'in_doubt', code: 'awb-in-doubt' };
    default: {
      const isOurs = step.refusal?.code === 'awb-none-exists';
      return { ...of, result: 'failed', code: isOurs ? 'awb-none-exists' : 'marketplace-refused' };
    }
  }
};

export const refusedItem = (item: number, code: string, text: string): BulkOutcome => ({
  item,
  result: 'failed',
  operationId: null,
  code,
  text,
});

/** The refusal that an error is; undefined for trouble of ours, which is no fault of the item. */
export const refusalOf = (error: unknown): { code: string; text: string } | undefined => {
  if (error instanceof RuleViolation) return { code: error.code, text: error.message };
  if (error instanceof SellerIncomplete) return { code: 'seller-incomplete', text: error.message };
  return undefined;
};

/** Gives the item's order, as a person would for one order. */
export const issueItem = (
  orders: OrderService,
  kind: BulkKind,
  key: OrderKey,
  { awb }: BulkItem,
  context: CommandContext,
): Promise<CommandReceipt> => {
  switch (kind) {
    case 'bulk_acknowledge_orders':
      return orders.acknowledge(key, context);
    case 'bulk_generate_awbs':
      return orders.requestAwb(key, awb ?? { parcel: {}, force: false, reason: null }, context);
    case 'bulk_generate_invoices':
      return orders.requestInvoice(key, { invoiceUrl: null }, context);
  }
};

/** Where an operation of an order stands, as the order's stream tells it; null when it was never wished. */
export const lastStepOf = async (
  store: Pick<EventStore, 'read'>,
  key: OrderKey,
  operationId: string,
): Promise<OperationStep | null> => {
  const { events } = await store.read(orderStream(key));
  const steps = events
    .flatMap((event) => operationStep(event) ?? [])
    .filter((step) => step.operationId === operationId);
  return steps.at(-1) ?? null;
};

/** Hears the ends of operations in the log, for those who wait for them. */
export class EndsHeard {
  private readonly waiting = new Map<string, Set<(step: OperationStep) => void>>();

  hear(event: RecordedEvent): void {
    if (this.waiting.size === 0) return;
    const step = operationStep(event);
    if (!step || !hasEnded(step)) return;
    for (const resolve of this.waiting.get(step.operationId) ?? []) resolve(step);
  }

  /**
   * The operation's end. Call before it is wished, so that nothing is missed; with `known` the past is asked as well.
   * Rejects with the signal's reason.
   */
  async end(
    operationId: string,
    signal: AbortSignal,
    known: () => Promise<OperationStep | null> = () => Promise.resolve(null),
  ): Promise<OperationStep> {
    signal.throwIfAborted();
    const ends = this.waiting.get(operationId) ?? new Set();
    this.waiting.set(operationId, ends);
    let stop: () => void = () => undefined;
    let resolve: (step: OperationStep) => void = () => undefined;
    const heard = new Promise<OperationStep>((done, fail) => {
      resolve = done;
      stop = () => fail(signal.reason as Error);
    });
    heard.catch(() => undefined);
    ends.add(resolve);
    signal.addEventListener('abort', stop, { once: true });
    try {
      const past = await known();
      return past && hasEnded(past) ? past : await heard;
    } finally {
      signal.removeEventListener('abort', stop);
      ends.delete(resolve);
      if (ends.size === 0) this.waiting.delete(operationId);
    }
  }
}
