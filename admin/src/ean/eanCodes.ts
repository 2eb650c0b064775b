import { readGtin, type Gtin, type GtinFault } from '../../../src/domain/ean/gtin.js';

/** The most that one look-up takes. */
export const MOST_CODES = 100;

export interface TypedCode {
  readonly ean: string;
  readonly gtin: Gtin | null;
  readonly fault: GtinFault | null;
}

/** Codes of a text, typed, pasted or scanned: apart by blanks, commas, semicolons or lines; each once, each checked. */
export const codesOf = (text: string): readonly TypedCode[] =>
  [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ''))].map((ean) => {
    const gtin = readGtin(ean);
    return typeof gtin === 'string' ? { ean, gtin: null, fault: gtin } : { ean, gtin, fault: null };
  });
