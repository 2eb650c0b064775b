import type { Schemas } from '../api/client.js';

export type SalesRow = Schemas['SalesReportRow'] & { readonly id: string };

export const REPORTS = ['sales', 'returns'] as const;
export type Report = (typeof REPORTS)[number];

/** What is summed together. */
export const GROUPS = ['day', 'week', 'month', 'account', 'category', 'product'] as const;
export type Group = (typeof GROUPS)[number];

export const isGroup = (value: unknown): value is Group => GROUPS.some((group) => group === value);
