import type { OrderEvent } from '../../domain/order/orderEvents.js';
import { orderStream } from '../../domain/order/orderEvents.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import { orderAsOf, orderHistory } from '../../projections/orderList/orderHistory.js';
import { orderView, withActions } from '../../projections/orderList/orderView.js';
import { withLinePictures } from '../pictures/orderPictures.js';
import type { HttpDeps } from './httpDeps.js';
import { HttpProblem } from './problems.js';
import { projectionParked } from './readModelWait.js';

const unknown = ({ orderId }: OrderKey): HttpProblem =>
  new HttpProblem('order-unknown', `There is no order ${orderId}`);

/** The order as the read model has it, with what may be done now. @throws HttpProblem `order-unknown`, `projection-parked` */
export const currentOrder = async (deps: HttpDeps, key: OrderKey) => {
  const [record] = await deps.orderQueries.byId(key.orderId, key.account);
  if (!record) throw unknown(key);
  if (record.isParked) throw projectionParked(orderStream(key));
  const { order, revision, position } = record;
  const view = withActions(orderView(order, key, { revision }), order, deps.clock.now());
  return { view: await withLinePictures(deps, view), revision, position };
};

const eventsOf = async (deps: HttpDeps, key: OrderKey) => {
  const { events } = await deps.eventStore.read<OrderEvent>(orderStream(key));
  if (events.length === 0) throw unknown(key);
  return events;
};

/** The order as its events tell it up to a moment. @throws HttpProblem `order-unknown` before the first event */
export const orderAtMoment = async (deps: HttpDeps, key: OrderKey, moment: { asOf: string } | { revision: bigint }) => {
  const found = orderAsOf(await eventsOf(deps, key), key, moment);
  if (!found) throw unknown(key);
  const { view, revision } = found;
  // Nothing can be done to the past: the shape stays the same, the lists are empty.
  return { view: { ...(await withLinePictures(deps, view)), allowed_actions: [], allowed_statuses: [] }, revision };
};

export const orderHistoryOf = async (deps: HttpDeps, key: OrderKey) => orderHistory(await eventsOf(deps, key), key);
