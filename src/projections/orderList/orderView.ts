import { remainingQuantities } from '../../domain/invoice/stornoLines.js';
import { grossUnit, round2, round4, splitGross, sum, vatRateText } from '../../domain/money/money.js';
import {
  depositGross,
  lineGross,
  orderAmounts,
  voucherParts,
  type OrderAmounts,
} from '../../domain/order/orderAmounts.js';
import type { AwbMarketplaceStatus } from '../../domain/order/orderEvents.js';
import type { OrderKey, OrderLine, OrderStatus, PostalAddress } from '../../domain/order/orderFacts.js';
import { isInvoiceReversed, type Awb, type Flow, type Invoice, type Order } from '../../domain/order/orderState.js';
import { allowedStatuses } from '../../domain/order/statusMatrix.js';
import { isKnownOrder, type KnownOrder, type SeenOrder } from './seenOrder.js';
import { INVOICE_ATTACHMENT, statusNumber, typeNumber } from './statusNumbers.js';

/** `none` when nothing was wished; `queued` before the marketplace was asked, `running` while it is. */
export interface WishView {
  readonly state: 'none' | 'queued' | 'running' | 'in_doubt' | 'succeeded' | 'failed';
  readonly operation_id: string | null;
  readonly since: string | null;
  readonly code: string | null;
  readonly text: string | null;
}

export type OrderAction = 'acknowledge' | 'status' | 'awb' | 'invoice' | 'storno';

const wishView = (flow: Flow): WishView => {
  if (flow.phase === 'idle') return { state: 'none', operation_id: null, since: null, code: null, text: null };
  const base = { operation_id: flow.operationId, since: flow.at, code: null, text: null };
  switch (flow.phase) {
    case 'requested':
      return { ...base, state: 'queued' };
    case 'attempted':
      return { ...base, state: 'running' };
    case 'in_doubt':
      return { ...base, state: 'in_doubt', text: flow.reason };
    case 'done':
      return { ...base, state: 'succeeded' };
    case 'refused':
      return { ...base, state: 'failed', code: flow.code, text: flow.text };
  }
};

const addressView = ({ name, phone, country, county, city, localityId, street, postcode }: PostalAddress) => ({
  name,
  phone,
  country,
  county,
  city,
  locality_id: localityId,
  street,
  postcode,
});

/** A line with its prices net and gross; what was cancelled stays visible and counts nothing. */
const lineView = (line: OrderLine) => {
  const gross = lineGross(line);
  const { net, vat } = splitGross(gross, line.vatRate);
  return {
    id: line.lineId,
    product_id: line.offerId,
    name: line.name,
    sku: line.sku,
    part_number: line.partNumber,
    part_number_key: line.pnk,
    is_active: line.isActive,
    quantity: line.quantity,
    initial_quantity: line.initialQuantity,
    storno_quantity: line.stornoQuantity,
    unit_price_net: round4(line.unitPriceNet),
    unit_price_gross: grossUnit(line.unitPriceNet, line.vatRate),
    original_price_net: line.originalPriceNet === null ? null : round4(line.originalPriceNet),
    vat_rate: vatRateText(line.vatRate),
    total_net: net,
    total_vat: vat,
    total_gross: gross,
    currency: line.currency,
    deposits: line.deposits.map((deposit) => ({
      name: deposit.name,
      quantity: deposit.quantity,
      unit_price_net: round4(deposit.unitPriceNet),
      vat_rate: vatRateText(deposit.vatRate),
      total_gross: depositGross(deposit),
    })),
    vouchers: line.voucherSplits.map((split) => ({
      id: split.voucherId,
      name: split.name,
      amount_net: round2(split.net),
      amount_vat: round2(split.vat),
      offered_by: split.offeredBy,
    })),
  };
};

const amountsView = (amounts: OrderAmounts) => ({
  lines_net: amounts.linesNet,
  lines_vat: amounts.linesVat,
  lines_gross: amounts.linesGross,
  deposits: amounts.deposits,
  shipping: amounts.shipping,
  vouchers: amounts.vouchers,
  total: amounts.total,
  cod: amounts.cod,
});

