const bucharestDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bucharest' });

const DAY_MS = 86_400_000;

/** So many days before today in the seller's zone, such as `2026-03-01`. */
export const dayBefore = (days: number, now = Date.now()): string => bucharestDay.format(now - days * DAY_MS);

const DAY_FIRST = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** The day that was typed, as `2026-03-01`; null when it is none, such as 31.02.2026. The day comes first in both languages. */
export const dayIn = (text: string): string | null => {
  const trimmed = text.trim();
  const [, year, month, day] =
    YEAR_FIRST.exec(trimmed) ?? (([all, d, m, y]) => [all, y, m, d])(DAY_FIRST.exec(trimmed) ?? []);
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
};
