import pLimit from 'p-limit';
import { z } from 'zod';
import type { CallContext, LabelFormat } from '../../application/ports/marketplace.js';
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
  delivery_state: z.string().nullable().optional(),
});

export type StoredAwb = z.output<typeof storedAwb>;

/**
 * The stored AWBs of these numbers, in the order asked for.
 *
 * @throws HttpProblem `awb-unknown` with those that nobody issued, `account-ambiguous`
 */
export const storedAwbsOf = async (
  { awbQueries }: Pick<HttpDeps, 'awbQueries'>,
  awbNumbers: readonly string[],
  account: string | null,
): Promise<readonly StoredAwb[]> => {
  const rows = await awbQueries.byNumbers(awbNumbers, account);
  const found = rows.map((text) => storedAwb.parse(JSON.parse(text)));
  const byNumber = new Map(awbNumbers.map((number) => [number, found.filter((one) => one.awb_number === number)]));
  const missing = [...byNumber].flatMap(([number, awbs]) => (awbs.length === 0 ? [number] : []));
  if (missing.length > 0) {
    throw new HttpProblem('awb-unknown', `There is no AWB ${missing.join(', ')}`, { extra: { awb_numbers: missing } });
  }
  return [...byNumber].flatMap(([number, awbs]) => {
    const accounts = [...new Set(awbs.map(({ account_type }) => account_type))];
    if (accounts.length > 1) {
      throw new HttpProblem('account-ambiguous', `Several accounts have an AWB ${number}`, { extra: { accounts } });
    }
    return awbs.slice(0, 1);
  });
};

/** @throws HttpProblem `awb-unknown`, `account-ambiguous` */
export const storedAwbOf = async (
  deps: Pick<HttpDeps, 'awbQueries'>,
  awbNumber: string,
  account: string | null,
): Promise<StoredAwb> => {
  const [awb] = await storedAwbsOf(deps, [awbNumber], account);
  if (!awb) throw new HttpProblem('awb-unknown', `There is no AWB ${awbNumber}`);
  return awb;
};

const LABELS_AT_ONCE = 4;
const MOST_LABELS = 1_000;

/**
 * The labels of all parcels of these AWBs as one file: kept ones from here, the others from the marketplace.
 *
 * @throws HttpProblem `label-unknown` with those whose number was entered by hand, `request-impossible`,
 * `marketplace-unreadable`; MarketplaceError
 */
export const labelsOf = async (
  deps: Pick<HttpDeps, 'marketplace' | 'labelFiles'>,
  awbs: readonly StoredAwb[],
  format: LabelFormat,
  context: CallContext,
): Promise<Uint8Array> => {
  const unprintable = awbs.flatMap((awb) => ((awb.emag_ids ?? []).length === 0 ? [awb.awb_number] : []));
  if (unprintable.length > 0) {
    const numbers = unprintable.join(', ');
    throw new HttpProblem('label-unknown', `AWB ${numbers} was entered by hand; its label is elsewhere`, {
      extra: { awb_numbers: unprintable },
    });
  }
  const limit = pLimit(LABELS_AT_ONCE);
  const parcels = awbs.flatMap((awb) => (awb.emag_ids ?? []).map((emagId) => ({ awb, emagId })));
  if (parcels.length > MOST_LABELS) {
    throw new HttpProblem(
      'request-impossible',
      `These are ${parcels.length} labels; ${MOST_LABELS} fit into one file`,
      {
        errors: [{ parameter: 'awb', detail: 'asks for too many parcels at once' }],
      },
    );
  }
  const labels = await Promise.all(
    parcels.map(({ awb: { account_type: account, order_id: orderId }, emagId }) =>
      limit(() =>
        deps.labelFiles.label(account, emagId, format, async () =>
          (await deps.marketplace.account(account)).readLabel(emagId, format, { ...context, orderId }),
        ),
      ),
    ),
  );
  return joinLabels(labels, format);
};

const NEW_LINE = Buffer.from('\n');

const joinLabels = async (labels: readonly Uint8Array[], format: LabelFormat): Promise<Uint8Array> => {
  const [only, ...others] = labels;
  if (only && others.length === 0) return only;
  if (format === 'ZPL') return Buffer.concat(labels.flatMap((label) => [label, NEW_LINE]));
  // Loaded when labels are joined first: it would be a good part of what the API's start costs.
  const { PDFDocument } = await import('pdf-lib');
  try {
    const joined = await PDFDocument.create();
    for (const label of labels) {
      const document = await PDFDocument.load(label);
      for (const page of await joined.copyPages(document, document.getPageIndices())) joined.addPage(page);
    }
    return await joined.save();
  } catch {
    // Whatever a foreign file did to the library: it is no PDF for us.
    throw new HttpProblem('marketplace-unreadable', 'A label of the marketplace is no PDF that can be joined');
  }
};
