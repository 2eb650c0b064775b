import { round2 } from '../domain/money/money.js';

/** An amount as a whole number of hundredths: counters add integers, exactly. */
export const hundredths = (amount: string): number => {
  const text = round2(amount);
  const value = Number(text.replace('.', ''));
  if (!Number.isSafeInteger(value)) throw new RangeError(`Amount ${amount} is out of range`);
  return value;
};

/** The amount with two decimals of a sum that PostgreSQL kept as bigint. */
export const amountOfHundredths = (sum: string | bigint): string => {
  const value = BigInt(sum);
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
