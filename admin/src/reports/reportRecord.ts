import type { Schemas } from '../api/client.js';

export type SalesRow = Schemas['SalesReportRow'] & { readonly id: string };

export const REPORTS = ['sales', 'returns'] as const;
export type Report = (typeof REPORTS)[number];

/** What is summed together. */
export const GROUPS = ['day', 'week', 'month', 'account', 'category', 'product'] as const;
export type Group = (typeof GROUPS)[number];

export const isGroup = (value: unknown): value is Group => GROUPS.some((group) => group === value);

/** What a report sums by when nobody chose. */
export const FIRST_GROUP: Group = 'month';

/** Time runs backwards from today; everything else stands by what it sold. */
export const sortOf = (group: Group): { readonly field: string; readonly order: 'DESC' } => ({
  field: group === 'day' || group === 'week' || group === 'month' ? 'group' : 'gross',
  order: 'DESC',
});
