import { MarketplaceError, type CallContext } from '../../application/ports/marketplace.js';
import type { AwbParcelRequest } from '../../domain/order/orderEvents.js';
import type { HttpDeps } from './httpDeps.js';
import { HttpProblem } from './problems.js';
import type { RequestFacts } from './route.js';
import type { AwbParameters } from './schemas/shipping.js';

/** How long an answer waits for something that it could do without. */
const LOOK_UP_MS = 3_000;

export const callContext = ({ correlationId }: RequestFacts, signal?: AbortSignal): CallContext => ({
  correlationId,
  priority: 'interactive',
  ...(signal && { signal }),
});

export const couriersOf = async (account: string, context: CallContext, deps: HttpDeps) => {
  const port = await deps.marketplace.account(account);
  return deps.cache.couriers(account, () => port.couriers(context));
};

/** Null when the marketplace does not say in time: then the marketplace itself will judge the wish. */
export const inTime = async <T>(load: (signal: AbortSignal) => Promise<T>): Promise<T | null> => {
  const signal = AbortSignal.timeout(LOOK_UP_MS);
  try {
    return await load(signal);
  } catch (error) {
    if (signal.aborted || error instanceof MarketplaceError) return null;
    throw error;
  }
};

/**
 * A courier account or pickup address that is not the account's can never work: say so before anything is wished.
 *
 * @throws HttpProblem `courier-unknown`, `address-unknown`
 */
export const checkShipment = async (
  account: string,
  { courierAccountId, senderAddressId }: Partial<AwbParcelRequest>,
  facts: RequestFacts,
  deps: HttpDeps,
): Promise<void> => {
  if (courierAccountId) {
    const couriers = await inTime((signal) => couriersOf(account, callContext(facts, signal), deps));
    if (couriers && !couriers.some(({ accountId }) => accountId === courierAccountId)) {
      throw new HttpProblem('courier-unknown', `Account ${account} has no courier account ${courierAccountId}`, {
        errors: [{ pointer: '/courier_account_id', detail: 'is no courier account of this account' }],
      });
    }
  }
  if (senderAddressId) {
    const port = await deps.marketplace.account(account);
    const addresses = await inTime((signal) =>
      deps.cache.addresses(account, () => port.addresses(callContext(facts, signal))),
    );
    if (addresses && !addresses.some(({ addressId }) => addressId === senderAddressId)) {
      throw new HttpProblem('address-unknown', `Account ${account} has no pickup address ${senderAddressId}`, {
        errors: [{ pointer: '/sender_address_id', detail: 'is no address of this account' }],
      });
    }
  }
};

/** What the request says of the shipment; the rest takes its defaults. */
export const parcelOf = (body: AwbParameters): Partial<AwbParcelRequest> => ({
  ...(body.courier_account_id !== undefined && { courierAccountId: body.courier_account_id }),
  ...(body.parcels !== undefined && { parcels: body.parcels }),
  ...(body.envelopes !== undefined && { envelopes: body.envelopes }),
  ...(body.weight !== undefined && { weight: body.weight }),
  ...(body.cod !== undefined && { cod: body.cod }),
  ...(body.insured_value !== undefined && { insuredValue: body.insured_value }),
  ...(body.observation !== undefined && { observation: body.observation }),
  ...(body.sender_address_id !== undefined && { senderAddressId: body.sender_address_id }),
  ...(body.is_oversize !== undefined && { isOversize: body.is_oversize }),
  ...(body.pickup_and_return !== undefined && { pickupAndReturn: body.pickup_and_return }),
  ...(body.saturday_delivery !== undefined && { saturdayDelivery: body.saturday_delivery }),
  ...(body.sameday_delivery !== undefined && { samedayDelivery: body.sameday_delivery }),
  ...(body.dropoff_locker !== undefined && { dropoffLocker: body.dropoff_locker }),
  ...(body.unboxing !== undefined && { unboxing: body.unboxing }),
});
