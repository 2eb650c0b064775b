/** Global trade item numbers: the digits under a barcode (reference §22.6). */
export type GtinFormat = 'GTIN-8' | 'GTIN-12' | 'GTIN-13' | 'GTIN-14';

/** Why a text is no GTIN. The codes are public. */
export type GtinFault = 'ean-empty' | 'ean-not-digits' | 'ean-length' | 'ean-check-digit';

export interface Gtin {
  /** As it was typed, without surrounding blanks. */
  readonly ean: string;
  readonly format: GtinFormat;
  /** The same number padded to 14 digits: two codes are equal when these are. */
  readonly gtin14: string;
}

const FORMATS: Readonly<Record<number, GtinFormat>> = { 8: 'GTIN-8', 12: 'GTIN-12', 13: 'GTIN-13', 14: 'GTIN-14' };
const WIDEST = 14;

/** The digit that completes these: weights 3, 1, 3, 1, … from the right. */
export const checkDigitOf = (digits: string): number => {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    sum += Number(digits[digits.length - 1 - fromRight]) * (fromRight % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
};

/** The number that a text is, or why it is none. Only ASCII digits count: other scripts have digits too. */
export const readGtin = (text: string): Gtin | GtinFault => {
  const ean = text.trim();
  if (ean === '') return 'ean-empty';
  if (!/^[0-9]+$/.test(ean)) return 'ean-not-digits';
  const format = FORMATS[ean.length];
  if (format === undefined) return 'ean-length';
  if (checkDigitOf(ean.slice(0, -1)) !== Number(ean.at(-1))) return 'ean-check-digit';
  return { ean, format, gtin14: ean.padStart(WIDEST, '0') };
};

/**
 * How a catalogue may have written the number, the typed form first. A UPC-A is an EAN-13 with a leading zero and an
 * EAN-13 a GTIN-14 with one; a GTIN-8 is never written longer unless somebody typed it so.
 */
export const spellingsOf = ({ ean, gtin14 }: Gtin): readonly string[] => {
  if (ean.length === 8 || !gtin14.startsWith('0')) return [ean];
  const shorter = [13, 12, 8]
    .filter((length) => gtin14.startsWith('0'.repeat(WIDEST - length)))
    .map((length) => gtin14.slice(WIDEST - length));
  return ean.length === WIDEST ? [...new Set(shorter)] : [...new Set([ean, ...shorter])];
};

/** Prefixes for use inside one shop: the marketplace asks for the supplier's own code instead (reference §22.6). */
export const isInStoreCode = ({ ean, gtin14 }: Gtin): boolean => ean.length !== 8 && /^0(02|04|2)/.test(gtin14);
