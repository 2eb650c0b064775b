import { Decimal } from 'decimal.js';
import { addFixed, divideRounded, fixedText, parseFixed, powerOfTen, unitsAt, type Fixed } from './fixedPoint.js';

/** Decimal arithmetic for money. Strings in, strings out; never a binary float. */
export type Amount = string;

const D = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export const decimal = (value: Amount | number): Decimal => new D(value);

const fixed = (value: Decimal | Amount): Fixed => parseFixed(typeof value === 'string' ? value : value.toFixed());

/** Two decimals, half up (away from zero for negatives, so that a storno mirrors its invoice). */
export const round2 = (value: Decimal | Amount): Amount => fixedText(unitsAt(fixed(value), 2), 2);

/** Four decimals, the precision of the marketplace's net unit prices (reference §22.3). */
export const round4 = (value: Decimal | Amount): Amount => fixedText(unitsAt(fixed(value), 4), 4);

export const sum = (values: readonly Amount[]): Amount =>
  fixedText(unitsAt(values.map(parseFixed).reduce(addFixed, { units: 0n, scale: 0 }), 2), 2);

export const subtract = (a: Amount, b: Amount): Amount => {
  const { units, scale } = parseFixed(b);
  return fixedText(unitsAt(addFixed(parseFixed(a), { units: -units, scale }), 2), 2);
};

export const negate = (value: Amount): Amount => {
  const { units, scale } = parseFixed(value);
  return fixedText(unitsAt({ units: -units, scale }, 2), 2);
};

/** 1 + rate, in units of the rate's own scale. */
const onePlus = ({ units, scale }: Fixed): bigint => powerOfTen(scale) + units;

/** Gross of a net unit price: rounded half up per unit, as the site shows it (reference §22.3). */
export const grossUnit = (unitPriceNet: Amount, vatRate: Amount): Amount => {
  const price = parseFixed(unitPriceNet);
  const rate = parseFixed(vatRate);
  return fixedText(unitsAt({ units: price.units * onePlus(rate), scale: price.scale + rate.scale }, 2), 2);
};

export const times = (amount: Amount, quantity: number): Amount => {
  const a = parseFixed(amount);
  const q = parseFixed(quantity);
  return fixedText(unitsAt({ units: a.units * q.units, scale: a.scale + q.scale }, 2), 2);
};

/** The VAT that a gross amount holds, and the net that is left: net + VAT = gross by construction. */
export const splitGross = (gross: Amount, vatRate: Amount): { net: Amount; vat: Amount } => {
  const amount = parseFixed(gross);
  const rate = parseFixed(vatRate);
  if (onePlus(rate) <= 0n) throw new RangeError(`VAT rate ${vatRate} is no rate`);
  const vat = fixedText(divideRounded(amount.units * rate.units * 100n, onePlus(rate) * powerOfTen(amount.scale)), 2);
  return { net: subtract(gross, vat), vat };
};

export const isZero = (value: Amount): boolean => parseFixed(value).units === 0n;

/** A fraction as the contract prints it: `0.21`, at least two decimals, no trailing zeros beyond them. */
export const vatRateText = (value: Amount | number): string => {
  const rate = new D(value);
  return rate.decimalPlaces() <= 2 ? rate.toFixed(2) : rate.toFixed();
};
