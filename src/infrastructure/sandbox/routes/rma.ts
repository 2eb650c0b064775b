import { toNaive } from '../bucharestTime.js';
import { refusal, success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { countResults, instantOf, intOf, pageOf, slice, textOf } from '../http/fieldReaders.js';
import { isFields, type Fields } from '../http/requestBody.js';
import type { Rma } from '../model.js';

type RmaStatus = Rma['status'];

/** What a seller may save (reference §19.1); 4, 5 and 7 are final. */
const transitions: Readonly<Record<RmaStatus, readonly RmaStatus[]>> = {
  1: [],
  2: [2, 3, 5],
  3: [3, 5, 6],
  4: [4],
  5: [5],
  6: [4, 6, 7],
  7: [7],
};

/** Reasons whose observations are mandatory (appendix B, flag 2). */
const observedReasons = new Set([111, 118, 127, 152, 171, 172, 39, 67, 73, 89, 92, 95, 97]);

const rmaView = (rma: Rma, returnAddress: number): Fields => ({
  emag_id: rma.id,
  order_id: String(rma.orderId),
  type: rma.type,
  is_full_fbe: rma.type === 2 ? 1 : 0,
  is_club: 0,
  is_fast: 0,
  customer_name: rma.customerName,
  customer_company: rma.customerCompany,
  customer_phone: rma.phone,
  pickup_country: 'Romania',
  pickup_suburb: rma.pickup.county,
  pickup_city: rma.pickup.city,
  pickup_address: rma.pickup.street,
  pickup_zipcode: null,
  pickup_date: null,
  pickup_locality_id: rma.pickup.localityId,
  pickup_method: rma.pickupMethod,
  customer_account_iban: null,
  customer_account_bank: null,
  customer_account_beneficiary: null,
  replacement_product_emag_id: null,
  replacement_product_id: null,
  replacement_product_name: null,
  replacement_product_quantity: 0,
  observations: rma.observations,
  request_status: rma.status,
  return_type: rma.returnType,
  return_reason: rma.reason,
  date: toNaive(rma.date),
  products: rma.products.map((product) => ({
    id: product.id,
    product_emag_id: product.mktId,
    product_id: String(product.productId),
    quantity: String(product.quantity),
    product_name: product.name,
    return_reason: product.reason,
    observations: product.observations,
    diagnostic: null,
    reject_reason: null,
    refund_value: null,
  })),
  return_tax_value: '0.0000',
  swap: null,
  return_address_id: returnAddress,
  awbs: rma.reservations.map((reservation) => ({ reservation_id: reservation })),
  locker: [],
  status_history: [],
  request_history: [],
});

const select = ({ account, filters }: Call): Rma[] => {
  const [id, orderId, productId] = [
    intOf(filters['emag_id']),
    intOf(filters['order_id']),
    intOf(filters['product_id']),
  ];
  const productEmagId = intOf(filters['product_emag_id']);
  // One value only: lists are not honoured, so they filter nothing.
  const status = intOf(filters['request_status']);
  const type = intOf(filters['type']);
  const [from, to] = [instantOf(filters['date_start']), instantOf(filters['date_end'])];
  return [...account.rmas.values()]
    .filter(
      (rma) =>
        (id === undefined || rma.id === id) &&
        (orderId === undefined || rma.orderId === orderId) &&
        (productId === undefined || rma.products.some((product) => product.productId === productId)) &&
        (productEmagId === undefined || rma.products.some((product) => product.mktId === productEmagId)) &&
        (status === undefined || rma.status === status) &&
        (type === undefined || rma.type === type) &&
        (from === undefined || rma.date >= from) &&
        (to === undefined || rma.date <= to),
    )
    .sort((a, b) => b.date - a.date || b.id - a.id);
};

const returnAddressOf = (key: string): number => (key === 'fbe' ? 701_113 : 700_113);

export const readRmas = (call: Call): Answer =>
  success(slice(select(call), pageOf(call.filters)).map((rma) => rmaView(rma, returnAddressOf(call.account.key))));

export const countRmas = (call: Call): Answer => success(countResults(select(call).length, pageOf(call.filters)));

const mandatory = [
  ['customer_phone', 'the customer phone'],
  ['pickup_country', 'the pickup country'],
  ['pickup_suburb', 'the pickup suburb'],
  ['pickup_city', 'the pickup city'],
  ['pickup_address', 'the pickup address'],
  ['pickup_locality_id', 'the pickup locality'],
  ['pickup_method', 'the pickup method'],
  ['return_reason', 'the return reason'],
  ['return_type', 'the return type'],
  ['date', 'the date'],
] as const;

const problemOf = (call: Call, fields: Fields): string | undefined => {
  const id = textOf(fields['emag_id']) ?? '';
  const rma = call.account.rmas.get(intOf(fields['emag_id']) ?? -1);
  const says = (text: string) => `ERROR: ${text} - Rma id: ${id}`;
  if (!rma) return says('return request not found');
  if (!textOf(fields['customer_name'])?.trim()) return says('please provide the customer name');
  for (const [name, label] of mandatory) if (!textOf(fields[name])?.trim()) return says(`please provide ${label}`);
  if (intOf(fields['type']) !== rma.type) return says('the type does not match');
  if (intOf(fields['order_id']) !== rma.orderId) return says('the order does not match');
  const products = fields['products'];
  if (!Array.isArray(products) || products.length === 0) return says('please provide the products');
  const reason = intOf(fields['return_reason']) ?? 0;
  if (observedReasons.has(reason) && !textOf(fields['observations'])?.trim())
    return says('please provide the observations');
  const wanted = fields['request_status'] === undefined ? rma.status : intOf(fields['request_status']);
  if (!transitions[rma.status].some((status) => status === wanted))
    return says(`the status cannot be changed from ${rma.status} to ${wanted ?? ''}`);
  return undefined;
};

/** `rma/save` (§19): whole objects as read; a refusal echoes the request in a list inside a list. */
export const saveRmas = (call: Call): Answer => {
  const { payload, world, account } = call;
  if (!Array.isArray(payload)) return refusal('Expected list of arrays, single array received');
  const entities = (payload as unknown[]).filter(isFields);
  if (entities.length > 50) return refusal('Maximum 50 entities per request exceeded');
  const problems = entities.map((fields) => problemOf(call, fields)).filter((problem) => problem !== undefined);
  if (problems.length > 0) return refusal(problems, [entities]);
  for (const fields of entities) {
    const rma = account.rmas.get(intOf(fields['emag_id']) ?? -1);
    const status = intOf(fields['request_status'] ?? rma?.status);
    if (!rma || status === undefined) continue;
    world.saveRma(account, {
      ...rma,
      status: status as RmaStatus,
      observations: textOf(fields['observations']) ?? rma.observations,
    });
    world.record(account, 'rma', rma.orderId, { rma_id: rma.id, from: rma.status, to: status });
  }
  return success([]);
};
