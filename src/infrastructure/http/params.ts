import { z } from 'zod';
import { PICTURE_TOKEN } from '../pictures/pictureLinks.js';

/** A path parameter: what it may look like, so that no two routes can take the same path. */
const pattern = (source: string, description: string, example: string) =>
  z
    .string()
    .regex(new RegExp(`^(?:${source})$`))
    .meta({ pattern: source, description, example });

const ACCOUNT = '[a-z0-9_]{1,24}';
const PICTURE_EXAMPLE = `WyJtYWluIiwiaHR0cHM6Ly9pbWcuZXhhbXBsZS8xLnBuZyJd.${'A'.repeat(22)}`;
const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

export const orderIdParam = pattern(
  `(?:${ACCOUNT}-)?[0-9]{1,20}`,
  "The marketplace's order id, or the order's own id `{account}-{emag_order_id}`",
  'main-3115229985',
);
/** At least one digit: `couriers` and `labels` are no AWB numbers. */
export const awbNumberParam = pattern('(?=[^/]*[0-9])[0-9A-Za-z._-]{3,64}', 'AWB number', '4EMG12345678901');
export const invoiceNumberParam = pattern('(?=[^/]*[0-9])[0-9A-Za-z._-]{1,40}', 'Full printed number', 'MF0000001');
export const uuidParam = pattern(UUID, 'Identifier', '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a001');
export const accountParam = pattern(ACCOUNT, 'Account key', 'main');
export const jobNameParam = pattern('[a-z]+\\.[a-z_]+', 'Job name', 'emag.sync_orders');
/** The marketplace numbers its customers; other marks are taken as they come. */
export const customerIdParam = pattern('[0-9A-Za-z._-]{1,64}', "The marketplace's id of a customer", '7001122');
export const reportNameParam = pattern(
  '(?!(?:sales|order-summary|customers|returns|top-products|needs-attention)$)[a-z0-9_-]{1,60}',
  'Name of a report that there is not',
  'profit',
);
export const pictureTokenParam = pattern(PICTURE_TOKEN, 'Name of a picture, from a `picture_url`', PICTURE_EXAMPLE);
export const numberParam = pattern('[0-9]{1,18}', 'Identifier', '42');

/** A path means nothing outside of an answer: files leave it out. */
export const pictureUrlField = z
  .string()
  .meta({ format: 'uri-reference', description: 'Path of the picture on this server; null when there is none' })
  .nullable();

/** An account key, or `both` for all accounts. What can be no key is an account that there is not, like any other. */
export const accountTypeField = z
  .string()
  .max(255)
  .optional()
  .meta({ description: 'Key of an account; `both` or absent means all', example: 'main' });

/** Ids come as strings; integers are taken too, as long as JSON carries them exactly. */
export const idField = z
  .union([z.string().regex(/^[0-9]{1,20}$/), z.int().nonnegative().transform(String)])
  .meta({ description: 'Identifier as a string; integers are accepted' });

/** An order's id in a body: the marketplace's, or with its account. */
export const orderIdField = z.union([
  z.string().regex(/^(?:[a-z0-9_]{1,24}-)?[0-9]{1,20}$/),
  z.int().nonnegative().transform(String),
]);

/** A decimal amount as a string (integers and plain numbers are accepted), not negative, at most two decimals. */
export const amountField = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[0-9]{1,12}(?:\.[0-9]{1,2})?$/, 'an amount such as 120.50'))
  .meta({ type: 'string', description: 'Decimal amount, gross, in the currency of the order', example: '120.50' });

/** A query parameter that is a whole number. */
export const intQuery = (min: number, max: number, description: string) =>
  z
    .string()
    .regex(/^[0-9]{1,9}$/, 'a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .meta({ type: 'integer', minimum: min, maximum: max, description });

export const booleanQuery = (description: string) =>
  z
    .enum(['true', 'false', '1', '0'])
    .transform((value) => value === 'true' || value === '1')
    .meta({ type: 'boolean', description });

/** A parameter that may be repeated; commas separate as well. */
export const repeatedQuery = <T extends z.ZodType<unknown, string>>(one: T, description: string, most = 50) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [value].flat().flatMap((part) => part.split(',')))
    .pipe(z.array(one).min(1).max(most))
    .meta({ type: 'array', items: { type: 'string' }, description });
