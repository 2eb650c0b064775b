import type { RecordedEvent } from '../../application/ports/eventStore.js';
import { invoiceTotals } from '../../domain/invoice/invoiceLines.js';
import { activeLines, lineGross } from '../../domain/order/orderAmounts.js';
import type { OrderEvent } from '../../domain/order/orderEvents.js';
import type { OrderFacts, OrderKey } from '../../domain/order/orderFacts.js';
import type { Flow } from '../../domain/order/orderState.js';
import { bucharestDay } from '../bucharestDay.js';
import { hundredths } from '../hundredths.js';
import type { ChildRow, Contribution, Projection, Row } from '../projection.js';
import { seenNow, wasSeen, type Seen } from '../revisionGuard.js';
import { searchVector } from '../searchTerms.js';
import { attentionOf } from './attention.js';
import { awbView, awbWishView, invoiceView, orderListItem } from './orderView.js';
import { hasInvoice, isAcknowledged, isSale } from './orderTraits.js';
import { orderListTables } from './orderListTables.js';
import { evolveSeenOrder, isKnownOrder, unseenOrder, type KnownOrder } from './seenOrder.js';

export interface OrderListState extends Seen {
  readonly key: OrderKey;
  readonly order: KnownOrder;
  /** Gross and net of what the customer owes; kept, since only changes of lines, shipping and vouchers move them. */
  readonly total: {
    readonly gross: string;
    readonly net: string;
    /** Of the lines that count, in their order, in hundredths. */
    readonly lines: readonly number[];
  };
}

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

const totalOf = (facts: OrderFacts): OrderListState['total'] => {
  const { totalGross, totalNet } = invoiceTotals(facts);
  return {
    gross: totalGross,
    net: totalNet,
    lines: activeLines(facts).map((line) => hundredths(lineGross(line))),
  };
};

const isOutcomeMissing = ({ phase }: Flow): boolean =>
  phase === 'requested' || phase === 'attempted' || phase === 'in_doubt' || phase === 'refused';

/** Orders as lists, pages and statistics need them, with their AWBs and invoices. */
export const orderListProjection: Projection<OrderListState> = {
  name: 'order_list',
  version: 1,
  streamPrefixes: ['order-'],
  ...orderListTables,

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
      total: state && isSamePrice(state.order.facts, order.facts) ? state.total : totalOf(order.facts),
      ...seenNow(recorded),
    };
  },

  row({ key, order, total, revision, position }): Row {
    const { facts, person, awbs, invoice } = order;
    const attention = attentionOf(order);
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
      customer_name: person.name.toLowerCase(),
      last_synced_at: order.lastSyncedAt ?? order.receivedAt,
      needs_attention: attention.length > 0,
      attention,
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
        issued_at: awb.issuedAt,
        terms: searchVector({ texts: [awb.awbNumber, key.orderId, order.person.shipping.name] }),
        item: awbView(key, awb),
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
                issued_at: wish.at,
                terms: searchVector({ texts: [key.orderId, order.person.shipping.name] }),
                item: awbWishView(key, order),
              },
            },
          ]
        : [];
    const invoices = invoice
      ? [
          {
            table: 'invoices',
            key: invoice.number,
            row: {
              account: key.account,
              order_id: key.orderId,
              series: invoice.document.series,
              issued_at: invoice.document.issuedAt,
              terms: searchVector({ texts: [invoice.number, key.orderId, invoice.buyer.name] }),
              item: invoiceView(key, invoice),
            },
          },
        ]
      : [];
    return [...awbs, ...wished, ...invoices];
  },

  contributions({ key: { account }, order, total }): readonly Contribution[] {
    const { facts } = order;
    const day = bucharestDay(facts.orderedAt);
    const month = day.slice(0, 7);
    const [gross, net] = [hundredths(total.gross), hundredths(total.net)];
    const counts: Contribution[] = [
      { counter: 'order_totals', by: [account, facts.status], sums: [1] },
      { counter: 'order_days', by: [account, day, facts.currency, facts.status], sums: [1, net, gross] },
    ];
    if (!isSale(facts.status)) return counts;
    counts.push({
      counter: 'order_customers',
      by: [account, month, facts.currency, facts.customerId ?? order.personId ?? ''],
      sums: [1, gross],
    });
    for (const [index, line] of activeLines(facts).entries()) {
      counts.push({
        counter: 'order_products',
        by: [account, month, facts.currency, line.sku ?? line.offerId ?? line.lineId, line.name],
        sums: [1, line.quantity, total.lines[index] ?? 0],
      });
    }
    return counts;
  },
};
