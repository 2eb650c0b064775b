import { z } from 'zod';
import type { BulkLine, BulkSubject, OperationRecord } from '../../projections/operations/operationQueries.js';
import { orderView, withActions } from '../../projections/orderList/orderView.js';
import { ordersWithLinePictures } from '../pictures/orderPictures.js';
import type { HttpDeps } from './httpDeps.js';
import { completeInvoices } from './invoiceAnswers.js';
import { isProblemCode, PROBLEMS } from './problems.js';

type Objects = ReadonlyMap<string, object>;

const rowSchema = z.looseObject({
  order_id: z.string(),
  account_type: z.string(),
  operation_id: z.string().nullable().optional(),
});

const rowsOf = (texts: readonly string[]) => texts.map((text) => rowSchema.parse(JSON.parse(text)));

const idOf = ({ account, orderId }: Pick<BulkLine, 'account' | 'orderId'>): string => `${account ?? ''}-${orderId}`;

/** Objects by the order's own id: one or two questions, however many orders there are. */
const objectsOf = async (
  deps: HttpDeps,
  kind: OperationRecord['kind'],
  lines: readonly BulkLine[],
): Promise<Objects> => {
  const keys = lines.flatMap(({ account, orderId }) => (account === null ? [] : [{ account, orderId }]));
  const orderIds = [...new Set(keys.map(({ orderId }) => orderId))];
  switch (kind) {
    case 'bulk_generate_awbs': {
      const ours = new Set(lines.map(({ outcome }) => outcome?.operationId));
      const awbs = rowsOf(await deps.awbQueries.ofOrders(orderIds)).filter(({ operation_id: id }) => ours.has(id));
      return new Map(awbs.map((awb) => [`${awb.account_type}-${awb.order_id}`, awb]));
    }
    case 'bulk_generate_invoices': {
      const rows = rowsOf(await deps.invoiceQueries.ofOrders(orderIds));
      const invoices = await completeInvoices(deps, rows);
      return new Map(rows.map((row, index) => [`${row.account_type}-${row.order_id}`, invoices[index] ?? row]));
    }
    default: {
      const now = deps.clock.now();
      const records = await deps.orderQueries.byKeys(keys);
      const views = records.map(({ key, order, revision }) =>
        withActions(orderView(order, key, { revision }), order, now),
      );
      return new Map((await ordersWithLinePictures(deps, views)).map((view) => [view.id, view]));
    }
  }
};

const OTHER_TEXTS: Readonly<Record<string, string>> = {
  'operation-stopped': 'The operation was stopped before this order was begun',
  'awb-none-exists': 'No AWB exists, as was declared',
};

const textOf = (code: string, texts: readonly (string | null | undefined)[]): string =>
  texts.find((text) => text) ?? OTHER_TEXTS[code] ?? (isProblemCode(code) ? PROBLEMS[code].title : code);

/**
 * Per-item results of a bulk (contract §1), as far as there are any: what succeeded as the single route answers it, and
 * what failed, was not done or is in doubt with its code.
 */
export const bulkResult = async (deps: HttpDeps, { id, kind }: OperationRecord, { counts, position }: BulkSubject) => {
  const lines = await deps.operationQueries.bulkLines(id);
  // What the items brought about is in another read model; behind, it shows less, and the next question more.
  await deps.readPosition.waitFor(['order_list'], BigInt(position), deps.settings.maxReadWaitMs);
  const done = lines.filter(({ outcome }) => outcome?.result === 'succeeded');
  const failed = lines.filter(({ outcome }) => outcome !== null && outcome.result !== 'succeeded');
  const refusals = await deps.operationQueries.refusals(
    failed.flatMap(({ outcome }) => (outcome?.operationId && outcome.text === null ? [outcome.operationId] : [])),
  );
  const objects = done.length > 0 ? await objectsOf(deps, kind, done) : new Map<string, object>();
  return {
    results: {
      success: done.map((line) => ({
        order_id: line.orderId,
        account_type: line.account,
        ...objects.get(idOf(line)),
        operation_id: line.outcome?.operationId ?? null,
      })),
      failed: failed.map(({ orderId, outcome }) => {
        const code = outcome?.code ?? 'internal';
        return {
          order_id: orderId,
          code,
          error: textOf(code, [outcome?.text, refusals.get(outcome?.operationId ?? '')?.text]),
        };
      }),
      total: counts.total,
    },
    success_count: done.length,
    failed_count: failed.length,
  };
};
