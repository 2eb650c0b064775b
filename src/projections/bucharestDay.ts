const BUCHAREST = 'Europe/Bucharest';

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: BUCHAREST,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: BUCHAREST,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Intl is slow and Bucharest moves its clock only on full hours: one formatting for each hour that occurs. */
const dayOfHour = new Map<number, string>();
const HOUR_MS = 3_600_000;
const REMEMBERED_HOURS = 50_000;

/** The day in Europe/Bucharest of an instant, `YYYY-MM-DD`. */
export const bucharestDay = (instant: string | Date): string => {
  const hour = Math.floor((typeof instant === 'string' ? Date.parse(instant) : instant.getTime()) / HOUR_MS);
  const known = dayOfHour.get(hour);
  if (known !== undefined) return known;
  if (dayOfHour.size > REMEMBERED_HOURS) dayOfHour.clear();
  const day = dayFormat.format(hour * HOUR_MS);
  dayOfHour.set(hour, day);
  return day;
};

/** Offset of Bucharest from UTC at an instant, in ms. */
const offsetAt = (instant: number): number => {
  const parts = Object.fromEntries(wallClock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
};

/** First instant of a day (`YYYY-MM-DD`) in Europe/Bucharest, ISO 8601 UTC. */
export const dayStart = (day: string): string => {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Midnight is never skipped or doubled in Bucharest: the clock moves at three and four.
  return new Date(midnight - offsetAt(midnight - offsetAt(midnight))).toISOString();
};

/** The day after a day. */
export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 24 * HOUR_MS).toISOString().slice(0, 10);

/** Last millisecond of a day in Europe/Bucharest, ISO 8601 UTC: an inclusive `to`. */
export const dayEnd = (day: string): string => new Date(Date.parse(dayStart(nextDay(day))) - 1).toISOString();
