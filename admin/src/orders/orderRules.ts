import type { OrderAction, OrderRecord, OrderRow } from './orderRecord.js';

/** The marketplace's number of orders that it ships itself. */
export const MARKETPLACE_FULFILMENT = 2;

export const isOurs = (order: Pick<OrderRow, 'type'>): boolean => order.type !== MARKETPLACE_FULFILMENT;

/** What a list row lets one expect; the order's own page and the server know exactly. */
export const likelyActions = (row: OrderRow): readonly OrderAction[] => {
  const actions: OrderAction[] = [];
  if (isOurs(row) && row.status_name === 'new') actions.push('acknowledge');
  if (isOurs(row) && /^(in_progress|prepared)$/.test(row.status_name) && !row.awb_number) actions.push('awb');
  if (/^(prepared|finalized)$/.test(row.status_name) && !row.invoice_number) actions.push('invoice');
  return actions;
};

/** react-admin shows a list's row until the order's own answer is there; a row lacks half of it. */
export const isWholeOrder = (order: Partial<OrderRecord>): order is OrderRecord => order.amounts !== undefined;
