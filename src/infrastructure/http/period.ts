import { DateTime } from 'luxon';
import { z } from 'zod';
import { HttpProblem } from './problems.js';

const ZONE = 'Europe/Bucharest';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

const isReal = (text: string): boolean => DateTime.fromISO(text, { zone: ZONE }).isValid;

/** A time with its zone, as ISO 8601. */
export const timeField = z
  .string()
  .refine((text) => TIME.test(text) && isReal(text), 'a time such as 2026-03-01T10:00:00Z')
  .transform((text) => new Date(text).toISOString())
  .meta({ type: 'string', format: 'date-time', description: 'ISO 8601 time' });

/** A day in Europe/Bucharest, or a time with its zone. */
export const dayOrTimeField = (description: string) =>
  z
    .string()
    .refine((text) => (DAY.test(text) || TIME.test(text)) && isReal(text), 'a day (2026-03-01) or a time with its zone')
    .meta({ type: 'string', description: `${description}; a day means a day in Europe/Bucharest` });

/** A day in Europe/Bucharest. */
export const dayField = z
  .string()
  .refine((text) => DAY.test(text) && isReal(text), 'a day such as 2026-03-01')
  .meta({ type: 'string', format: 'date', description: 'A day in Europe/Bucharest' });

export interface Period {
  /** ISO 8601 UTC, inclusive. */
  readonly from?: string;
  /** ISO 8601 UTC, inclusive. */
  readonly to?: string;
}

const startOf = (text: string): DateTime => DateTime.fromISO(text, { zone: ZONE });

/** First and last moment of what the caller named. @throws HttpProblem `period-impossible` when it ends before it begins. */
export const periodOf = (
  from: string | undefined,
  to: string | undefined,
  names = { from: 'from', to: 'to' },
): Period => {
  const first = from === undefined ? undefined : startOf(from).toUTC();
  const last =
    to === undefined
      ? undefined
      : (DAY.test(to) ? startOf(to).plus({ days: 1 }).minus({ milliseconds: 1 }) : startOf(to)).toUTC();
  if (first && last && last < first) {
    throw new HttpProblem('period-impossible', `${names.to} lies before ${names.from}`, {
      errors: [{ parameter: names.to, detail: `lies before ${names.from}` }],
    });
  }
  return { ...(first && { from: first.toJSDate().toISOString() }), ...(last && { to: last.toJSDate().toISOString() }) };
};
