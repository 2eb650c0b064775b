import type { OrderKey } from '../provider/magflowDataProvider.js';
import type { OrderAction, OrderRecord, OrderRow } from './orderRecord.js';

/** The marketplace's number of orders that it ships itself. */
export const MARKETPLACE_FULFILMENT = 2;

export const isOurs = (order: Pick<OrderRow, 'type'>): boolean => order.type !== MARKETPLACE_FULFILMENT;

/** The order's name in addresses. */
export const idOf = ({ account_type, emag_order_id }: OrderKey): string => `${account_type}-${emag_order_id}`;

/** Of a decimal string. */
export const isZero = (amount: string): boolean => /^-?0+(\.0+)?$/.test(amount);

const OPEN: readonly string[] = ['new', 'in_progress', 'prepared'];

/** When it must be with the courier; null once that no longer matters. */
export const dueOf = ({ ship_by, status_name }: Pick<OrderRow, 'ship_by' | 'status_name'>): string | null =>
  OPEN.includes(status_name) ? ship_by : null;

/** Verbs that a list offers. */
export type ListVerb = 'acknowledge' | 'awb' | 'invoice';

/** Why a verb does not apply to an order. */
export type Obstacle = 'marketplace' | 'not_new' | 'unconfirmed' | 'has_awb' | 'has_invoice' | 'unprepared' | 'closed';

const obstacleTo: Readonly<Record<ListVerb, (row: OrderRow) => Obstacle | null>> = {
  acknowledge: (row) => {
    if (!isOurs(row)) return 'marketplace';
    return row.status_name === 'new' ? null : 'not_new';
  },
  awb: (row) => {
    if (!isOurs(row)) return 'marketplace';
    if (row.awb_number) return 'has_awb';
    if (row.status_name === 'new') return 'unconfirmed';
    return OPEN.includes(row.status_name) ? null : 'closed';
  },
  invoice: (row) => {
    if (row.invoice_number) return 'has_invoice';
    if (/^(canceled|returned)$/.test(row.status_name)) return 'closed';
    return /^(prepared|finalized)$/.test(row.status_name) ? null : 'unprepared';
  },
};

/** Why not, as far as a list row tells; the order's own page and the server know exactly. */
export const obstacleOf = (row: OrderRow, verb: ListVerb): Obstacle | null => obstacleTo[verb](row);

/** What a list row one expect; the order's own page and the server know exactly. */
export const likelyActions = (row: OrderRow): readonly OrderAction[] =>
  (['acknowledge', 'awb', 'invoice'] as const).filter((verb) => obstacleOf(row, verb) === null);

/** The lines of which something is left: what came back goes into no parcel. */
export const inParcel = <L extends { readonly quantity: number }>(products: readonly L[]): readonly L[] =>
  products.filter(({ quantity }) => quantity > 0);

/** react-admin shows a list's row until the order's own answer is there; a row lacks half of it. */
export const isWholeOrder = (order: Partial<OrderRecord>): order is OrderRecord => order.amounts !== undefined;

/** Only an AWB can be in doubt: no other wish leaves behind what cannot be read. */
export const isAwbInDoubt = ({ sync_status }: Pick<OrderRow, 'sync_status'>): boolean => sync_status === 'in_doubt';
