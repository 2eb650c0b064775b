import { flagOf, intOf } from '../http/fieldReaders.js';
import type { Fields } from '../http/requestBody.js';
import { lineAfterReturn, vouchersAfterReturn } from '../life/returnedGoods.js';
import type { Order, OrderLine, OrderStatus } from '../model.js';

const stornoLine = (line: OrderLine, product: Fields | undefined): OrderLine | string => {
  if (!product) return line;
  const quantity = product['quantity'] === undefined ? line.quantity : intOf(product['quantity']);
  if (quantity === undefined || quantity < 0) return `Invalid quantity for product ${line.id}`;
  if (quantity > line.quantity) return `Quantity cannot be increased for product ${line.id}`;
  const kept = flagOf(product['status']) === 0 ? 0 : quantity;
  return kept === line.quantity ? line : lineAfterReturn(line, kept);
};

/**
 * Partial return of a finalised order (reference §16.6). A returned line stays with quantity 0, the reading of §26 row 35;
 * lines that are left out are untouched. Returns the changed order, status 5 once nothing is left, or the refusal.
 */
export const applyStorno = (order: Order, wanted: OrderStatus, products: readonly Fields[]): Order | string => {
  if (order.status !== 4 || wanted !== 4) return `Order ${order.id}: storno is possible only for finalized orders`;
  if (products.some((product) => (intOf(product['quantity']) ?? 0) < 0))
    return `Order ${order.id}: negative quantities are not allowed`;
  const known = new Set(order.lines.map(({ id }) => id));
  if (products.some((product) => !known.has(intOf(product['id']) ?? -1))) return `Order ${order.id}: unknown product`;
  const byId = new Map(products.map((product) => [intOf(product['id']), product]));
  const lines: OrderLine[] = [];
  for (const line of order.lines) {
    const after = stornoLine(line, byId.get(line.id));
    if (typeof after === 'string') return `Order ${order.id}: ${after}`;
    lines.push(after);
  }
  if (lines.every((line, i) => line.quantity === order.lines[i]?.quantity))
    return `Order ${order.id}: no product was changed`;
  const isReturned = lines.filter(({ status }) => status === 1).every(({ quantity }) => quantity === 0);
  return { ...order, lines, vouchers: vouchersAfterReturn({ ...order, lines }), status: isReturned ? 5 : 4 };
};
