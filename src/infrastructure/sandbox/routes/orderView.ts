import { toNaive } from '../bucharestTime.js';
import { cancellationReasons } from '../data/cancellationReasons.js';
import { decimalText } from '../data/money.js';
import type { Customer, Order, OrderLine, Place, Voucher, VoucherSplit } from '../model.js';

type Wire = Record<string, unknown>;

const money = (e4: number): number => e4 / 10_000;
const rate = (vat: number): string => (vat / 100).toFixed(4);
const stamp = (instant: number | null): string | null => (instant === null ? null : toNaive(instant));

/** Texts come back with HTML entities on some records (reference §7). */
export const entities = (text: string, isOld: boolean): string => {
  const escaped = text.replaceAll('&', '&amp;');
  return isOld ? escaped.replaceAll('î', '&icirc;').replaceAll('â', '&acirc;') : escaped;
};

const splitView = (split: VoucherSplit): Wire => ({
  voucher_id: split.voucherId,
  value: money(split.valueE4),
  vat_value: money(split.vatE4),
  vat: rate(split.vat),
  offered_by: split.offeredBy,
  voucher_name: split.name,
});

const lineView = (line: OrderLine, isOld: boolean): Wire => ({
  id: line.id,
  // Offer ids drift between number and text on the live service.
  product_id: line.id % 5 === 0 && line.productId !== null ? String(line.productId) : line.productId,
  mkt_id: line.mktId,
  name: entities(line.name, isOld),
  status: line.status,
  ext_part_number: line.partNumber,
  part_number: line.partNumber,
  part_number_key: line.partNumberKey,
  currency: 'RON',
  quantity: line.quantity,
  initial_qty: line.initialQuantity,
  storno_qty: line.stornoQuantity,
  sale_price: decimalText(line.priceE4),
  original_price: decimalText(line.originalE4),
  vat: rate(line.vat),
  retained_amount: 0,
  reversible_vat_charging: 0,
  created: toNaive(line.created),
  modified: toNaive(line.modified),
  details: [],
  recycle_warranties: line.deposits.map((deposit) => ({
    quantity: deposit.quantity,
    sale_price: money(deposit.priceE4),
    vat_rate: 0,
    product_name: deposit.name,
    recycle_warranty_voucher_split: [],
  })),
  attachments: [],
  serial_numbers: line.serials,
  product_voucher_split: line.splits.map(splitView),
  campaign: { id: null, name: null },
});

const voucherView = (voucher: Voucher, order: Order): Wire => ({
  id: String(voucher.id),
  voucher_id: String(voucher.voucherId),
  voucher_name: voucher.name,
  status: '1',
  vat: (voucher.vat / 100).toFixed(2),
  sale_price: decimalText(voucher.valueE4),
  sale_price_vat: decimalText(voucher.vatE4),
  issue_date: voucher.issued,
  created: toNaive(order.created),
  modified: toNaive(order.created),
});

const placeView = (prefix: 'billing' | 'shipping', place: Place): Wire => ({
  [`${prefix}_country`]: place.country,
  [`${prefix}_suburb`]: place.county,
  [`${prefix}_city`]: place.city,
  [`${prefix}_locality_id`]: String(place.localityId),
  [`${prefix}_street`]: place.street,
  [`${prefix}_postal_code`]: place.postcode,
});

const customerView = (customer: Customer, order: Order): Wire => {
  const { company } = customer;
  return {
    id: customer.id,
    mkt_id: customer.mktId,
    name: customer.name,
    company: company?.name ?? customer.name,
    gender: customer.gender,
    email: customer.email,
    code: company?.code ?? '',
    registration_number: company?.registration ?? '',
    bank: company?.bank ?? '',
    iban: company?.iban ?? '',
    fax: '',
    legal_entity: company ? 1 : 0,
    is_vat_payer: company?.vatPayer ?? 0,
    phone_1: customer.phone,
    phone_2: '',
    phone_3: '',
    billing_name: company?.name ?? customer.name,
    billing_phone: customer.phone,
    ...placeView('billing', customer.billing),
    ...placeView('shipping', order.shipping),
    shipping_contact: order.contact.name,
    shipping_phone: order.contact.phone,
    liable_person: null,
    created: toNaive(customer.created),
    modified: toNaive(customer.created),
  };
};

