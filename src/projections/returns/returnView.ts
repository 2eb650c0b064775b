import {
  RETURN_STATUSES,
  type ReturnFacts,
  type ReturnKey,
  type ReturnPerson,
  type ReturnStatus,
} from '../../domain/returns/returnRequest.js';

/** The marketplace's number of a status, as contracts name it beside the word. */
export const returnStatusNumber = (status: ReturnStatus): number => RETURN_STATUSES.indexOf(status) + 1;

/** A row of `GET /returns`. */
export const returnView = (
  { account, returnId }: ReturnKey,
  { facts, person, lastSyncedAt }: { facts: ReturnFacts; person: ReturnPerson; lastSyncedAt: string },
) => ({
  id: `${account}-${returnId}`,
  return_id: returnId,
  account_type: account,
  order_id: facts.orderId,
  type: facts.fulfilment === 'fbe' ? 2 : 3,
  status: returnStatusNumber(facts.status),
  status_name: facts.status,
  requested_at: facts.requestedAt,
  return_type: facts.wish,
  return_reason: facts.reasonId,
  pickup_method: facts.pickupMethod,
  return_tax_gross: facts.returnTax,
  reservation_ids: facts.reservationIds,
  customer_name: person.name,
  customer_company: person.company || null,
  customer_phone: person.phone,
  observations: person.observations || null,
  pickup_address: {
    country: person.pickup.country,
    county: person.pickup.county,
    city: person.pickup.city,
    street: person.pickup.street,
    postcode: person.pickup.postcode,
  },
  products: facts.lines.map(({ lineId, offerId, name, quantity, reasonId, refund }) => ({
    line_id: lineId,
    product_id: offerId,
    name,
    quantity,
    return_reason: reasonId,
    refund_value: refund,
  })),
  last_synced_at: lastSyncedAt,
});
