import type { Container } from 'inversify';
import { orderStream, type OrderEvent } from '../../domain/order/orderEvents.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import { orderAsOf, orderHistory, type HistoryEntry, type Moment } from '../../projections/orderList/orderHistory.js';
import { orderView, withActions, type OrderView } from '../../projections/orderList/orderView.js';
import { withLinePictures } from '../pictures/orderPictures.js';
import { TOKENS } from '../di/tokens.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import { withInstallation } from './installation.js';
import { table, type Output } from './output.js';

export interface OrderShowFlags {
  readonly account?: string;
  readonly asOf?: string;
  readonly revision?: number;
  readonly history?: boolean;
  readonly json?: boolean;
}

const splitReference = (reference: string): { orderId: string; account: string | null } => {
  const [, account, orderId] = /^(?:([a-z0-9_]{1,24})-)?(\d{1,20})$/.exec(reference) ?? [];
  if (orderId === undefined)
    throw new ExitError(EXIT.usage, `"${reference}" is no order id; it is digits, or an account, a dash and digits`);
  return { orderId, account: account ?? null };
};

const momentOf = ({ asOf, revision, history }: OrderShowFlags): Moment | undefined => {
  if (asOf !== undefined && revision !== undefined)
    throw new ExitError(EXIT.usage, '--as-of and --revision exclude each other');
  if (history && (asOf !== undefined || revision !== undefined))
    throw new ExitError(EXIT.usage, '--history shows the whole; leave --as-of and --revision out');
  if (revision !== undefined) return { revision: BigInt(revision) };
  if (asOf === undefined) return undefined;
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(asOf) || Number.isNaN(Date.parse(asOf)))
    throw new ExitError(EXIT.usage, '--as-of must be a time with its zone, such as 2026-03-01T10:00:00Z');
  return { asOf: new Date(asOf).toISOString() };
};

const unknown = (orderId: string): ExitError => new ExitError(EXIT.failed, `there is no order ${orderId}`);

const findOrder = async (container: Container, orderId: string, account: string | null) => {
  const found = await container.get(TOKENS.orderQueries).byId(orderId, account);
  const [only, ...others] = found;
  if (!only) throw unknown(orderId);
  if (others.length > 0)
    throw new ExitError(
      EXIT.usage,
      `order ${orderId} is known in several accounts (${found.map(({ key }) => key.account).join(', ')}): name one with --account`,
    );
  return only;
};

const eventsOf = async (container: Container, key: OrderKey) =>
  (await container.get(TOKENS.eventStore).read<OrderEvent>(orderStream(key))).events;

const orderLines = (view: OrderView): string[] =>
  table([
    ['order', `${view.emag_order_id} (${view.account_type})`],
    ['status', view.status_name],
    ['ordered', view.order_date ?? '-'],
    ['customer', view.customer_name ?? '-'],
    ['total', `${view.total_amount} ${view.currency}`],
    ['payment', `${view.payment_method ?? '-'}, ${view.payment_status ?? '-'}`],
    ['acknowledged', view.acknowledged_at ?? '-'],
    ['AWB', view.awb_number ?? '-'],
    ['invoice', view.invoice_number ?? '-'],
    ['revision', String(view.revision)],
  ]);

const historyLines = (events: readonly HistoryEntry[]): string[] =>
  table(
    events.map(({ revision, recorded_at, type, actor, summary }) => [
      String(revision),
      recorded_at,
      type,
      `${actor.kind} ${actor.id}`,
      summary,
    ]),
  );

/** `magflow order show`: an order as it is, as it was, or everything that happened to it. */
export const orderShowCommand = async (reference: string, flags: OrderShowFlags, output: Output): Promise<ExitCode> => {
  const moment = momentOf(flags);
  const { orderId, account } = splitReference(reference);
  return withInstallation(async (container) => {
    const record = await findOrder(container, orderId, flags.account ?? account);
    const { key, order, revision } = record;
    const pictures = { offerQueries: container.get(TOKENS.offerQueries), pictures: container.get(TOKENS.pictureLinks) };
    const complete = <T extends OrderView>(whole: T) => withLinePictures(pictures, whole);
    if (flags.history) {
      const history = orderHistory(await eventsOf(container, key), key);
      if (flags.json) output.out(JSON.stringify(history));
      else historyLines(history.events).forEach((line) => output.out(line));
      return EXIT.done;
    }
    if (moment) {
      const found = orderAsOf(await eventsOf(container, key), key, moment);
      if (!found) throw new ExitError(EXIT.failed, `order ${key.orderId} was not known then`);
      const past = { ...(await complete(found.view)), allowed_actions: [], allowed_statuses: [] };
      if (flags.json) output.out(JSON.stringify(past));
      else orderLines(found.view).forEach((line) => output.out(line));
      return EXIT.done;
    }
    const view = orderView(order, key, { revision });
    if (flags.json) output.out(JSON.stringify(await complete(withActions(view, order, new Date()))));
    else orderLines(view).forEach((line) => output.out(line));
    return EXIT.done;
  });
};
