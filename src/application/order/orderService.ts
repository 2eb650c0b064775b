import { randomUUID } from 'node:crypto';
import type { Aggregates, Handled } from '../aggregates.js';
import type { Clock } from '../ports/clock.js';
import { requireRevision } from '../ports/eventStore.js';
import type { Failpoints } from '../ports/failpoints.js';
import type { SettingsStore } from '../ports/settings.js';
import type { CommandContext, CommandReceipt, InvoicePreview, OrderService } from '../services.js';
import type { AwbParcelRequest, OrderEvent, PartOfBulk, StatusWish } from '../../domain/order/orderEvents.js';
import type { OrderKey } from '../../domain/order/orderFacts.js';
import { orderStream } from '../../domain/order/orderEvents.js';
import type { OrderCommand } from '../../domain/order/order.js';
import { orderAmounts } from '../../domain/order/orderAmounts.js';
import { known } from '../../domain/order/orderRules.js';
import type { Flow, Order } from '../../domain/order/orderState.js';
import { requireSender } from './awbInputs.js';
import { previewOf, requireSeller, sellerFor, seriesFor } from './invoiceInputs.js';

export type OrderAggregates = Aggregates<Order, OrderCommand, OrderEvent>;

export interface OrderServiceDeps {
  readonly orders: OrderAggregates;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly failpoints: Failpoints;
}

const PARCEL_DEFAULTS: Omit<AwbParcelRequest, 'cod'> = {
  courierAccountId: null,
  parcels: 1,
  envelopes: 0,
  weight: '1',
  insuredValue: '0',
  observation: null,
  senderAddressId: null,
  isOversize: false,
  pickupAndReturn: false,
  saturdayDelivery: false,
  samedayDelivery: false,
  dropoffLocker: false,
  unboxing: false,
};

const ofBulk = ({ bulkId }: CommandContext): PartOfBulk => (bulkId === undefined ? {} : { bulkId });

/** Appends wishes. What comes of them is the reactors' business. */
export const createOrderService = ({ orders, settings, clock, failpoints }: OrderServiceDeps): OrderService => {
  const wish = async (
    flow: string,
    key: OrderKey,
    context: CommandContext,
    command: (operationId: string) => OrderCommand,
    operationOf: (order: Order) => string | null,
  ): Promise<CommandReceipt> => {
    const operationId = context.operationId ?? randomUUID();
    failpoints.reach(`${flow}.before_wish`);
    const handled: Handled<Order, OrderEvent> = await orders.handle(orderStream(key), command(operationId), {
      cause: operationId,
      metadata: {
        correlationId: context.correlationId,
        actor: context.actor,
        ...(context.traceparent && { traceparent: context.traceparent }),
        ...(context.causationId !== undefined && { causationId: context.causationId }),
      },
      expectedRevision: context.expectedRevision,
    });
    if (handled.events.length > 0) failpoints.reach(`${flow}.after_wish`);
    return {
      operationId: handled.events.length > 0 ? operationId : operationOf(handled.state),
      revision: handled.revision,
      position: handled.position,
    };
  };

  const openOperation = (flow: Flow): string | null =>
    'operationId' in flow && flow.phase !== 'done' && flow.phase !== 'refused' ? flow.operationId : null;

  const load = async (key: OrderKey): Promise<ReturnType<typeof known>> =>
    known((await orders.load(orderStream(key))).state, key);

  return {
    acknowledge: (key, context) =>
      wish(
        'acknowledge',
        key,
        context,
        (operationId) => ({
          type: 'RequestAcknowledge',
          data: { ...key, operationId, ...ofBulk(context) },
          at: clock.now(),
        }),
        (order) => openOperation(order.acknowledge),
      ),

    changeStatus: (key, { newStatus, reasonCancellation, lines, isStorno }: StatusWish, context) =>
      wish(
        'status',
        key,
        context,
        (operationId) => ({
          type: 'RequestStatusChange',
          data: { ...key, operationId, newStatus, reasonCancellation, lines, isStorno },
          at: clock.now(),
        }),
        (order) => openOperation(order.statusChange),
      ),

    requestAwb: async (key, { parcel, force, reason }, context) => {
      const { facts } = await load(key);
      requireSender(sellerFor(await settings.read(), key.account));
      const cod = parcel.cod ?? orderAmounts(facts).cod;
      const complete: AwbParcelRequest = { ...PARCEL_DEFAULTS, ...parcel, cod };
      return wish(
        'awb',
        key,
        context,
        (operationId) => ({
          type: 'RequestAwb',
          data: { ...key, operationId, parcel: complete, force, reason, ...ofBulk(context) },
          at: clock.now(),
        }),
        (order) => openOperation(order.awb),
      );
    },

    resolveAwb: async (key, resolution, context) => {
      const before = (await orders.load(orderStream(key))).state;
      const operationId = openOperation(before.awb);
      const handled = await orders.handle(
        orderStream(key),
        { type: 'ResolveAwb', data: { ...key, resolution }, at: clock.now() },
        {
          cause: context.operationId ?? randomUUID(),
          metadata: { correlationId: context.correlationId, actor: context.actor },
          expectedRevision: context.expectedRevision,
        },
      );
      return { operationId, revision: handled.revision, position: handled.position };
    },

    requestInvoice: async (key, { invoiceUrl }, context) => {
      const loaded = await orders.load(orderStream(key));
      const order = known(loaded.state, key);
      if (order.invoice) {
        // An issued invoice does not change. The caller's assumption still counts.
        requireRevision(orderStream(key), context.expectedRevision, loaded.revision);
        return { operationId: openOperation(order.invoicing), revision: loaded.revision, position: loaded.position };
      }
      const current = await settings.read();
      requireSeller(sellerFor(current, key.account));
      const { series } = seriesFor(current, key.account);
      return wish(
        'invoice',
        key,
        context,
        (operationId) => ({
          type: 'RequestInvoice',
          data: { ...key, operationId, series, invoiceUrl, ...ofBulk(context) },
          at: clock.now(),
        }),
        (state) => openOperation(state.invoicing),
      );
    },

    requestStorno: async (key, { stornoOf, lines, shipping, reason }, context) => {
      const { invoice } = await load(key);
      const series = invoice?.document.series ?? seriesFor(await settings.read(), key.account).series;
      return wish(
        'invoice',
        key,
        context,
        (operationId) => ({
          type: 'RequestStorno',
          data: { ...key, operationId, stornoOf, series, lines, shipping, reason },
          at: clock.now(),
        }),
        // Only the same wish decides nothing: its caller wants to hear what became of it.
        ({ stornoing }) => ('operationId' in stornoing ? stornoing.operationId : null),
      );
    },

    attachDocument: (key, { url, name }, context) =>
      wish(
        'invoice',
        key,
        context,
        (operationId) => ({
          type: 'RequestDocumentAttach',
          data: { ...key, operationId, url, name },
          at: clock.now(),
        }),
        (state) => openOperation(state.attaching),
      ),

    invoicePreview: async (key): Promise<InvoicePreview> => {
      const order = await load(key);
      const current = await settings.read();
      return previewOf(order, current, key.account);
    },
  };
};
