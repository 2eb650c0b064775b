import { startOfLocalDay, toNaiveDate } from '../bucharestTime.js';
import { parseDecimal } from '../data/money.js';
import { localityById } from '../data/places.js';
import { lockerCourierId, sellers, type SellerAddress } from '../data/sellers.js';
import { refusal, success, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { flagOf, instantOf, intOf, textOf } from '../http/fieldReaders.js';
import { isFields, type Fields } from '../http/requestBody.js';
import type { Awb, AwbParty, CourierAccount, Order, Rma } from '../model.js';

/** How long after the first AWB the order is seen finalised (reference §16.1). */
const FINALISED_AFTER_MS = 3000;

interface Draft {
  order: Order;
  rma: Rma | null;
  courier: CourierAccount;
  parcels: number;
  weight: number;
  codE4: number;
  locker: string | null;
  sender: AwbParty;
  receiver: AwbParty;
  observation: string;
}

const lengthBetween = (text: string | undefined, low: number, high: number): text is string =>
  text !== undefined && text.trim().length >= low && text.length <= high;

const rangeInt = (fields: Fields, name: string, high: number, problems: string[], isRequired = false): number => {
  const given = fields[name];
  if (given === undefined || given === null || given === '') {
    if (isRequired) problems.push(`${name} is mandatory`);
    return 0;
  }
  const value = intOf(given);
  if (value === undefined || value < 0 || value > high) problems.push(`${name} must be between 0 and ${high}`);
  return value ?? 0;
};

const rangeDecimal = (fields: Fields, name: string, high: number, problems: string[], isRequired = false): number => {
  const given = fields[name];
  if (given === undefined || given === null || given === '') {
    if (isRequired) problems.push(`${name} is mandatory`);
    return 0;
  }
  const value = parseDecimal(given);
  if (value === undefined || value < 0 || value > high * 10_000)
    problems.push(`${name} must be a number between 0 and ${high}`);
  return value ?? 0;
};

const fromAddress = (party: AwbParty, address: SellerAddress): AwbParty => {
  const locality = localityById.get(address.localityId);
  return {
    ...party,
    street: address.street,
    city: locality?.name ?? '',
    county: locality?.county ?? '',
    postcode: address.postcode,
  };
};

/** Reads `sender` or `receiver` (§18.1.1); `own` is the party whose `address_id` replaces all its address fields. */
const readParty = (
  call: Call,
  fields: Fields,
  name: 'sender' | 'receiver',
  isOwn: boolean,
  problems: string[],
): AwbParty => {
  const party = isFields(fields[name]) ? fields[name] : {};
  if (!isFields(fields[name])) problems.push(`${name} is mandatory`);
  const [title, contact, phone] = [textOf(party['name']), textOf(party['contact']), textOf(party['phone1'])];
  if (!lengthBetween(title, 3, 255)) problems.push(`${name}: name must have between 3 and 255 characters`);
  if (!lengthBetween(contact, 1, 255)) problems.push(`${name}: contact must have between 1 and 255 characters`);
  if (!/^\+?\d{8,11}$/.test(phone ?? '')) problems.push(`${name}: phone1 must have between 8 and 11 digits`);
  const phone2 = textOf(party['phone2']) ?? '';
  if (phone2 !== '' && !/^\+?\d{8,11}$/.test(phone2))
    problems.push(`${name}: phone2 must have between 8 and 11 digits`);
  if (name === 'receiver' && flagOf(party['legal_entity']) === undefined)
    problems.push('receiver: legal_entity is mandatory');
  const locality = localityById.get(intOf(party['locality_id']) ?? -1);
  const street = textOf(party['street']);
  const read: AwbParty = {
    name: title ?? '',
    contact: contact ?? '',
    phone: phone ?? '',
    street: street ?? '',
    city: locality?.name ?? '',
    county: locality?.county ?? '',
    postcode: textOf(party['zipcode']) ?? locality?.postcode ?? '',
  };
  const addressId = textOf(party['address_id']) ?? '';
  if (isOwn && addressId !== '') {
    const seller = sellers[call.account.key === 'fbe' ? 'fbe' : 'main'];
    const address = seller.addresses.find(({ id }) => id === addressId);
    if (!address) problems.push(`${name}: address_id is not valid`);
    return address ? fromAddress(read, address) : read;
  }
  if (!locality) problems.push(`${name}: locality_id is not valid`);
  if (!lengthBetween(street, 3, 255)) problems.push(`${name}: street must have between 3 and 255 characters`);
  return read;
};

const chooseCourier = (
  call: Call,
  fields: Fields,
  order: Order,
  isReturn: boolean,
  locker: string | null,
): CourierAccount | string => {
  const { couriers } = call.account;
  const types = isReturn ? [1, 3] : [2, 3];
  const enforced = isReturn ? null : order.enforcedCouriers;
  if (enforced?.length === 0) return 'No AWB can be issued through Marketplace for this order';
  if (locker !== null) {
    const own = couriers.find(({ id }) => id === lockerCourierId);
    return own ?? 'No courier account for lockers';
  }
  const asked = fields['courier_account_id'];
  const usable = (account: CourierAccount) =>
    account.active === 1 && types.includes(account.type) && (!enforced || enforced.includes(account.id));
  if (asked === undefined || asked === null || asked === '')
    return couriers.find(usable) ?? 'No courier account is available';
  const account = couriers.find(({ id }) => id === intOf(asked));
  if (!account) return `Courier account not found: ${textOf(asked) ?? ''}`;
  if (account.active === 0) return `Courier account ${account.id} is not active`;
  if (!types.includes(account.type))
    return `Courier account ${account.id} cannot be used for ${isReturn ? 'returns' : 'orders'}`;
  if (enforced && !enforced.includes(account.id))
    return `Courier account ${account.id} is not allowed for this order. Allowed: ${enforced.join(', ')}`;
  return account;
};

const lockerOf = (fields: Fields, order: Order, isReturn: boolean, problems: string[]): string | null => {
  if (isReturn || !order.locker) return null;
  const given = textOf(fields['locker_id']) ?? '';
  const street = isFields(fields['receiver']) ? (textOf(fields['receiver']['street']) ?? '') : '';
  // The marker left in the street makes it a locker parcel whatever else was sent.
  if (street.includes(`[locker ${order.locker.id}]`)) return order.locker.id;
  if (given === '') problems.push('locker_id is mandatory for orders delivered to a locker');
  else if (given !== order.locker.id) problems.push(`locker_id ${given} does not belong to this order`);
  return order.locker.id;
};

const checkOrder = (order: Order, isReturn: boolean): string | undefined => {
  if (order.type === 2) return `Order ${order.id} is fulfilled by eMAG`;
  if (isReturn) return undefined;
  if (order.status === 1) return `Order ${order.id} must be acknowledged before issuing an AWB`;
  if (order.status === 0) return `Order ${order.id} is cancelled`;
  return order.status === 5 ? `Order ${order.id} is returned` : undefined;
};

const checkReturn = (call: Call, fields: Fields, problems: string[]): void => {
  if (flagOf(fields['pickup_and_return']) === 1) problems.push('pickup_and_return must be 0 for return AWBs');
  const date = instantOf(fields['date']);
  const tomorrow = startOfLocalDay(call.world.clock.now(), 1);
  if (date === undefined) problems.push('date is mandatory for return AWBs');
  else if (date < tomorrow) problems.push(`date must be at least ${toNaiveDate(tomorrow)}`);
};

const readDraft = (call: Call, fields: Fields): Draft | string[] => {
  const order = call.account.orders.get(intOf(fields['order_id']) ?? -1);
  if (!order) return [`Order not found: ${textOf(fields['order_id']) ?? ''}`];
  const rmaId = intOf(fields['rma_id']);
  const rma = rmaId === undefined ? null : (call.account.rmas.get(rmaId) ?? null);
  if (rmaId !== undefined && rma?.orderId !== order.id) return [`Return request not found: ${rmaId}`];
  const isReturn = rma !== null;
  const wrong = checkOrder(order, isReturn);
  if (wrong) return [wrong];

  const problems: string[] = [];
  if (flagOf(fields['is_oversize'] ?? 0) === undefined) problems.push('is_oversize must be 0 or 1');
  rangeDecimal(fields, 'insured_value', 999_999_999, problems);
  const weight = rangeDecimal(fields, 'weight', 99_999, problems) / 10_000;
  const envelopes = rangeInt(fields, 'envelope_number', 9999, problems, true);
  const parcels = rangeInt(fields, 'parcel_number', 999, problems, true);
  if (envelopes === 0 && parcels === 0) problems.push('envelope_number and parcel_number cannot be both 0');
  const codE4 = rangeDecimal(fields, 'cod', 999_999_999, problems, true);
  if (codE4 > 0 && isReturn) problems.push('cod must be 0 for return AWBs');
  if (codE4 > 0 && order.paymentMode === 3) problems.push('cod must be 0 for orders paid by card');
  const observation = textOf(fields['observation']) ?? '';
  if (observation.length > 255) problems.push('observation must have at most 255 characters');
  if (isReturn) checkReturn(call, fields, problems);
  const sender = readParty(call, fields, 'sender', !isReturn, problems);
  const receiver = readParty(call, fields, 'receiver', isReturn, problems);
  const locker = lockerOf(fields, order, isReturn, problems);
  const courier = chooseCourier(call, fields, order, isReturn, locker);
  if (typeof courier === 'string') return [courier, ...problems];
  if (problems.length > 0) return problems;
  return { order, rma, courier, parcels: parcels + envelopes, weight, codE4, locker, sender, receiver, observation };
};

const issue = (call: Call, draft: Draft): Awb => {
  const { highest, clock } = call.world;
  const reservationId = highest.reservation + 1;
  const number = `4EMG${draft.courier.courierId}${String(reservationId).padStart(9, '0')}`;
  const first = highest.awb + 2;
  return {
    reservationId,
    emagId: highest.awb + 1,
    orderId: draft.order.id,
    rmaId: draft.rma?.id ?? null,
    type: draft.order.type,
    courierAccountId: draft.courier.id,
    courierId: draft.courier.courierId,
    courierName: draft.courier.courier,
    parcels: Array.from({ length: draft.parcels }, (_, index) => ({
      emagId: first + index,
      number,
      barcode: `${number}${String(index + 1).padStart(3, '0')}`,
    })),
    weight: draft.weight,
    codE4: draft.codE4,
    locker: draft.locker,
    sender: draft.sender,
    receiver: draft.receiver,
    observation: draft.observation,
    created: clock.now(),
  };
};

/** `awb/save` (reference §18.1, §18.2). Not idempotent: every accepted call issues another AWB, and costs money. */
export const saveAwb = (call: Call): Answer => {
  const { payload, world, account } = call;
  const fields: unknown = Array.isArray(payload) && payload.length === 1 ? (payload as unknown[])[0] : payload;
  if (!isFields(fields)) return refusal('Invalid AWB data received');
  const draft = readDraft(call, fields);
  if (Array.isArray(draft)) return refusal(draft);
  const awb = issue(call, draft);
  world.saveAwb(account, awb);
  if (draft.rma) world.saveRma(account, { ...draft.rma, reservations: [...draft.rma.reservations, awb.reservationId] });
  else if (draft.order.status !== 4)
    world.scheduleOrder(account, { ...draft.order, advanceAt: world.clock.now() + FINALISED_AFTER_MS });
  world.record(account, 'awb', awb.orderId, {
    reservation_id: awb.reservationId,
    rma_id: awb.rmaId,
    awb_number: awb.parcels[0]?.number ?? null,
    emag_ids: awb.parcels.map(({ emagId }) => emagId),
    courier_account_id: awb.courierAccountId,
    cod: awb.codE4 / 10_000,
  });
  return success({
    reservation_id: awb.reservationId,
    courier_id: awb.courierId,
    courier_name: awb.courierName,
    awb: awb.parcels.map((parcel) => ({
      emag_id: parcel.emagId,
      awb_number: parcel.number,
      awb_barcode: parcel.barcode,
    })),
  });
};
