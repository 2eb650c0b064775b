import type { ReadReturn, ReturnFilter } from '../../application/ports/marketplace.js';
import type { Fulfilment } from '../../domain/order/orderFacts.js';
import {
  PICKUP_METHODS,
  RETURN_STATUSES,
  RETURN_WISHES,
  type ReturnFacts,
  type ReturnLine,
  type ReturnPerson,
  type ReturnStatus,
} from '../../domain/returns/returnRequest.js';
import { lowerBoundOf, upperBoundOf, utcOf } from './marketplaceTime.js';
import { fulfilmentOfType, typeOfFulfilment } from './marketplaceWords.js';
import {
  displayText,
  idOrNull,
  integerOrNull,
  moneyOrNull,
  objectOf,
  objectOrNull,
  required,
  rowsOf,
  textOf,
  UnreadableRow,
  type RawObject,
} from './rawValues.js';

/** The marketplace counts these from 1. */
const word = <W extends string>(words: readonly W[], value: unknown): W | null => {
  const number = integerOrNull(value);
  return number === null ? null : (words[number - 1] ?? null);
};

const numberOf = (status: ReturnStatus): number => RETURN_STATUSES.indexOf(status) + 1;

/** Filters of `rma/read` (reference §19.2), flat; one status, since lists are not honoured. */
export const returnFilter = ({ fulfilment, status, requestedFrom, requestedTo }: ReturnFilter): RawObject => ({
  type: typeOfFulfilment(fulfilment),
  ...(status && { request_status: numberOf(status) }),
  ...(requestedFrom && { date_start: lowerBoundOf(requestedFrom) }),
  ...(requestedTo && { date_end: upperBoundOf(requestedTo) }),
});

const readLine = (raw: RawObject): ReturnLine => ({
  lineId: idOrNull(raw['id']),
  offerId: idOrNull(raw['product_id']),
  name: displayText(raw['product_name']),
  quantity: integerOrNull(raw['quantity']) ?? 0,
  reasonId: idOrNull(raw['return_reason']),
  refund: moneyOrNull(raw['refund_value']),
});

const readPerson = (raw: RawObject): ReturnPerson => ({
  name: displayText(raw['customer_name']),
  company: displayText(raw['customer_company']),
  phone: textOf(raw['customer_phone']),
  observations: displayText(raw['observations']),
  pickup: {
    country: displayText(raw['pickup_country']),
    county: displayText(raw['pickup_suburb']),
    city: displayText(raw['pickup_city']),
    localityId: idOrNull(raw['pickup_locality_id']),
    street: displayText(raw['pickup_address']),
    postcode: textOf(raw['pickup_zipcode']),
  },
  refundAccount: {
    iban: textOf(raw['customer_account_iban']),
    bank: displayText(raw['customer_account_bank']),
    beneficiary: displayText(raw['customer_account_beneficiary']),
  },
});

/**
 * A return request (reference §19.3) in our words. What changes without news, as the two histories do, is left out.
 *
 * @param fulfilment of the request, where it does not say its type itself
 * @throws UnreadableRow naming the field that nothing sensible can be done without
 */
export const readReturn = (row: unknown, fulfilment: Fulfilment): ReadReturn => {
  const raw = objectOrNull(row);
  if (!raw) throw new UnreadableRow('The return is no object');
  const facts: ReturnFacts = {
    orderId: required(idOrNull(raw['order_id']), 'order_id', raw['order_id']),
    fulfilment: fulfilmentOfType(integerOrNull(raw['type'])) ?? fulfilment,
    status: required(word(RETURN_STATUSES, raw['request_status']), 'request_status', raw['request_status']),
    wish: word(RETURN_WISHES, raw['return_type']),
    reasonId: idOrNull(raw['return_reason']),
    pickupMethod: word(PICKUP_METHODS, raw['pickup_method']),
    requestedAt: required(utcOf(raw['date']), 'date', raw['date']),
    returnTax: moneyOrNull(raw['return_tax_value']),
    reservationIds: rowsOf(raw['awbs']).flatMap((awb) => idOrNull(objectOf(awb)['reservation_id']) ?? []),
    lines: rowsOf(raw['products'])
      .map(objectOf)
      .map(readLine)
      .sort((a, b) => (a.lineId ?? '').localeCompare(b.lineId ?? '', 'en', { numeric: true })),
  };
  const returnId = required(idOrNull(raw['emag_id']), 'emag_id', raw['emag_id']);
  return { returnId, reading: { facts, person: readPerson(raw) } };
};
