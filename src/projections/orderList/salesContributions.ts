import { splitGross } from '../../domain/money/money.js';
import { activeLines, lineGross } from '../../domain/order/orderAmounts.js';
import type { OrderFacts, OrderKey, OrderLine } from '../../domain/order/orderFacts.js';
import { invoiceTotals } from '../../domain/invoice/invoiceLines.js';
import { bucharestDay } from '../bucharestDay.js';
import { hundredths } from '../hundredths.js';
import type { Contribution } from '../projection.js';
import { attentionKinds } from './attention.js';
import { hasInvoice, isSale } from './orderTraits.js';
import type { KnownOrder } from './seenOrder.js';

/** What an order is worth; kept, since only changes of lines, shipping and vouchers move it. */
export interface OrderWorth {
  /** Gross and net of what the customer owes, two decimals. */
  readonly gross: string;
  readonly net: string;
  /** Of the lines that count, in their order, in hundredths: without shipping, deposits and vouchers. */
  readonly lines: readonly { readonly net: number; readonly gross: number }[];
}

export const worthOf = (facts: OrderFacts): OrderWorth => {
  const { totalGross, totalNet } = invoiceTotals(facts);
  return {
    gross: totalGross,
    net: totalNet,
    lines: activeLines(facts).map((line) => {
      const gross = lineGross(line);
      return { net: hundredths(splitGross(gross, line.vatRate).net), gross: hundredths(gross) };
    }),
  };
};

/** A product is known by the seller's SKU; what has none by the ids that it has. */
export const skuOf = ({ sku, offerId, lineId }: OrderLine): string => sku ?? offerId ?? lineId;

interface ProductSums {
  readonly sku: string;
  readonly name: string;
  orders: number;
  units: number;
  net: number;
  gross: number;
  canceled: number;
  returned: number;
}

/** Two lines of one product are one order of it. */
const productSums = (facts: OrderFacts, worth: OrderWorth): readonly ProductSums[] => {
  const isSold = isSale(facts.status);
  const products = new Map<string, ProductSums>();
  // What was cancelled or came back has no active line left, and was ordered all the same.
  for (const [index, line] of (isSold ? activeLines(facts) : facts.lines).entries()) {
    const sku = skuOf(line);
    const sums = products.get(sku) ?? {
      sku,
      name: line.name,
      orders: isSold ? 1 : 0,
      units: 0,
      net: 0,
      gross: 0,
      canceled: facts.status === 'canceled' ? 1 : 0,
      returned: facts.status === 'returned' ? 1 : 0,
    };
    products.set(sku, sums);
    if (!isSold) continue;
    // The marketplace counts pieces; whatever else it may send must not stop a counter of whole numbers.
    sums.units += Math.round(line.quantity);
    sums.net += worth.lines[index]?.net ?? 0;
    sums.gross += worth.lines[index]?.gross ?? 0;
  }
  return [...products.values()];
};

/** Work that is to be done on an order, beside what needs attention. */
const workOf = (order: KnownOrder): readonly string[] => {
  const { facts, awbs } = order;
  const isOwn = facts.fulfilment === 'own';
  const isShippable = facts.status === 'in_progress' || facts.status === 'prepared';
  return [
    ...(isOwn && facts.status === 'new' ? ['confirm'] : []),
    ...(isOwn && isShippable && awbs.length === 0 ? ['ship'] : []),
    ...attentionKinds(order),
  ];
};

const isInvoiceDue = (order: KnownOrder): boolean =>
  (order.facts.status === 'prepared' || order.facts.status === 'finalized') && !hasInvoice(order);

/** What one order adds to the figures of its account. */
export const salesContributions = (
  { account }: OrderKey,
  order: KnownOrder,
  worth: OrderWorth,
): readonly Contribution[] => {
  const { facts } = order;
  const { status, currency } = facts;
  const day = bucharestDay(facts.orderedAt);
  const units = activeLines(facts).reduce((sum, { quantity }) => sum + Math.round(quantity), 0);
  const counts: Contribution[] = [
    { counter: 'order_totals', by: [account, status], sums: [1] },
    {
      counter: 'order_days',
      by: [account, day, currency, status],
      sums: [1, units, hundredths(worth.net), hundredths(worth.gross)],
    },
    ...workOf(order).map((kind) => ({ counter: 'order_work', by: [account, kind, ''], sums: [1] })),
    ...(isInvoiceDue(order) ? [{ counter: 'order_work', by: [account, 'invoice', day], sums: [1] }] : []),
  ];
  if (isSale(status)) {
    const customer = facts.customerId ?? order.personId ?? '';
    counts.push({ counter: 'order_customers', by: [account, day, customer], sums: [1] });
  }
  for (const { sku, name, ...sums } of productSums(facts, worth)) {
    const values = [sums.orders, sums.units, sums.net, sums.gross, sums.canceled, sums.returned];
    counts.push(
      { counter: 'order_products', by: [account, day.slice(0, 7), currency, sku, name], sums: values },
      { counter: 'order_product_days', by: [account, day, currency, sku, name], sums: values },
    );
  }
  return counts;
};
