import { objectOf } from './rawValues.js';

/**
 * Field names that may hold something about a person. Broad on purpose: a harmless field that is left out costs
 * nothing, a telephone number in the log for ever does. `product_name` and the like are let through by name.
 */
const PERSONAL =
  /name|phone|fax|mail|contact|customer|client|buyer|person|recipient|receiver|sender|street|address|city|suburb|locality|postal|zip|county|country|iban|bank|card|birth|gender|cnp|fiscal|registration|company|liable|observation|comment|note|message|code$|password|authorization/i;

const HARMLESS = new Set([
  'name_latin',
  'product_name',
  'brand_name',
  'category_name',
  'voucher_name',
  'courier_name',
  'vendor_name',
  'locker_name',
  'brand',
  'currency_code',
  'country_code',
]);

/** Values that give a person away whatever the field is called: an e-mail address or a telephone number. */
const LOOKS_PERSONAL = /[^\s@]+@[^\s@]+\.[^\s@]+|(?:\+|00)\d[\d\s().-]{7,}|\b07\d{8}\b/;

export const isPersonalField = (field: string): boolean => PERSONAL.test(field) && !HARMLESS.has(field);

export const looksPersonal = (value: unknown): boolean => typeof value === 'string' && LOOKS_PERSONAL.test(value);

/** A copy without anything personal, at any depth. Empty objects and lists that are left fall away with their key. */
export const withoutPersonal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((entry) => !looksPersonal(entry)).map(withoutPersonal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(objectOf(value))
      .filter(([field, entry]) => !isPersonalField(field) && !looksPersonal(entry))
      .map(([field, entry]) => [field, withoutPersonal(entry)]),
  );
};

/** The same shape with `[redacted]` in the place of every personal value. */
export const redacted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(redacted);
  if (looksPersonal(value)) return '[redacted]';
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(objectOf(value)).map(([field, entry]) => [field, redactedField(field, entry)]),
  );
};

const redactedField = (field: string, value: unknown): unknown => {
  if (typeof value === 'object' && value !== null) return redacted(value);
  const isEmpty = value === null || value === '' || value === 0 || value === undefined;
  return isPersonalField(field) && !isEmpty ? '[redacted]' : redacted(value);
};
