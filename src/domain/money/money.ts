import { Decimal } from 'decimal.js';

/** Decimal arithmetic for money. Strings in, strings out; never a binary float. */
export type Amount = string;

const half = Decimal.ROUND_HALF_UP;
const D = Decimal.clone({ precision: 40, rounding: half });

export const decimal = (value: Amount | number): Decimal => new D(value);

/** Two decimals, half up (away from zero for negatives, so that a storno mirrors its invoice). */
export const round2 = (value: Decimal | Amount): Amount => {
  const text = new D(value).toFixed(2, half);
  return text === '-0.00' ? '0.00' : text;
};

/** Four decimals, the precision of the marketplace's net unit prices (reference §22.3). */
export const round4 = (value: Decimal | Amount): Amount => {
  const text = new D(value).toFixed(4, half);
  return text === '-0.0000' ? '0.0000' : text;
};

export const sum = (values: readonly Amount[]): Amount =>
  round2(values.reduce((total, value) => total.plus(value), new D(0)));

export const subtract = (a: Amount, b: Amount): Amount => round2(new D(a).minus(b));

export const negate = (value: Amount): Amount => round2(new D(value).negated());

/** Gross of a net unit price: rounded half up per unit, as the site shows it (reference §22.3). */
export const grossUnit = (unitPriceNet: Amount, vatRate: Amount): Amount =>
  round2(new D(unitPriceNet).times(new D(1).plus(vatRate)));

export const times = (amount: Amount, quantity: number): Amount => round2(new D(amount).times(quantity));

/** The VAT that a gross amount holds, and the net that is left: net + VAT = gross by construction. */
export const splitGross = (gross: Amount, vatRate: Amount): { net: Amount; vat: Amount } => {
  const rate = new D(vatRate);
  const vat = round2(new D(gross).times(rate).dividedBy(rate.plus(1)));
  return { net: subtract(gross, vat), vat };
};

export const isZero = (value: Amount): boolean => new D(value).isZero();

/** A fraction as the contract prints it: `0.21`, at least two decimals, no trailing zeros beyond them. */
export const vatRateText = (value: Amount | number): string => {
  const rate = new D(value);
  return rate.decimalPlaces() <= 2 ? rate.toFixed(2) : rate.toFixed();
};
