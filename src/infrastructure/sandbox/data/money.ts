/** VAT in Romania (reference §22.2): 21 and 11 percent since 1 August 2025 local time, 19 and 9 before. */
const newRatesFrom = Date.UTC(2025, 6, 31, 21);

export type VatClass = 'standard' | 'reduced' | 'books';

/** Whole percent for a class of goods sold at an instant. */
export const vatAt = (epochMs: number, goods: VatClass): number => {
  if (epochMs >= newRatesFrom) return goods === 'standard' ? 21 : 11;
  if (goods === 'standard') return 19;
  return goods === 'reduced' ? 9 : 5;
};

/** Net ten-thousandths of a gross price in bani (hundredths). */
export const netOfGross = (grossCents: number, vat: number): number =>
  Math.round((grossCents * 100 * 100) / (100 + vat));

/** Decimal text with four places of whole ten-thousandths, e.g. `148.7603`. */
export const decimalText = (e4: number): string => {
  const sign = e4 < 0 ? '-' : '';
  const whole = Math.abs(e4);
  return `${sign}${Math.floor(whole / 10_000)}.${String(whole % 10_000).padStart(4, '0')}`;
};

/** Ten-thousandths of a decimal given as number or text; undefined when it is none or has more than four places. */
export const parseDecimal = (value: unknown): number | undefined => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const match = /^(-?)(\d{1,10})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction] = match;
  const e4 = Number(whole) * 10_000 + Number((fraction ?? '').padEnd(4, '0'));
  return sign === '-' ? -e4 : e4;
};
