import { decimal, isZero, negate, round2, round4, splitGross, subtract, sum, type Amount } from '../money/money.js';
import type { InvoiceDocument, InvoiceLine } from './invoiceDocument.js';
import { totalsOf, type InvoiceTotals } from './invoiceLines.js';

/** What a storno takes back. `lines` null: all that is left of the invoice, shipping included. */
export interface StornoScope {
  /** Product lines by their place on the invoice, from 0, with the pieces that go back. */
  readonly lines: readonly { readonly line: number; readonly quantity: number }[] | null;
  /** The shipping charge as well; `lines` null includes it anyway. */
  readonly shipping: boolean;
}

/** How much of a line has been taken back, or is to be: the signs are the invoice's own. */
interface Share {
  readonly quantity: number;
  readonly net: Amount;
  readonly vat: Amount;
  readonly gross: Amount;
}

const nothing: Share = { quantity: 0, net: '0.00', vat: '0.00', gross: '0.00' };

const wholeOf = ({ quantity, net, vat, gross }: InvoiceLine): Share => ({ quantity, net, vat, gross });

const isWhole = (line: InvoiceLine, { quantity, gross }: Share): boolean =>
  quantity >= line.quantity && isZero(subtract(line.gross, gross));

/** What earlier stornos took back of each line of the invoice, in the invoice's order. */
const taken = (invoice: InvoiceDocument, earlier: readonly InvoiceDocument[]): readonly Share[] =>
  invoice.lines.map((_line, index) =>
    earlier
      .flatMap(({ lines }) => lines.filter(({ ofLine }) => ofLine === index))
      .reduce<Share>(
        (share, line) => ({
          quantity: share.quantity - line.quantity,
          net: subtract(share.net, line.net),
          vat: subtract(share.vat, line.vat),
          gross: subtract(share.gross, line.gross),
        }),
        nothing,
      ),
  );

/** Pieces of each line that no storno took back yet. */
export const remainingQuantities = (
  invoice: InvoiceDocument,
  earlier: readonly InvoiceDocument[],
): readonly number[] => {
  const shares = taken(invoice, earlier);
  return invoice.lines.map((line, index) => line.quantity - (shares[index] ?? nothing).quantity);
};

/** Nothing of the invoice is left to take back. */
export const isReversed = (invoice: InvoiceDocument, earlier: readonly InvoiceDocument[]): boolean => {
  const shares = taken(invoice, earlier);
  return invoice.lines.every((line, index) =>
    line.kind === 'voucher'
      ? isZero(subtract(line.gross, (shares[index] ?? nothing).gross))
      : isWhole(line, shares[index] ?? nothing),
  );
};

/** The first pieces of a line cost what they cost alone; the last ones bring its own amounts to the last ban. */
const shareOf = (line: InvoiceLine, quantity: number): Share => {
  if (quantity >= line.quantity) return wholeOf(line);
  const gross = round2(decimal(line.gross).times(quantity).dividedBy(line.quantity));
  return { quantity, gross, ...splitGross(gross, line.vatRate) };
};

/** A voucher goes back in the proportion of the goods of its VAT rate, of all goods where none has that rate. */
const voucherShare = (voucher: InvoiceLine, lines: readonly InvoiceLine[], shares: readonly Share[]): Share => {
  const goods = lines.flatMap((line, index) =>
    line.kind === 'product' ? [{ line, gross: (shares[index] ?? nothing).gross }] : [],
  );
  const sameRate = goods.filter(({ line }) => decimal(line.vatRate).equals(voucher.vatRate));
  const basis = sameRate.length > 0 ? sameRate : goods;
  const whole = sum(basis.map(({ line }) => line.gross));
  const part = sum(basis.map(({ gross }) => gross));
  if (isZero(subtract(whole, part))) return wholeOf(voucher);
  const gross = round2(decimal(voucher.gross).times(part).dividedBy(whole));
  return { quantity: isZero(gross) ? 0 : 1, gross, ...splitGross(gross, voucher.vatRate) };
};

/** How much of each line shall have gone back after this storno. */
const targets = (
  { lines }: InvoiceDocument,
  before: readonly Share[],
  { lines: wished, shipping }: StornoScope,
): readonly Share[] => {
  if (wished === null) return lines.map(wholeOf);
  const pieces = lines.map(
    (_line, index) =>
      (before[index] ?? nothing).quantity +
      wished.filter(({ line }) => line === index).reduce((total, { quantity }) => total + quantity, 0),
  );
  // Deposits follow the pieces of the line that they belong to.
  const depositPieces = (deposit: InvoiceLine): number | null => {
    const at = lines.findIndex(({ kind, lineId }) => kind === 'product' && lineId === deposit.lineId);
    const product = lines[at];
    if (deposit.lineId === undefined || !product) return null;
    return Math.floor((deposit.quantity * (pieces[at] ?? 0)) / product.quantity);
  };
  const shares = lines.map((line, index) => {
    const known = before[index] ?? nothing;
    switch (line.kind) {
      case 'product':
        return (pieces[index] ?? 0) === known.quantity ? known : shareOf(line, pieces[index] ?? 0);
      case 'deposit':
        return shareOf(line, depositPieces(line) ?? known.quantity);
      case 'shipping':
        return shipping ? wholeOf(line) : known;
      case 'voucher':
        return known;
    }
  });
  return lines.map((line, index) =>
    line.kind === 'voucher' ? voucherShare(line, lines, shares) : (shares[index] ?? nothing),
  );
};

const stornoLine = (line: InvoiceLine, ofLine: number, before: Share, after: Share): readonly InvoiceLine[] => {
  const gross = subtract(after.gross, before.gross);
  const net = subtract(after.net, before.net);
  const isVoucher = line.kind === 'voucher';
  const quantity = isVoucher ? Number(!isZero(gross)) : after.quantity - before.quantity;
  if (quantity === 0) return [];
  return [
    {
      ...line,
      ofLine,
      quantity: -quantity,
      unitPriceNet: isVoucher ? round4(net) : line.unitPriceNet,
      net: negate(net),
      vat: negate(subtract(after.vat, before.vat)),
      gross: negate(gross),
    },
  ];
};

/**
 * Lines and totals of a storno: the invoice's lines with negative quantities. All stornos of an invoice together are its
 * mirror image to the last ban; net + VAT = gross on every line and sum.
 */
export const stornoTotals = (
  invoice: InvoiceDocument,
  earlier: readonly InvoiceDocument[],
  scope: StornoScope,
): InvoiceTotals => {
  const before = taken(invoice, earlier);
  const after = targets(invoice, before, scope);
  return totalsOf(
    invoice.lines.flatMap((line, index) => stornoLine(line, index, before[index] ?? nothing, after[index] ?? nothing)),
  );
};
