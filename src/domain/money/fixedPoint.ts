import { Decimal } from 'decimal.js';

/** An exact decimal: `units` × 10^-`scale`. Plain integers, because totals of every order pass here when catching up. */
export interface Fixed {
  readonly units: bigint;
  readonly scale: number;
}

const POWERS: readonly bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));

export const powerOfTen = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent);

const PLAIN = /^-?\d+(?:\.\d*)?$/;

/** Reads what Decimal reads; plain digits, the common case, without it. @throws Error for what is no number */
export const parseFixed = (value: string | number): Fixed => {
  const given = String(value);
  const text = PLAIN.test(given) ? given : new Decimal(given).toFixed();
  const dot = text.indexOf('.');
  if (dot < 0) return { units: BigInt(text), scale: 0 };
  return { units: BigInt(text.slice(0, dot) + text.slice(dot + 1)), scale: text.length - dot - 1 };
};

/** Half away from zero, so that a storno mirrors its invoice. `divisor` is positive. */
export const divideRounded = (dividend: bigint, divisor: bigint): bigint => {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
};

/** The value in whole units of 10^-`places`, rounded. */
export const unitsAt = ({ units, scale }: Fixed, places: number): bigint =>
  scale <= places ? units * powerOfTen(places - scale) : divideRounded(units, powerOfTen(scale - places));

/** `units` × 10^-`places` as text; zero has no sign. */
export const fixedText = (units: bigint, places: number): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0n ? `-${text}` : text;
};

export const addFixed = (a: Fixed, b: Fixed): Fixed => {
  const scale = Math.max(a.scale, b.scale);
  return { units: a.units * powerOfTen(scale - a.scale) + b.units * powerOfTen(scale - b.scale), scale };
};
