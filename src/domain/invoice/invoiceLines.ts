import {
  decimal,
  grossUnit,
  isZero,
  round2,
  round4,
  splitGross,
  subtract,
  sum,
  times,
  type Amount,
} from '../money/money.js';
import { activeLines, orderAmounts, voucherParts } from '../order/orderAmounts.js';
import type { OrderFacts } from '../order/orderFacts.js';
import type { InvoiceLine, VatTotal } from './invoiceDocument.js';

/** Lines and totals of an order's invoice. `totalGross` equals the order's total; net + VAT = gross on every line and sum. */
export interface InvoiceTotals {
  readonly lines: readonly InvoiceLine[];
  readonly vatByRate: readonly VatTotal[];
  readonly totalNet: Amount;
  readonly totalVat: Amount;
  readonly totalGross: Amount;
}

interface LineBasis {
  readonly kind: InvoiceLine['kind'];
  readonly description: string;
  readonly sku: string | null;
  readonly quantity: number;
  readonly unitPriceNet: Amount;
  readonly vatRate: Amount;
  readonly gross: Amount;
  readonly lineId?: string;
}

const lineOf = ({ gross, ...basis }: LineBasis): InvoiceLine => {
  const { net, vat } = splitGross(gross, basis.vatRate);
  return { ...basis, unit: 'buc', unitPriceNet: round4(basis.unitPriceNet), net, vat, gross: round2(gross) };
};

/** VAT of shipping follows the goods: the highest rate among them (the marketplace states none, reference §26 row 40). */
const mainRate = (facts: OrderFacts): Amount =>
  activeLines(facts).reduce((rate, line) => (decimal(line.vatRate).greaterThan(rate) ? line.vatRate : rate), '0');

/** The rate of a voucher that names none, from its own amounts; a voucher without amounts has none. */
const impliedRate = (net: Amount, vat: Amount, known: readonly Amount[]): Amount => {
  if (isZero(net) || isZero(vat)) return '0';
  const ratio = decimal(vat).dividedBy(net);
  return known.reduce(
    (best, rate) => (ratio.minus(rate).abs().lessThan(ratio.minus(best).abs()) ? rate : best),
    known[0] ?? ratio.toFixed(2),
  );
};

const voucherLines = (facts: OrderFacts): InvoiceLine[] => {
  const rates = [...new Set(activeLines(facts).map((line) => line.vatRate))];
  const groups = new Map<string, { name: string; rate: Amount; gross: ReturnType<typeof decimal> }>();
  for (const part of voucherParts(facts)) {
    const rate = part.vatRate ?? impliedRate(part.net, part.vat, rates);
    const key = `${part.voucherId}|${decimal(rate).toFixed()}`;
    const group = groups.get(key) ?? { name: part.name ?? `Voucher ${part.voucherId}`, rate, gross: decimal('0') };
    groups.set(key, { ...group, gross: group.gross.plus(part.net).plus(part.vat) });
  }
  const parts = [...groups.values()].map(({ name, rate, gross }) => ({ name, rate, gross: round2(gross) }));
  // Rounding each group may differ by a ban from rounding their sum: the last group carries it.
  const residue = subtract(orderAmounts(facts).vouchers, sum(parts.map(({ gross }) => gross)));
  const last = parts.at(-1);
  if (last && !isZero(residue)) parts[parts.length - 1] = { ...last, gross: sum([last.gross, residue]) };
  return parts.map(({ name, rate, gross }) =>
    lineOf({
      kind: 'voucher',
      description: name,
      sku: null,
      quantity: 1,
      unitPriceNet: splitGross(gross, rate).net,
      vatRate: rate,
      gross,
    }),
  );
};

/** Products, deposits, shipping, then one negative line per voucher and VAT rate (reference §22.7). */
export const invoiceTotals = (facts: OrderFacts): InvoiceTotals => {
  const products = activeLines(facts)
    .filter((line) => line.quantity > 0)
    .map((line) =>
      lineOf({
        kind: 'product',
        lineId: line.lineId,
        description: line.name,
        sku: line.sku ?? line.partNumber,
        quantity: line.quantity,
        unitPriceNet: line.unitPriceNet,
        vatRate: line.vatRate,
        gross: times(grossUnit(line.unitPriceNet, line.vatRate), line.quantity),
      }),
    );
  const deposits = activeLines(facts).flatMap((line) =>
    line.deposits.map((deposit) =>
      lineOf({
        kind: 'deposit',
        lineId: line.lineId,
        description: deposit.name,
        sku: null,
        quantity: deposit.quantity,
        unitPriceNet: deposit.unitPriceNet,
        vatRate: deposit.vatRate,
        gross: times(grossUnit(deposit.unitPriceNet, deposit.vatRate), deposit.quantity),
      }),
    ),
  );
  const rate = mainRate(facts);
  const shipping = isZero(facts.shipping)
    ? []
    : [
        lineOf({
          kind: 'shipping',
          description: 'Transport',
          sku: null,
          quantity: 1,
          unitPriceNet: splitGross(round2(facts.shipping), rate).net,
          vatRate: rate,
          gross: facts.shipping,
        }),
      ];
  return totalsOf([...products, ...deposits, ...shipping, ...voucherLines(facts)]);
};

/** Sums per VAT rate and in all, of lines that add up. */
export const totalsOf = (lines: readonly InvoiceLine[]): InvoiceTotals => {
  const rates = [...new Set(lines.map((line) => decimal(line.vatRate).toFixed()))].sort((a, b) =>
    decimal(b).comparedTo(a),
  );
  const of = (rate: string, pick: (line: InvoiceLine) => Amount): Amount =>
    sum(lines.filter((line) => decimal(line.vatRate).equals(rate)).map(pick));
  return {
    lines,
    vatByRate: rates.map((rate) => ({
      vatRate: rate,
      net: of(rate, (line) => line.net),
      vat: of(rate, (line) => line.vat),
      gross: of(rate, (line) => line.gross),
    })),
    totalNet: sum(lines.map((line) => line.net)),
    totalVat: sum(lines.map((line) => line.vat)),
    totalGross: sum(lines.map((line) => line.gross)),
  };
};
