import type { Awb, CourierAccount, Order, Rma } from '../model.js';
import type { SeededRandom } from './seededRandom.js';

const DAY = 86_400_000;
/** Last-level reasons of reference appendix B; 111 asks for observations. */
const reasons = [45, 52, 61, 98, 111, 124, 150, 65, 58, 57];

const makeRma = (random: SeededRandom, order: Order, id: number, status: Rma['status'], date: number): Rma => {
  const reason = random.pick(reasons);
  const lines = order.lines.filter((line) => line.status === 1).slice(0, order.status === 5 ? 9 : 1);
  return {
    id,
    orderId: order.id,
    type: order.type,
    status,
    customerName: order.customer.name,
    customerCompany: order.customer.company?.name ?? null,
    phone: order.customer.phone,
    pickup: order.shipping,
    pickupMethod: ([1, 1, 1, 3, 4] as const)[random.int(0, 4)] ?? 1,
    reason,
    returnType: ([3, 3, 3, 1, 5] as const)[random.int(0, 4)] ?? 3,
    observations: reason === 111 ? 'Produsul nu corespunde așteptărilor' : '',
    date,
    products: lines.map((line, index) => ({
      id: id * 10 + index,
      mktId: line.mktId,
      productId: line.productId ?? 0,
      quantity: order.status === 5 ? line.initialQuantity : 1,
      name: line.name,
      reason,
      observations: null,
    })),
    reservations: [],
  };
};

const pickup = (rma: Rma, order: Order, courier: CourierAccount, ids: { reservation: number; awb: number }): Awb => {
  ids.reservation += 1;
  ids.awb += 2;
  const number = `4EMG${courier.courierId}${String(ids.reservation).padStart(9, '0')}`;
  const { street, city, county, postcode } = rma.pickup;
  const customer = {
    name: rma.customerName,
    contact: rma.customerName,
    phone: rma.phone,
    street,
    city,
    county,
    postcode,
  };
  return {
    reservationId: ids.reservation,
    emagId: ids.awb - 1,
    orderId: order.id,
    rmaId: rma.id,
    type: order.type,
    courierAccountId: courier.id,
    courierId: courier.courierId,
    courierName: courier.courier,
    parcels: [{ emagId: ids.awb, number, barcode: `${number}001` }],
    weight: 1,
    codE4: 0,
    locker: null,
    sender: customer,
    receiver: { ...customer, name: 'Depozit retururi', contact: 'Retururi', phone: '+40700000002' },
    observation: `Retur ${rma.id}`,
    created: rma.date + DAY / 2,
  };
};

/**
 * Return requests: a finished one for every returned order, and the open work of the last weeks. The marketplace has issued
 * the pick-up parcel itself where its own courier collects.
 */
export const generateRmas = (
  random: SeededRandom,
  orders: readonly Order[],
  couriers: readonly CourierAccount[],
  now: number,
  ids: { rma: number; reservation: number; awb: number },
): { rmas: Rma[]; awbs: Awb[] } => {
  const rmas: Rma[] = [];
  const awbs: Awb[] = [];
  const courier = couriers.find(({ type }) => type === 1);
  const add = (order: Order, status: Rma['status'], date: number): void => {
    ids.rma += random.int(1, 9);
    const rma = makeRma(random, order, ids.rma, status, Math.min(date, now - 60_000));
    if (courier && rma.pickupMethod === 1 && [3, 6, 7].includes(status)) {
      const awb = pickup(rma, order, courier, ids);
      rma.reservations.push(awb.reservationId);
      awbs.push(awb);
    }
    rmas.push(rma);
  };
  for (const order of orders)
    if (order.status === 5 && order.finalised !== null) add(order, 7, order.finalised + random.int(1, 2) * DAY);
  const recent = orders.filter(
    ({ status, finalised }) => status === 4 && finalised !== null && now - finalised < 28 * DAY,
  );
  const open: Rma['status'][] = [2, 2, 2, 2, 3, 3, 3, 6, 6, 4, 5];
  for (const status of open.slice(0, recent.length)) {
    const order = random.pick(recent);
    add(order, status, (order.finalised ?? now) + random.int(1, 6) * DAY);
  }
  return { rmas, awbs };
};
