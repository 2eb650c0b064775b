import type { Fulfilment, Locker, OrderAttachment, OrderFacts } from '../../domain/order/orderFacts.js';
import type { ReadOrder } from '../../application/ports/marketplace.js';
import { latestUtcOf, utcOf } from './marketplaceTime.js';
import { fulfilmentOfType, paymentOfNumber, statusOfNumber } from './marketplaceWords.js';
import { extraOfLine, isTelling, readLine } from './orderLineReader.js';
import { readPerson } from './orderPersonReader.js';
import { withoutPersonal } from './personalFields.js';
import {
  booleanOrNull,
  displayTextOrNull,
  idOrNull,
  integerOrNull,
  isAbsent,
  moneyOrNull,
  objectOf,
  objectOrNull,
  orZero,
  required,
  rowsOf,
  textOf,
  textOrNull,
  UnreadableRow,
  type RawObject,
} from './rawValues.js';
import { readSplits, readVouchers } from './voucherReader.js';

export interface OrderReaderOptions {
  /** The type that was asked for: rows of old orders do not carry one. */
  readonly fulfilment: Fulfilment;
  /** Of the platform, for orders and lines that name none. */
  readonly currency: string;
  readonly now: Date;
}

/** What is translated below, what is a write flag, and stamps that move without anything having changed. */
const KNOWN = new Set(
  `id status is_complete type payment_mode_id detailed_payment_method payment_status delivery_mode details date created
   modified observation shipping_tax shipping_tax_voucher_split customer products attachments vouchers is_storno
   reason_cancellation cancellation_reason cancellation_request enforced_vendor_courier_accounts
   maximum_date_for_shipment finalization_date currency vendor_name`.split(/\s+/),
);
const KNOWN_DETAILS = new Set(['locker_id', 'locker_name']);

const readLocker = (details: RawObject): Locker | null => {
  const id = textOf(details['locker_id']);
  return id === '' || id === '0' ? null : { id, name: displayTextOrNull(details['locker_name']) ?? '' };
};

/** Documents of the order and of its lines (reference §15.1, §15.2), each once. */
const readAttachments = (raw: RawObject, products: readonly RawObject[]): readonly OrderAttachment[] =>
  [raw, ...products]
    .flatMap((owner) => rowsOf(owner['attachments']))
    .map(objectOf)
    .flatMap((row) => {
      const url = textOf(row['url']);
      return url === ''
        ? []
        : [{ name: displayTextOrNull(row['name']), url, kind: integerOrNull(row['type'] ?? 1) ?? 1 }];
    })
    .sort(
      (a, b) => a.url.localeCompare(b.url, 'en') || a.kind - b.kind || (a.name ?? '').localeCompare(b.name ?? '', 'en'),
    )
    .filter((one, index, all) => one.url !== all[index - 1]?.url || one.kind !== all[index - 1]?.kind);

/** An int, an object `{id,name}`, or null (reference §26 row 37). */
const readCancellation = (raw: unknown): OrderFacts['cancellationReason'] => {
  const reason = objectOrNull(raw);
  const id = integerOrNull(reason ? reason['id'] : raw);
  return id === null || id === 0 ? null : { id, name: displayTextOrNull(reason?.['name']) };
};

/** null: any courier. An empty list is a prohibition and not the absence of one (reference §15.1). */
const readEnforcedCouriers = (raw: unknown): readonly string[] | null => {
  if (raw === null || raw === undefined || raw === '') return null;
  const list = Array.isArray(raw) ? raw : typeof raw === 'object' ? Object.values(raw) : [raw];
  return list.map(textOf).filter((id) => id !== '');
};

const readExtra = (raw: RawObject, products: readonly RawObject[]): RawObject => {
  const own = Object.entries(raw).filter(([key, value]) => !KNOWN.has(key) && isTelling(value));
  const details = Object.entries(objectOf(raw['details'])).filter(
    ([key, value]) => !KNOWN_DETAILS.has(key) && isTelling(value),
  );
  const lines = products.flatMap((line) => {
    const extra = extraOfLine(line);
    return extra ? [[textOf(line['id']), extra] as const] : [];
  });
  const kept = objectOf(withoutPersonal({ ...Object.fromEntries(own), details: Object.fromEntries(details) }));
  const entries = Object.entries({ ...kept, products: Object.fromEntries(lines) }).filter(([, value]) =>
    isTelling(value),
  );
  return Object.fromEntries(entries);
};

/**
 * An order as the marketplace sends it (reference §15), in our words. Two readings of an unchanged order are equal,
 * `modifiedAt` apart.
 *
 * @throws UnreadableRow naming the field that nothing sensible can be done without
 */
export const readOrder = (row: unknown, { fulfilment, currency, now }: OrderReaderOptions): ReadOrder => {
  const raw = objectOrNull(row);
  if (!raw) throw new UnreadableRow('The order is no object');
  const orderId = required(idOrNull(raw['id']), 'id', raw['id']);
  const customer = objectOf(raw['customer']);
  const details = objectOf(raw['details']);
  const products = rowsOf(raw['products']).map(objectOf);
  const ownCurrency = textOf(raw['currency']) || textOf(products[0]?.['currency']) || currency;
  const orderedAt = utcOf(raw['date']) ?? utcOf(raw['created']);
  const facts: OrderFacts = {
    status: required(statusOfNumber(integerOrNull(raw['status'])), 'status', raw['status']),
    fulfilment: isAbsent(raw['type'])
      ? fulfilment
      : required(fulfilmentOfType(integerOrNull(raw['type'])), 'type', raw['type']),
    isComplete: booleanOrNull(raw['is_complete']) ?? true,
    paymentMethod: paymentOfNumber(integerOrNull(raw['payment_mode_id'])),
    paymentDetail: textOrNull(raw['detailed_payment_method']),
    isPaid: booleanOrNull(raw['payment_status']) ?? false,
    deliveryMode: textOf(raw['delivery_mode']),
    locker: readLocker(details),
    orderedAt: required(orderedAt, 'date', raw['date']),
    shipBy: utcOf(raw['maximum_date_for_shipment']),
    finalizedAt: utcOf(raw['finalization_date']),
    currency: ownCurrency,
    lines: products
      .map((line) => readLine(line, ownCurrency))
      .sort((a, b) => a.lineId.localeCompare(b.lineId, 'en', { numeric: true })),
    shipping: required(moneyOrNull(orZero(raw['shipping_tax'])), 'shipping_tax', raw['shipping_tax']),
    shippingVoucherSplits: readSplits(raw['shipping_tax_voucher_split']),
    vouchers: readVouchers(raw['vouchers']),
    attachments: readAttachments(raw, products),
    enforcedCouriers: readEnforcedCouriers(raw['enforced_vendor_courier_accounts']),
    cancellationReason: readCancellation(raw['reason_cancellation'] ?? raw['cancellation_reason']),
    cancellationRequest: textOrNull(raw['cancellation_request']),
    observation: displayTextOrNull(raw['observation']),
    customerId: idOrNull(customer['id']),
    isCompany: booleanOrNull(customer['legal_entity']) ?? false,
    isVatPayer: booleanOrNull(customer['is_vat_payer']) ?? false,
    extra: readExtra(raw, products),
  };
  const modifiedAt = latestUtcOf(raw['modified'], now) ?? utcOf(raw['created']) ?? facts.orderedAt;
  return { orderId, reading: { facts, person: readPerson(customer), modifiedAt } };
};