const paymentModes: Readonly<Record<number, string>> = { 1: 'RAMBURS', 2: 'Transfer bancar', 3: 'CARD online' };

const detailsView = (order: Order): Wire | never[] => {
  if (order.locker)
    return {
      locker_id: order.locker.id,
      locker_name: order.locker.name,
      locker_delivery_eligible: 1,
      courier_external_office_id: '',
    };
  // PHP writes an empty object as a list; the live service does so on some orders and not on others.
  if (order.id % 3 === 0) return [];
  return { locker_id: '', locker_name: '', locker_delivery_eligible: 1, courier_external_office_id: '' };
};

/** What a customer still owes or paid on delivery, in ten-thousandths: lines and deposits and shipping less vouchers. */
export const amountDueE4 = (order: Order): number => {
  const lines = order.lines
    .filter(({ status }) => status === 1)
    .reduce((sum, line) => {
      const goods = Math.round((line.priceE4 * line.quantity * (100 + line.vat)) / 100);
      const deposits = line.deposits.reduce((total, { quantity, priceE4 }) => total + quantity * priceE4, 0);
      return sum + goods + deposits + line.splits.reduce((total, { valueE4, vatE4 }) => total + valueE4 + vatE4, 0);
    }, 0);
  const shipping = order.shippingSplits.reduce(
    (total, { valueE4, vatE4 }) => total + valueE4 + vatE4,
    order.shippingE4,
  );
  return Math.max(0, Math.round((lines + shipping) / 100) * 100);
};

/** A complete order as `order/read` gives it (reference §15), with the drifting types of the live service. */
export const orderView = (order: Order, vendorName: string): Wire => {
  const isOld = order.id % 6 === 0;
  return {
    vendor_name: vendorName,
    id: order.id % 7 === 0 ? String(order.id) : order.id,
    parent_id: null,
    date: toNaive(order.created),
    payment_mode: paymentModes[order.paymentMode ?? 0] ?? '',
    payment_mode_id: order.paymentMode,
    detailed_payment_method: order.paymentMethod,
    delivery_payment_mode: null,
    payment_status: order.paymentStatus,
    delivery_mode: order.delivery,
    observation: order.observation,
    status: order.status,
    type: order.type,
    is_complete: order.complete,
    customer: customerView(order.customer, order),
    products: order.lines.map((line) => lineView(line, isOld)),
    shipping_tax: order.id % 4 === 0 ? decimalText(order.shippingE4) : money(order.shippingE4),
    shipping_tax_voucher_split: order.shippingSplits.map(splitView),
    vouchers: order.vouchers.map((voucher) => voucherView(voucher, order)),
    proforms: [],
    attachments: order.attachments.map((attachment) => ({
      name: attachment.name,
      url: attachment.url,
      type: attachment.type,
      force_download: attachment.forceDownload,
      visibility: 1,
      order_id: String(order.id),
      ...(attachment.orderProductId === null ? {} : { order_product_id: attachment.orderProductId }),
    })),
    cashed_co: order.paymentMode === 3 && order.paymentStatus === 1 ? decimalText(amountDueE4(order)) : null,
    cashed_cod: order.paymentMode === 1 && order.paymentStatus === 1 ? decimalText(amountDueE4(order)) : 0,
    cancellation_request: order.cancellationRequest,
    has_editable_products: order.status === 2 || order.status === 3 ? 1 : 0,
    refunded_amount: '0',
    refund_status: null,
    reason_cancellation:
      order.cancellationReason === null
        ? null
        : { id: order.cancellationReason, name: cancellationReasons[order.cancellationReason] ?? '' },
    maximum_date_for_shipment: toNaive(order.shipBy),
    late_shipment: 0,
    flags: [],
    emag_club: order.genius,
    finalization_date: stamp(order.finalised),
    weekend_delivery: order.weekend,
    is_storno: false,
    enforced_vendor_courier_accounts: order.enforcedCouriers,
    details: detailsView(order),
    created: toNaive(order.created),
    modified: toNaive(order.modified),
  };
};
