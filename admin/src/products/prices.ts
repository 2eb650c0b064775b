const SCALE = 10_000n;
const PRICE = /^\d{1,10}(?:\.\d{1,4})?$/;

/** Ten-thousandths of a decimal string; null when it is none. */
const scaled = (text: string): bigint | null => {
  if (!PRICE.test(text)) return null;
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole) * SCALE + BigInt(fraction.padEnd(4, '0'));
};

/** A price as it was typed, comma or point, as a decimal string; null when it is none. */
export const typedPrice = (text: string): string | null => {
  const plain = text.trim().replace(',', '.');
  const value = scaled(plain);
  return value !== null && value > 0n ? plain : null;
};

/** Net and VAT to the gross price with two decimals, half up, as the server rounds; null without a rate. */
export const grossOf = (net: string, vatRate: string | null): string | null => {
  const [price, rate] = [scaled(net), vatRate === null ? null : scaled(vatRate)];
  if (price === null || rate === null) return null;
  const cents = (price * (SCALE + rate) + SCALE * 50n) / (SCALE * 100n);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
};

const compare = (a: string, b: string): number => {
  const difference = (scaled(a) ?? 0n) - (scaled(b) ?? 0n);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const isBelow = (price: string, limit: string | null): boolean => limit !== null && compare(price, limit) < 0;
export const isAbove = (price: string, limit: string | null): boolean => limit !== null && compare(price, limit) > 0;
export const isSamePrice = (a: string, b: string): boolean => compare(a, b) === 0;