export const DELIVERY_STATES = ['issued', 'in_transit', 'delivered', 'returned'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * Where a parcel is. Only `DLV` is published (reference §18.3); `REG` is taken for a parcel that has not moved, and any
 * other status means that it is on its way.
 */
export const deliveryStateOf = (status: AwbMarketplaceStatus | null, order: OrderStatus | undefined): DeliveryState => {
  if (order === 'returned') return 'returned';
  if (status === null || status.code === 'REG') return 'issued';
  return status.code === 'DLV' ? 'delivered' : 'in_transit';
};

/** An AWB in the contract's shape (§1). */
export const awbView = ({ account, orderId }: OrderKey, awb: Awb, order: Pick<Order, 'facts'>) => ({
  order_id: orderId,
  account_type: account,
  awb_number: awb.awbNumber,
  reservation_id: awb.reservationId,
  barcodes: awb.parcels.map(({ barcode }) => barcode),
  emag_ids: awb.parcels.map(({ emagId }) => emagId),
  courier_account_id: awb.courierAccountId,
  courier_name: awb.courierName,
  parcels: awb.request?.parcels ?? null,
  envelopes: awb.request?.envelopes ?? null,
  weight: awb.request?.weight ?? null,
  cod: awb.request?.cod ?? null,
  currency: order.facts?.currency ?? null,
  status: 'generated' as const,
  marketplace_status: awb.marketplaceStatus,
  delivery_state: deliveryStateOf(awb.marketplaceStatus, order.facts?.status),
  issued_at: awb.issuedAt,
  is_manual: awb.isManual,
  operation_id: awb.operationId,
});

const WISH_STATUS = {
  idle: 'requested',
  requested: 'requested',
  attempted: 'requested',
  done: 'generated',
  in_doubt: 'in_doubt',
  refused: 'refused',
} as const;

/** An AWB that was wished and does not exist, or is not known to. */
export const awbWishView = ({ account, orderId }: OrderKey, { awb, facts }: Order) => {
  const wish = wishView(awb);
  return {
    order_id: orderId,
    account_type: account,
    awb_number: null,
    reservation_id: null,
    barcodes: [],
    emag_ids: [],
    courier_account_id: awb.request?.courierAccountId ?? null,
    courier_name: null,
    parcels: awb.request?.parcels ?? null,
    envelopes: awb.request?.envelopes ?? null,
    weight: awb.request?.weight ?? null,
    cod: awb.request?.cod ?? null,
    currency: facts?.currency ?? null,
    status: WISH_STATUS[awb.phase],
    marketplace_status: null,
    delivery_state: null,
    issued_at: null,
    requested_at: wish.since,
    is_manual: false,
    operation_id: wish.operation_id,
    code: wish.code,
    text: wish.text,
  };
};

export type MarketplaceState = 'pending' | 'attached' | 'refused';

export const marketplaceStateOf = ({ attached, attachRefusal }: Invoice): MarketplaceState => {
  if (attachRefusal) return 'refused';
  return attached ? 'attached' : 'pending';
};

/**
 * An invoice or storno of the order in the contract's shape (§1), less `pdf_url`, which only the door knows.
 * `storno_number` is the latest storno of an invoice; `storno_state` tells whether any of it still stands.
 */
export const invoiceView = (
  { account, orderId }: OrderKey,
  invoice: Invoice,
  order: Pick<Order, 'invoice' | 'stornos'>,
) => {
  const { document } = invoice;
  const stornos = document.stornoOf ? [] : order.stornos;
  const reversed = isInvoiceReversed(order) ? ('full' as const) : ('partial' as const);
  return {
    number: invoice.number,
    series: document.series,
    order_id: orderId,
    account_type: account,
    issued_at: document.issuedAt,
    total_net: document.totalNet,
    total_vat: document.totalVat,
    total_gross: document.totalGross,
    vat_by_rate: document.vatByRate.map(({ vatRate, net, vat, gross }) => ({
      vat_rate: vatRateText(vatRate),
      net,
      vat,
      gross,
    })),
    currency: document.currency,
    sha256: invoice.issued?.sha256 ?? null,
    marketplace_state: marketplaceStateOf(invoice),
    marketplace_code: invoice.attachRefusal?.code ?? null,
    marketplace_text: invoice.attachRefusal?.text ?? null,
    attached_url: invoice.attached?.url ?? null,
    attached_at: invoice.attached?.at ?? null,
    storno_of: document.stornoOf?.number ?? null,
    storno_number: stornos.at(-1)?.number ?? null,
    storno_state: stornos.length === 0 ? ('none' as const) : reversed,
    operation_id: invoice.operationId,
  };
};

/** The link that the marketplace shows to the customer: ours, or what somebody attached without us. */
const invoiceLink = ({ facts, invoice, attachedDocument }: KnownOrder): { url: string | null; at: string | null } => {
  if (invoice?.attached) return invoice.attached;
  if (attachedDocument) return attachedDocument;
  return { url: facts.attachments.find(({ kind }) => kind === INVOICE_ATTACHMENT)?.url ?? null, at: null };
};

/** `pending` while a wish is under way, `in_doubt` when one may have happened, `failed` when the last one was refused. */
export const syncStatusOf = (order: Order): 'synced' | 'pending' | 'in_doubt' | 'failed' => {
  const flows = [order.acknowledge, order.statusChange, order.awb, order.invoicing, order.stornoing, order.attaching];
  const phases = flows.map(({ phase }) => phase);
  if (phases.includes('in_doubt')) return 'in_doubt';
  if (phases.some((phase) => phase === 'requested' || phase === 'attempted')) return 'pending';
  return phases.includes('refused') ? 'failed' : 'synced';
};

/** The contract's list row (§2). */
export const orderListItem = (order: KnownOrder, { account, orderId }: OrderKey, total: string) => {
  const { facts, person, awbs, invoice } = order;
  const awb = awbs.at(-1);
  const link = invoiceLink(order);
  return {
    id: `${account}-${orderId}`,
    emag_order_id: orderId,
    account_type: account,
    status: statusNumber(facts.status),
    status_name: facts.status,
    type: typeNumber(facts.fulfilment),
    customer_name: person.name,
    customer_email: person.email,
    customer_phone: person.phone,
    total_amount: total,
    currency: facts.currency,
    payment_method: facts.paymentMethod,
    payment_status: facts.isPaid ? ('paid' as const) : ('unpaid' as const),
    delivery_mode: facts.deliveryMode,
    order_date: facts.orderedAt,
    ship_by: facts.shipBy,
    is_complete: facts.isComplete,
    sync_status: syncStatusOf(order),
    last_synced_at: order.lastSyncedAt ?? order.receivedAt,
    acknowledged_at: order.acknowledgedAt,
    awb_number: awb?.awbNumber ?? null,
    courier_name: awb?.courierName ?? null,
    invoice_number: invoice?.number ?? null,
    invoice_url: link.url,
    invoice_uploaded_at: link.at,
    products: facts.lines.map(({ lineId, sku, name, quantity, isActive, pnk }) => ({
      id: lineId,
      sku,
      name,
      quantity,
      is_active: isActive,
      part_number_key: pnk,
    })),
    shipping_address: addressView(person.shipping),
  };
};

/**
 * The contract's order object (§2, `GET /{order_id}`), less what depends on the time: `withActions` adds that.
 * @throws TypeError for an order before its first event
 */
export const orderView = (order: SeenOrder, key: OrderKey, meta: { readonly revision: bigint }) => {
  if (!isKnownOrder(order)) throw new TypeError(`Order ${key.orderId} has no first event`);
  const { facts, person } = order;
  const amounts = orderAmounts(facts);
  return {
    ...orderListItem(order, key, amounts.total),
    revision: Number(meta.revision),
    customer_id: facts.customerId,
    customer: {
      name: person.name,
      company: person.company,
      email: person.email,
      phone: person.phone,
      fiscal_code: person.fiscalCode,
      registration_number: person.registrationNumber,
      is_company: facts.isCompany,
      is_vat_payer: facts.isVatPayer,
    },
    billing_address: addressView(person.billing),
    locker: facts.locker,
    products: facts.lines.map(lineView),
    vouchers: voucherParts(facts).map((part) => ({
      id: part.voucherId,
      name: part.name,
      amount_net: round2(part.net),
      amount_vat: round2(part.vat),
      amount: sum([round2(part.net), round2(part.vat)]),
    })),
    amounts: amountsView(amounts),
    payment_detail: facts.paymentDetail,
    deadlines: { ship_by: facts.shipBy },
    received_at: order.receivedAt,
    modified_at: order.modifiedAt,
    finalized_at: order.finalizedAt,
    canceled_at: order.canceledAt,
    cancellation_reason: facts.cancellationReason,
    cancellation_request: facts.cancellationRequest,
    observation: facts.observation,
    enforced_couriers: facts.enforcedCouriers,
    attachments: facts.attachments.map(({ name, url, kind }) => ({ name, url, type: kind })),
    awbs: order.awbs.map((awb) => awbView(key, awb, order)),
    invoice: order.invoice && invoiceView(key, order.invoice, order),
    stornos: order.stornos.map((storno) => invoiceView(key, storno, order)),
    work: {
      acknowledge: wishView(order.acknowledge),
      status: wishView(order.statusChange),
      awb: wishView(order.awb),
      invoice: wishView(order.invoicing),
      storno: wishView(order.stornoing),
      attachment: wishView(order.attaching),
    },
  };
};

export type OrderView = ReturnType<typeof orderView>;

const isOpen = ({ phase }: Flow): boolean => phase === 'requested' || phase === 'attempted';

const canAcknowledge = ({ facts, acknowledge }: KnownOrder): boolean =>
  facts.fulfilment === 'own' && facts.status === 'new' && facts.isComplete && !isOpen(acknowledge);

const canShip = ({ facts, awb, awbs }: KnownOrder): boolean =>
  facts.fulfilment === 'own' &&
  facts.isComplete &&
  (facts.status === 'in_progress' || facts.status === 'prepared') &&
  awbs.length === 0 &&
  !isOpen(awb) &&
  awb.phase !== 'in_doubt' &&
  facts.enforcedCouriers?.length !== 0;

const canInvoice = ({ facts, invoice, invoicing }: KnownOrder): boolean =>
  (facts.status === 'prepared' || facts.status === 'finalized') && invoice === null && !isOpen(invoicing);

const canStorno = (order: KnownOrder): boolean =>
  order.invoice?.issued != null && !isOpen(order.stornoing) && !isInvoiceReversed(order);

/** The products of the invoice, each with the pieces that no storno took back yet. */
const stornoLines = ({ invoice, stornos }: KnownOrder) => {
  if (!invoice) return [];
  const left = remainingQuantities(
    invoice.document,
    stornos.map(({ document }) => document),
  );
  return invoice.document.lines.flatMap(({ kind, lineId, sku, description, quantity }, place) =>
    kind === 'product'
      ? [{ line_id: lineId ?? null, sku, name: description, quantity, quantity_left: left[place] ?? 0 }]
      : [],
  );
};

/** Adds what may be done at this moment: windows of 48 hours and of returns close by themselves. */
export const withActions = <V extends OrderView>(view: V, order: SeenOrder, now: Date) => {
  if (!isKnownOrder(order)) throw new TypeError('An order without its first event has no actions');
  const statuses = isOpen(order.statusChange) ? [] : allowedStatuses(order.facts, order, now);
  const actions: OrderAction[] = [];
  if (canAcknowledge(order)) actions.push('acknowledge');
  if (statuses.length > 0) actions.push('status');
  if (canShip(order)) actions.push('awb');
  if (canInvoice(order)) actions.push('invoice');
  if (canStorno(order)) actions.push('storno');
  return {
    ...view,
    allowed_actions: actions,
    allowed_statuses: statuses.map(statusNumber),
    storno_lines: actions.includes('storno') ? stornoLines(order) : [],
  };
};
