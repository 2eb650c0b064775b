/**
 * The marketplace stamps everything with naive local times of Europe/Bucharest (reference §22.4). The rule (UTC+2, UTC+3
 * from the last Sunday of March 01:00 UTC to the last Sunday of October 01:00 UTC) is written out because `Intl` costs
 * a hundred times more, and a world of thousands of orders is stamped at every read.
 */
const HOUR = 3_600_000;
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

const lastSunday = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 24 * HOUR;
};

const summers = new Map<number, readonly [number, number]>();
const summerOf = (year: number): readonly [number, number] => {
  const known = summers.get(year);
  if (known) return known;
  const summer = [lastSunday(year, 2), lastSunday(year, 9)] as const;
  summers.set(year, summer);
  return summer;
};

const offsetAt = (epochMs: number): number => {
  const [from, to] = summerOf(new Date(epochMs).getUTCFullYear());
  return epochMs >= from && epochMs < to ? 3 * HOUR : 2 * HOUR;
};

/** `YYYY-MM-DD HH:MM:SS` in Bucharest for an instant in epoch milliseconds. */
export const toNaive = (epochMs: number): string => {
  const local = new Date(epochMs + offsetAt(epochMs));
  return `${pad(local.getUTCFullYear(), 4)}-${pad(local.getUTCMonth() + 1)}-${pad(local.getUTCDate())} ${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}:${pad(local.getUTCSeconds())}`;
};

/** `YYYY-MM-DD` in Bucharest. */
export const toNaiveDate = (epochMs: number): string => toNaive(epochMs).slice(0, 10);

const shape = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * The instant of a naive local time; `YYYY-MM-DD` and `YYYY-MM-DD HH:MM` are accepted as the live service does.
 * In the hour that repeats in October the earlier instant is meant. Undefined for anything else.
 */
export const fromNaive = (text: unknown): number | undefined => {
  const match = typeof text === 'string' ? shape.exec(text.trim()) : null;
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const local = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
  const isReal = new Date(local).toISOString().startsWith(`${match[1]}-${match[2]}-${match[3]}`);
  if (!isReal || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  const summer = local - 3 * HOUR;
  return offsetAt(summer) === 3 * HOUR ? summer : local - 2 * HOUR;
};

/** First instant of the local day that is `days` after the day of `epochMs`. */
export const startOfLocalDay = (epochMs: number, days = 0): number => {
  const date = toNaiveDate(epochMs);
  const shifted = new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);
  return fromNaive(shifted) ?? epochMs;
};
