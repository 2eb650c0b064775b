import { Decimal } from 'decimal.js';
import { decode } from 'html-entities';

/** A JSON object as the marketplace sent it. Nothing about its values is known. */
export type RawObject = Readonly<Record<string, unknown>>;

/** A row that cannot be understood; the message names the field and is kept as the reason of the parked row. */
export class UnreadableRow extends Error {
  override readonly name = 'UnreadableRow';
}

const isObject = (value: unknown): value is RawObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object, or an empty one for what PHP sends instead of it: `[]`, null, '' (reference §7). */
export const objectOf = (value: unknown): RawObject => (isObject(value) ? value : {});

/** The object or null; a one-element list counts as its element. */
export const objectOrNull = (value: unknown): RawObject | null => {
  const candidate: unknown = Array.isArray(value) ? value[0] : value;
  return isObject(candidate) ? candidate : null;
};

/** The objects of a list, of an object keyed by id, or of a single object; nulls inside fall away. */
export const rowsOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.filter((row) => row !== null && row !== undefined);
  if (!isObject(value)) return [];
  const values = Object.values(value);
  // `{}` and `{"17": {…}}` are lists by key; an object with fields of its own is the one row.
  return values.every(isObject) && !('id' in value) ? values : [value];
};

export const listOf = (value: unknown): readonly RawObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** The text without surrounding blanks; '' for what is absent or no scalar. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

export const textOrNull = (value: unknown): string | null => textOf(value) || null;

/** Text for people: the marketplace sends names with HTML entities (reference §7). */
export const displayText = (value: unknown): string => decode(textOf(value));

export const displayTextOrNull = (value: unknown): string | null => displayText(value) || null;

/** An id as digits; null for absent, 0 and anything that is no id. */
export const idOrNull = (value: unknown): string | null => {
  const text = textOf(value);
  return /^\d{1,19}$/.test(text) && !/^0+$/.test(text) ? text.replace(/^0+/, '') : null;
};

export const decimalOrNull = (value: unknown): Decimal | null => {
  const text = textOf(value);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(text) ? new Decimal(text) : null;
};

export const integerOrNull = (value: unknown): number | null => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = decimalOrNull(value);
  return number?.isInteger() && number.abs().lte(Number.MAX_SAFE_INTEGER) ? number.toNumber() : null;
};

/** Booleans come as 0/1, "0"/"1", true/false and the words (reference §7); null when it is none of them. */
export const booleanOrNull = (value: unknown): boolean | null => {
  const text = textOf(value).toLowerCase();
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : null;
};

/** At least `places` decimals, more only where the marketplace sent more, so that one amount has one spelling. */
const spelled = (value: Decimal, places: number): string => {
  const text = value.toFixed(Math.max(places, value.decimalPlaces()));
  return value.isZero() ? text.replace('-', '') : text;
};

/** An optional field that says nothing: null, left out, '' or `[]` (reference §7). */
export const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What nobody named is nought. */
export const orZero = (value: unknown): unknown => (isAbsent(value) ? 0 : value);

/** Money with two decimals; null when it is no number. */
export const moneyOrNull = (value: unknown): string | null => {
  const number = decimalOrNull(value);
  return number && spelled(number, 2);
};

/** A net unit price with four decimals; null when it is no number. */
export const priceOrNull = (value: unknown): string | null => {
  const number = decimalOrNull(value);
  return number && spelled(number, 4);
};

/** Some prices come as 0 when there is none (reference §12.2). */
export const positivePriceOrNull = (value: unknown): string | null =>
  decimalOrNull(value)?.gt(0) ? priceOrNull(value) : null;

/** A VAT rate as a fraction; a value above 1 is a percentage (reference §9.2). */
export const vatRateOrNull = (value: unknown): string | null => {
  const number = decimalOrNull(value);
  if (!number || number.isNegative()) return null;
  return spelled(number.gt(1) ? number.dividedBy(100) : number, 2);
};

/** What the reader cannot do without. @throws UnreadableRow naming the field */
export const required = <T>(value: T | null, field: string, raw: unknown): T => {
  if (value !== null) return value;
  throw new UnreadableRow(raw === undefined ? `${field} is missing` : `${field} cannot be read`);
};
