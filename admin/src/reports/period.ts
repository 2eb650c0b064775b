import type { Group } from './reportRecord.js';

interface Days {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

const monthDays = (month: string): Days => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, to: isoDay(Date.UTC(year, number, 0)) };
};

/** ISO 8601: the first week of a year has its first Thursday, hence always the fourth of January. */
const weekDays = (week: string): Days => {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  const monday = fourth + ((number - 1) * 7 - weekday) * DAY_MS;
  return { from: isoDay(monday), to: isoDay(monday + 6 * DAY_MS) };
};

/** The days that a group of time stands for; null for any other. */
export const daysOf = (group: Group, value: string): Days | null => {
  if (group === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { from: value, to: value };
  if (group === 'week' && /^\d{4}-W\d{2}$/.test(value)) return weekDays(value);
  if (group === 'month' && /^\d{4}-\d{2}$/.test(value)) return monthDays(value);
  return null;
};
