import type { Seller } from '../../domain/invoice/invoiceDocument.js';
import type { AwbParcelRequest } from '../../domain/order/orderEvents.js';
import type { OrderFacts, OrderKey, OrderPerson } from '../../domain/order/orderFacts.js';
import type { Clock } from '../ports/clock.js';
import type { AwbOrder, AwbParty, CallContext, MarketplaceAccount, PickupAddress } from '../ports/marketplace.js';
import { SellerIncomplete } from '../services.js';

const SENDER_FIELDS: readonly (keyof Seller)[] = ['name', 'contact', 'phone'];

/** @throws SellerIncomplete: an AWB needs a sender with a contact and a phone (reference §18.1.1). */
export const requireSender = (seller: Seller): void => {
  const missing = SENDER_FIELDS.filter((field) => seller[field].trim() === '');
  if (missing.length > 0) throw new SellerIncomplete(missing);
};

const PICKUP_KIND = 2;
const KEPT_MS = 3_600_000;

/** Pickup addresses of an account, kept for an hour: a bulk of labels must not read them a thousand times. */
export class PickupAddresses {
  private readonly kept = new Map<string, { readonly at: number; readonly addresses: readonly PickupAddress[] }>();

  constructor(private readonly clock: Clock) {}

  /** The named address, else the default pickup address, else any pickup address; null when the account has none. */
  async pickupAddress(
    account: MarketplaceAccount,
    addressId: string | null,
    context: CallContext,
  ): Promise<PickupAddress | null> {
    const now = this.clock.now().getTime();
    let entry = this.kept.get(account.info.key);
    if (!entry || now - entry.at > KEPT_MS) {
      entry = { at: now, addresses: await account.addresses(context) };
      // A seller who lacks one adds it now and tries again.
      if (entry.addresses.some(({ kind }) => kind === PICKUP_KIND)) this.kept.set(account.info.key, entry);
    }
    const { addresses } = entry;
    if (addressId !== null) return addresses.find((one) => one.addressId === addressId) ?? null;
    const pickups = addresses.filter(({ kind }) => kind === PICKUP_KIND);
    return pickups.find(({ isDefault }) => isDefault) ?? pickups[0] ?? null;
  }
}

/**
 * Sender from settings and pickup address, receiver and locker from the order (contract §2). `localityId` is where the
 * seller's own address lies, for an account without a pickup address.
 */
export const awbOrderOf = (
  { orderId }: OrderKey,
  facts: OrderFacts,
  person: OrderPerson,
  seller: Seller,
  pickup: PickupAddress | null,
  localityId: string | null,
  parcel: AwbParcelRequest,
): AwbOrder => {
  const sender: AwbParty = {
    name: seller.name,
    contact: seller.contact || seller.name,
    phone: seller.phone,
    isCompany: true,
    localityId: pickup?.localityId ?? localityId,
    street: pickup?.street || seller.address,
    postcode: pickup?.postcode || seller.postcode,
    addressId: pickup?.addressId ?? parcel.senderAddressId,
  };
  const { shipping } = person;
  const receiver: AwbParty = {
    name: facts.isCompany ? person.company || person.name : person.name,
    contact: shipping.name || person.name,
    phone: shipping.phone || person.phone,
    isCompany: facts.isCompany,
    localityId: shipping.localityId,
    street: shipping.street,
    postcode: shipping.postcode,
    addressId: null,
  };
  return { orderId, sender, receiver, locker: facts.locker, currency: facts.currency, parcel };
};
