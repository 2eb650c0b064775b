import { Decimal } from 'decimal.js';
import type { AwbOrder, AwbParty } from '../../application/ports/marketplace.js';

const PHONE = /^\+?\d{8,11}$/;

/**
 * A telephone number in the form that AWBs take: 8 to 11 digits, perhaps a plus before (reference §18.1.1). Of several
 * numbers the first usable one; a number that cannot be brought into the form is sent as it is, for the marketplace to
 * refuse by name.
 */
export const awbPhone = (phone: string): string => {
  for (const part of phone.split(/[/,;]|\s{2,}/)) {
    const digits = part.replaceAll(/\(0\)/g, '').replaceAll(/[^\d+]/g, '');
    const candidates = [
      digits.replace(/^00/, '+'),
      digits.replace(/^(?:\+|00)(\d{1,3})0(\d{9})$/, '+$1$2'),
      digits.replaceAll('+', ''),
    ];
    const usable = candidates.find((candidate) => PHONE.test(candidate));
    if (usable) return usable;
  }
  return phone.trim();
};

/** What is collected, as a JSON number; forints have no fractions (reference §22.1). */
const amountOf = (amount: string, currency: string): number =>
  new Decimal(amount).toDecimalPlaces(currency === 'HUF' ? 0 : 2, Decimal.ROUND_HALF_UP).toNumber();

const cut = (text: string, length: number): string => [...text].slice(0, length).join('');

const party = ({ name, contact, phone, isCompany, localityId, street, postcode, addressId }: AwbParty): object => ({
  name: cut(name, 255),
  contact: cut(contact || name, 255),
  phone1: awbPhone(phone),
  legal_entity: isCompany ? 1 : 0,
  ...(localityId !== null && { locality_id: Number(localityId) }),
  street: cut(street, 255),
  ...(postcode !== '' && { zipcode: postcode }),
  ...(addressId !== null && { address_id: addressId }),
});

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** The body of `awb/save` for an order (reference §18.1). The receiver's street goes as received: it may name a locker. */
export const awbRequest = ({ orderId, sender, receiver, locker, currency, parcel }: AwbOrder): object => ({
  order_id: Number(orderId),
  sender: party(sender),
  receiver: party(receiver),
  ...(locker && { locker_id: locker.id }),
  is_oversize: flag(parcel.isOversize),
  insured_value: amountOf(parcel.insuredValue, currency),
  weight: new Decimal(parcel.weight).toNumber(),
  envelope_number: parcel.envelopes,
  parcel_number: parcel.parcels,
  ...(parcel.observation && { observation: cut(parcel.observation, 255) }),
  cod: amountOf(parcel.cod, currency),
  ...(parcel.courierAccountId !== null && { courier_account_id: Number(parcel.courierAccountId) }),
  pickup_and_return: flag(parcel.pickupAndReturn),
  saturday_delivery: flag(parcel.saturdayDelivery),
  sameday_delivery: flag(parcel.samedayDelivery),
  dropoff_locker: flag(parcel.dropoffLocker),
  ...(parcel.unboxing && { unboxing: 1 }),
});
