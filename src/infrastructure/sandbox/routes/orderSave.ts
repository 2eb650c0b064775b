import { cancellationReasons } from '../data/cancellationReasons.js';
import { parseDecimal } from '../data/money.js';
import { refusal, success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { flagOf, intOf, textOf } from '../http/fieldReaders.js';
import { isFields, type Fields } from '../http/requestBody.js';
import { lineAfterReturn, vouchersAfterReturn } from '../life/returnedGoods.js';
import type { Order, OrderLine, OrderStatus } from '../model.js';
import { applyStorno } from './storno.js';

const HOUR = 3_600_000;
const REACTIVATION = 48 * HOUR;
/** Return time granted to the customer, plus five days (reference §16.3). */
const RETURNABLE = (30 + 5) * 24 * HOUR;

const names: Readonly<Record<OrderStatus, string>> = {
  0: 'cancelled',
  1: 'new',
  2: 'in progress',
  3: 'prepared',
  4: 'finalized',
  5: 'returned',
};

const isStatus = (value: number | undefined): value is OrderStatus => value !== undefined && value >= 0 && value <= 5;

const always = (): boolean => true;
const within =
  (limit: number, since: (order: Order) => number | null) =>
  (order: Order, now: number): boolean => {
    const from = since(order);
    return from !== null && now - from <= limit;
  };
const sinceFinalised = within(REACTIVATION, (order) => order.finalised);
const sinceCancelled = within(REACTIVATION, (order) => order.cancelled);

type Allowed = (order: Order, now: number) => boolean;
/** The matrix of reference §16.3; what is not in it is refused. */
const matrix: Readonly<Record<OrderStatus, Partial<Record<OrderStatus, Allowed>>>> = {
  1: {},
  2: { 2: always, 3: always, 4: always, 0: always },
  3: { 3: always, 4: always, 0: always },
  4: { 3: sinceFinalised, 4: always, 0: sinceFinalised, 5: within(RETURNABLE, (order) => order.finalised) },
  0: { 2: sinceCancelled, 3: sinceCancelled, 4: sinceCancelled, 0: always },
  5: {},
};

/** Whether a seller may move an order; exported for the table-driven test and the documentation. */
export const isAllowed = (order: Order, wanted: OrderStatus, now: number): boolean =>
  matrix[order.status][wanted]?.(order, now) ?? false;

interface Entry {
  readonly fields: Fields;
  readonly order: Order;
  readonly status: OrderStatus;
}

const readEntry = (call: Call, fields: unknown): Entry | string => {
  if (!isFields(fields)) return 'Expected list of arrays, single array received';
  const id = intOf(fields['id']);
  const order = id === undefined ? undefined : call.account.orders.get(id);
  if (!order) return `Order not found: ${textOf(fields['id']) ?? ''}`;
  const type = intOf(fields['type']);
  if (type === undefined) return `Order ${order.id}: type is mandatory`;
  if (type !== order.type) return `Order ${order.id}: type does not match`;
  if (order.type === 2) return `Order ${order.id}: orders fulfilled by eMAG cannot be edited`;
  const status = fields['status'] === undefined ? order.status : intOf(fields['status']);
  if (!isStatus(status)) return `Order ${order.id}: invalid status`;
  return { fields, order, status };
};

const productsOf = (fields: Fields): Fields[] | undefined => {
  const products = fields['products'];
  if (products === undefined || products === null) return undefined;
  return (Array.isArray(products) ? products : Object.values(products as object)).filter(isFields);
};

const addedLine = (call: Call, order: Order, product: Fields): OrderLine | string => {
  const productId = intOf(product['product_id']);
  const price = parseDecimal(product['sale_price']);
  const name = textOf(product['name']);
  if (productId === undefined || price === undefined || !name)
    return `Order ${order.id}: product_id, name and sale_price are mandatory for a new product`;
  const quantity = product['quantity'] === undefined ? 1 : intOf(product['quantity']);
  if (quantity === undefined || quantity <= 0) return `Order ${order.id}: quantity must be greater than 0`;
  const offer = call.account.offers.get(productId);
  const now = call.world.clock.now();
  call.world.highest.line += 1;
  return {
    id: call.world.highest.line,
    productId,
    mktId: 33_000_000 + productId,
    name,
    status: flagOf(product['status']) ?? 1,
    partNumber: offer?.partNumber ?? '',
    partNumberKey: offer?.partNumberKey ?? '',
    quantity,
    initialQuantity: quantity,
    stornoQuantity: 0,
    priceE4: price,
    originalE4: price,
    vat: offer?.vatId === 7 ? 11 : 21,
    created: now,
    modified: now,
    splits: [],
    deposits: [],
    serials: null,
  };
};

const sameLines = (before: readonly OrderLine[], after: readonly OrderLine[]): boolean =>
  before.length === after.length &&
  before.every((line, i) => line.status === after[i]?.status && line.quantity === after[i]?.quantity);

/** The lines after an edit in status 2 or 3 (§16.4): an explicit list is complete, what it leaves out is removed. */
const editedLines = (call: Call, order: Order, products: Fields[]): OrderLine[] | string => {
  const named = new Map(products.map((product) => [intOf(product['id']), product]));
  const lines: OrderLine[] = [];
  for (const line of order.lines) {
    const product = named.get(line.id);
    const status = product ? (flagOf(product['status']) ?? line.status) : 0;
    const quantity = product?.['quantity'] === undefined ? line.quantity : intOf(product['quantity']);
    if (quantity === undefined) return `Order ${order.id}: invalid quantity for product ${line.id}`;
    // A line that is gone already may be echoed with whatever quantity it was left with.
    if (status === 1 && quantity <= 0 && line.quantity > 0)
      return `Order ${order.id}: quantity must be greater than 0 for product ${line.id}`;
    if (quantity > line.quantity) return `Order ${order.id}: quantity cannot be increased for product ${line.id}`;
    lines.push({ ...line, status, quantity });
  }
  if (order.paymentMode === 3 && order.lines.some((line, i) => isReduced(line, lines[i])))
    return `Order ${order.id}: products of orders paid by card cannot be removed or reduced`;
  for (const product of products) {
    if (order.lines.some(({ id }) => id === intOf(product['id']))) continue;
    if (intOf(product['id']) !== undefined) return `Order ${order.id}: unknown product ${textOf(product['id']) ?? ''}`;
    const line = addedLine(call, order, product);
    if (typeof line === 'string') return line;
    lines.push(line);
  }
  return lines;
};

const isReduced = (before: OrderLine, after: OrderLine | undefined): boolean =>
  after === undefined || after.quantity < before.quantity || (before.status === 1 && after.status === 0);

/** A changed copy of the order, or why it is refused. */
const decide = (call: Call, { fields, order, status }: Entry): Order | string => {
  const now = call.world.clock.now();
  const products = productsOf(fields);
  if (flagOf(fields['is_storno']) === 1) return applyStorno(order, status, products ?? []);
  if (!isAllowed(order, status, now))
    return `Order ${order.id}: status cannot be changed from ${names[order.status]} to ${names[status]}`;

  let lines = order.lines;
  if (products) {
    const edited = editedLines(call, order, products);
    if (order.status === 2 || order.status === 3) {
      if (typeof edited === 'string') return edited;
      lines = edited.map((line, i) => ({
        ...line,
        modified: sameLines([line], order.lines.slice(i, i + 1)) ? line.modified : now,
      }));
    } else if (typeof edited === 'string' || !sameLines(order.lines, edited)) {
      return `Order ${order.id}: products can be edited only while the order is in progress or prepared`;
    }
  }
  const changed: Order = { ...order, lines, status };
  if (status === 0 && order.status !== 0) {
    const reason = intOf(fields['reason_cancellation'] ?? fields['cancellation_reason']);
    if (reason === undefined || !(reason in cancellationReasons))
      return `Order ${order.id}: reason_cancellation is mandatory`;
    Object.assign(changed, { cancellationReason: reason, cancelled: now, finalised: null });
  }
  if (order.status === 0 && status !== 0) Object.assign(changed, { cancelled: null, cancellationReason: null });
  if (status === 4 && order.status !== 4) changed.finalised = now;
  if (status === 3 && order.status === 4) changed.finalised = null;
  if (status === 5) {
    changed.lines = lines.map((line) => lineAfterReturn(line, 0));
    changed.vouchers = vouchersAfterReturn(changed);
  }
  return changed;
};

/** `order/save` of reference §16.3 to §16.6. All entries are judged before any is kept. */
export const saveOrders = (call: Call): Answer => {
  const { payload, world, account } = call;
  if (!Array.isArray(payload)) return refusal('Expected list of arrays, single array received');
  if (payload.length === 0) return refusal('No orders received');
  if (payload.length > 50) return refusal('Maximum 50 entities per request exceeded');
  const changes: { before: Order; after: Order; isStorno: boolean }[] = [];
  for (const item of payload as unknown[]) {
    const entry = readEntry(call, item);
    if (typeof entry === 'string') return refusal(entry);
    const after = decide(call, entry);
    if (typeof after === 'string') return refusal(after);
    changes.push({ before: entry.order, after, isStorno: flagOf(entry.fields['is_storno']) === 1 });
  }
  for (const { before, after, isStorno } of changes) {
    world.saveOrder(account, after);
    if (before.status !== after.status || isStorno)
      world.record(account, 'status', after.id, {
        from: before.status,
        to: after.status,
        storno: isStorno,
        by: 'seller',
      });
  }
  return success([]);
};
