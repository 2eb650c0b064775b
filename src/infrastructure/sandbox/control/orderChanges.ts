import { parseDecimal } from '../data/money.js';
import { flagOf, intOf, textOf } from '../http/fieldReaders.js';
import { isFields, type Fields } from '../http/requestBody.js';
import type { Order, OrderLine, OrderStatus } from '../model.js';
import { ControlError } from './controlError.js';

const wantedStatus = (value: unknown): OrderStatus => {
  const status = intOf(value);
  if (status === undefined || status < 0 || status > 5) throw new ControlError(400, 'status must be 0 to 5');
  return status as OrderStatus;
};

const changedLine = (line: OrderLine, change: unknown, now: number): OrderLine => {
  if (!isFields(change)) return line;
  return {
    ...line,
    modified: now,
    status: flagOf(change['status']) ?? line.status,
    quantity: intOf(change['quantity']) ?? line.quantity,
    initialQuantity: intOf(change['initial_qty']) ?? intOf(change['quantity']) ?? line.initialQuantity,
    priceE4: parseDecimal(change['sale_price']) ?? line.priceE4,
    vat: parseDecimal(change['vat']) === undefined ? line.vat : Math.round((parseDecimal(change['vat']) ?? 0) / 100),
    name: textOf(change['name']) ?? line.name,
  };
};

const statusTraces = (order: Order, status: OrderStatus, now: number): Partial<Order> => {
  if (status === order.status) return {};
  if (status === 0) return { status, cancelled: now, cancellationReason: order.cancellationReason ?? 24 };
  if (status === 4) return { status, finalised: now };
  return { status, cancelled: null, cancellationReason: null };
};

/** What the marketplace or the customer may change in an order at any time; keys as in `order/read`. */
export const changeOrder = (order: Order, changes: Fields, now: number): Order => {
  const changed: Order = { ...order };
  if (changes['status'] !== undefined)
    Object.assign(changed, statusTraces(order, wantedStatus(changes['status']), now));
  const reason = intOf(changes['reason_cancellation']);
  if (reason !== undefined) changed.cancellationReason = reason;
  const mode = intOf(changes['payment_mode_id']);
  if (mode === 1 || mode === 2 || mode === 3) {
    changed.paymentMode = mode;
    changed.paymentStatus = mode === 3 ? 1 : 0;
    changed.paymentMethod = { 1: 'Numerar', 2: 'Ordin de plata', 3: 'Card online' }[mode];
  }
  changed.paymentStatus = flagOf(changes['payment_status']) ?? changed.paymentStatus;
  changed.complete = flagOf(changes['is_complete']) ?? changed.complete;
  changed.observation = textOf(changes['observation']) ?? changed.observation;
  changed.cancellationRequest = textOf(changes['cancellation_request']) ?? changed.cancellationRequest;
  const shippingE4 = parseDecimal(changes['shipping_tax']);
  if (shippingE4 !== undefined) changed.shippingE4 = shippingE4;
  if ('enforced_vendor_courier_accounts' in changes) {
    const enforced = changes['enforced_vendor_courier_accounts'];
    changed.enforcedCouriers = Array.isArray(enforced) ? enforced.map(Number) : null;
  }
  const lockerId = textOf(changes['locker_id']);
  if (lockerId !== undefined) Object.assign(changed, toLocker(order, lockerId));
  if (changes['delivery_mode'] === 'courier') Object.assign(changed, { delivery: 'courier', locker: null });
  const customer = changes['customer'];
  if (isFields(customer)) changed.customer = { ...order.customer, ...named(customer) };
  if (isFields(customer) && textOf(customer['shipping_street']) !== undefined)
    changed.shipping = { ...changed.shipping, street: textOf(customer['shipping_street']) ?? '' };
  const products: unknown = changes['products'];
  if (Array.isArray(products))
    changed.lines = order.lines.map((line, i) => changedLine(line, (products as unknown[])[i], now));
  return changed;
};

const named = (customer: Fields): { name?: string; phone?: string } => {
  const [name, phone] = [textOf(customer['name']), textOf(customer['phone_1'])];
  return { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
};

const toLocker = (order: Order, id: string): Partial<Order> => ({
  delivery: 'pickup',
  locker: { id, name: `easybox ${id}` },
  shipping: { ...order.shipping, street: `easybox ${id} [locker ${id}]` },
});
