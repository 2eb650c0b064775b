import type { RecordedEvent } from '../../application/ports/eventStore.js';
import type { OrderEvent } from '../../domain/order/orderEvents.js';
import type { OrderFacts, OrderKey } from '../../domain/order/orderFacts.js';
import type { Flow } from '../../domain/order/orderState.js';
import { accountInStream } from '../eventAccount.js';
import type { ChildRow, Projection, Row } from '../projection.js';
import { seenNow, wasSeen } from '../revisionGuard.js';
import { plain, searchVector } from '../searchTerms.js';
import { attentionRows } from './attention.js';
import { customerOf, customersRollup } from './customersRollup.js';
import { awbView, awbWishView, deliveryStateOf, invoiceView, orderListItem } from './orderView.js';
import { hasInvoice, isAcknowledged } from './orderTraits.js';
import type { OrderListState } from './orderListState.js';
import { orderListTables } from './orderListTables.js';
import { salesContributions, worthOf } from './salesContributions.js';
import { evolveSeenOrder, isKnownOrder, unseenOrder } from './seenOrder.js';

const STREAM = /^order-([a-z0-9_]{1,24})-(.+)$/;

const keyOfStream = (stream: string): OrderKey | null => {
  const [, account, orderId] = STREAM.exec(stream) ?? [];
  return account !== undefined && orderId !== undefined ? { account, orderId } : null;
};

const isSamePrice = (a: OrderFacts, b: OrderFacts): boolean =>
  a.lines === b.lines &&
  a.shipping === b.shipping &&
  a.vouchers === b.vouchers &&
  a.shippingVoucherSplits === b.shippingVoucherSplits;

const isOutcomeMissing = ({ phase }: Flow): boolean =>
  phase === 'requested' || phase === 'attempted' || phase === 'in_doubt' || phase === 'refused';

/** Orders as lists, pages and statistics need them, with their AWBs and invoices. */
export const orderListProjection: Projection<OrderListState> = {
  name: 'order_list',
  version: 6,
  streamPrefixes: ['order-'],
  accountOf: accountInStream,
  ...orderListTables,
  rollups: [customersRollup],

  keyOf: ({ stream }) => (keyOfStream(stream) ? stream.slice('order-'.length) : undefined),

  evolve(state, recorded: RecordedEvent) {
    if (wasSeen(state, recorded)) return state;
    const key = state?.key ?? keyOfStream(recorded.stream);
    if (!key) return state;
    const event = { type: recorded.type, data: recorded.data } as OrderEvent;
    const order = evolveSeenOrder(state?.order ?? unseenOrder, event);
    if (!isKnownOrder(order)) return state;
    return {
      key,
      order,
      total: state && isSamePrice(state.order.facts, order.facts) ? state.total : worthOf(order.facts),
      ...seenNow(recorded),
    };
  },

  row({ key, order, total, revision, position }): Row {
    const { facts, person, awbs, invoice, stornos } = order;
    return {
      account: key.account,
      order_id: key.orderId,
      order_number: /^\d{1,18}$/.test(key.orderId) ? key.orderId : '0',
      status: facts.status,
      fulfilment: facts.fulfilment,
      ordered_at: facts.orderedAt,
      ship_by: facts.shipBy,
      payment_method: facts.paymentMethod,
      delivery_mode: facts.deliveryMode,
      has_awb: awbs.length > 0,
      has_invoice: hasInvoice(order),
      is_acknowledged: isAcknowledged(order),
      total: total.gross,
      currency: facts.currency,
      customer_name: plain(person.name),
      customer_id: facts.customerId,
      customer: customerOf(order),
      last_synced_at: order.lastSyncedAt ?? order.receivedAt,
      terms: searchVector({
        texts: [
          key.orderId,
          person.name,
          person.company,
          person.email,
          person.shipping.name,
          ...facts.lines.flatMap(({ sku, partNumber, pnk }) => [sku, partNumber, pnk]),
          ...awbs.map(({ awbNumber }) => awbNumber),
          invoice?.number,
          ...stornos.map(({ number }) => number),
        ],
        phones: [person.phone, person.shipping.phone],
      }),
      digest: order.digest,
      revision,
      position,
      item: orderListItem(order, key, total.gross),
    };
  },

  childRows({ key, order }): readonly ChildRow[] {
    const id = `${key.account}-${key.orderId}`;
    const awbs = order.awbs.map((awb) => ({
      table: 'awbs',
      key: `${id}-${awb.operationId}`,
      row: {
        account: key.account,
        order_id: key.orderId,
        awb_number: awb.awbNumber,
        status: 'generated',
        delivery_state: deliveryStateOf(awb.marketplaceStatus, order.facts.status),
        issued_at: awb.issuedAt,
        terms: searchVector({ texts: [awb.awbNumber, key.orderId, order.person.shipping.name] }),
        item: awbView(key, awb, order),
      },
    }));
    const { awb: wish, invoice } = order;
    const wished =
      isOutcomeMissing(wish) && wish.phase !== 'idle'
        ? [
            {
              table: 'awbs',
              key: `${id}-${wish.operationId}`,
              row: {
                account: key.account,
                order_id: key.orderId,
                awb_number: null,
                status: awbWishView(key, order).status,
                delivery_state: null,
                issued_at: wish.at,
                terms: searchVector({ texts: [key.orderId, order.person.shipping.name] }),
                item: awbWishView(key, order),
              },
            },
          ]
        : [];
    const invoices = [...(invoice ? [invoice] : []), ...order.stornos].map((one) => ({
      table: 'invoices',
      key: one.number,
      row: {
        account: key.account,
        order_id: key.orderId,
        series: one.document.series,
        is_storno: one.document.stornoOf !== undefined,
        issued_at: one.document.issuedAt,
        terms: searchVector({ texts: [one.number, one.document.stornoOf?.number, key.orderId, one.buyer.name] }),
        item: invoiceView(key, one, order),
      },
    }));
    return [...awbs, ...wished, ...invoices, ...attentionRows(key, order)];
  },

  contributions: ({ key, order, total }) => salesContributions(key, order, total),
};
