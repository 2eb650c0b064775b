import { DateTime, FixedOffsetZone } from 'luxon';

/** Stamps carry no zone and mean Bucharest, also on the Bulgarian and Hungarian platforms (reference §22.4, §26 row 63). */
const ZONE = 'Europe/Bucharest';
const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const ACCEPTED = [FORMAT, 'yyyy-MM-dd HH:mm:ss.u', 'yyyy-MM-dd HH:mm', 'yyyy-MM-dd', 'dd MMM yyyy, HH:mm'];

const iso = (time: DateTime): string => time.toUTC().toJSDate().toISOString();

const isSameWallClock = (a: DateTime, b: DateTime): boolean => a.toFormat(FORMAT) === b.toFormat(FORMAT);

/** luxon does not promise which of the two times it takes in the hour that repeats in October. */
const firstOf = (time: DateTime): DateTime => {
  const earlier = time.minus({ hours: 1 });
  return isSameWallClock(earlier, time) ? earlier : time;
};

const parse = (text: string): DateTime | null => {
  for (const format of ACCEPTED) {
    const time = DateTime.fromFormat(text, format, { zone: ZONE, locale: 'en' });
    if (time.isValid && time.year >= 2000) return firstOf(time);
  }
  return null;
};

/** The same wall clock an hour later, in the hour that repeats. */
const secondOf = (time: DateTime): DateTime | null => {
  const later = time.plus({ hours: 1 });
  return isSameWallClock(later, time) ? later : null;
};

/**
 * Local stamp to ISO 8601 UTC; null for what is no time ('', '0000-00-00 00:00:00', null). A stamp in the hour that
 * does not exist in March counts one hour on; in the hour that repeats in October it is the first, so that the same
 * stamp is always the same time.
 */
export const utcOf = (stamp: unknown): string | null => {
  const time = typeof stamp === 'string' ? parse(stamp.trim()) : null;
  return time && iso(time);
};

/**
 * When an order was modified, for comparing two readings: in the repeated hour the latest possible time that is not in
 * the future, or a later change of the second hour would look older than one of the first.
 */
export const latestUtcOf = (stamp: unknown, now: Date): string | null => {
  const time = typeof stamp === 'string' ? parse(stamp.trim()) : null;
  if (!time) return null;
  const second = secondOf(time);
  return iso(second && second.toMillis() <= now.getTime() ? second : time);
};

const local = (utc: string): DateTime => DateTime.fromISO(utc, { zone: 'utc' }).setZone(ZONE);

const isRepeated = (time: DateTime): boolean => firstOf(time) !== time || secondOf(time) !== null;

/** Filter stamp that excludes nothing from `utc` on: the marketplace compares wall clocks, and one hour repeats. */
export const lowerBoundOf = (utc: string): string => {
  const time = local(utc);
  return (isRepeated(time) ? time.startOf('hour') : time.startOf('second')).toFormat(FORMAT);
};

/** Filter stamp that excludes nothing up to `utc`. */
export const upperBoundOf = (utc: string): string => {
  const time = local(utc);
  const isWhole = time.millisecond === 0;
  return (isRepeated(time) ? time.endOf('hour') : isWhole ? time : time.plus({ seconds: 1 })).toFormat(FORMAT);
};

/** `days` later, as ISO 8601 UTC. */
export const addDays = (utc: string, days: number): string =>
  iso(DateTime.fromISO(utc, { zone: FixedOffsetZone.utcInstance }).plus({ days }));
