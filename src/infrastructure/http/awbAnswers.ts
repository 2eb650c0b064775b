import { PDFDocument } from 'pdf-lib';
import { z } from 'zod';
import type { LabelFormat } from '../../application/ports/marketplace.js';
import { orderStream } from '../../domain/order/orderEvents.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import { awbView, awbWishView } from '../../projections/orderList/orderView.js';
import type { CommandResult } from './commands.js';
import type { HttpDeps } from './httpDeps.js';
import { HttpProblem } from './problems.js';
import { projectionParked } from './readModelWait.js';

/** The AWB that an operation brought about, or the last one; what was refused is shown as a wish without a number. */
export const awbResult = async (
  deps: Pick<HttpDeps, 'orderQueries'>,
  key: OrderKey,
  operationId: string | null,
): Promise<CommandResult> => {
  const [record] = await deps.orderQueries.byId(key.orderId, key.account);
  if (!record) throw new HttpProblem('order-unknown', `There is no order ${key.orderId}`);
  if (record.isParked) throw projectionParked(orderStream(key));
  const { order, revision } = record;
  const issued = order.awbs.find((awb) => awb.operationId === operationId);
  if (issued) return { object: awbView(key, issued, order), revision };
  return { object: { ...awbWishView(key, order), status: 'refused' }, revision };
};

const storedAwb = z.looseObject({
  order_id: z.string(),
  account_type: z.string(),
  awb_number: z.string().nullable(),
  reservation_id: z.string().nullable(),
  emag_ids: z.array(z.string()).optional(),
});

export type StoredAwb = z.output<typeof storedAwb>;

/** @throws HttpProblem `awb-unknown`, `account-ambiguous` */
export const storedAwbOf = async (
  { awbQueries }: Pick<HttpDeps, 'awbQueries'>,
  awbNumber: string,
  account: string | null,
): Promise<StoredAwb> => {
  const found = (await awbQueries.byNumber(awbNumber, account)).map((text) => storedAwb.parse(JSON.parse(text)));
  const [only] = found;
  if (!only) throw new HttpProblem('awb-unknown', `There is no AWB ${awbNumber}`);
  const accounts = [...new Set(found.map(({ account_type }) => account_type))];
  if (accounts.length > 1) {
    throw new HttpProblem('account-ambiguous', `Several accounts have an AWB ${awbNumber}`, { extra: { accounts } });
  }
  return only;
};

/** The labels of all parcels as one file. */
export const joinLabels = async (labels: readonly Uint8Array[], format: LabelFormat): Promise<Uint8Array> => {
  const [only, ...others] = labels;
  if (only && others.length === 0) return only;
  if (format === 'ZPL') return Buffer.concat(labels);
  const joined = await PDFDocument.create();
  for (const label of labels) {
    const document = await PDFDocument.load(label);
    for (const page of await joined.copyPages(document, document.getPageIndices())) joined.addPage(page);
  }
  return joined.save();
};
