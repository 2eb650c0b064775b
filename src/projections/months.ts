/** The month `YYYY-MM` of a day. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** `YYYY-MM`, some months before another one. */
export const monthBefore = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - months, 1)).toISOString().slice(0, 7);
};

export const monthAfter = (month: string): string => monthBefore(month, -1);

/** The last day of a month, `YYYY-MM-DD`. */
export const lastDayOf = (month: string): string =>
  new Date(Date.parse(`${monthAfter(month)}-01T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
