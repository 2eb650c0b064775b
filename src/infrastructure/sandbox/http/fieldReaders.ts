import { fromNaive } from '../bucharestTime.js';

/** A whole number given as number or digits; undefined for anything else. */
export const intOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value.trim())) return undefined;
  return Number(value);
};

/** One number or a list of them, as `status` takes; undefined when the filter is absent or unreadable. */
export const intsOf = (value: unknown): number[] | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  const list = Array.isArray(value) ? value : typeof value === 'object' ? Object.values(value) : [value];
  const numbers = list.map(intOf).filter((number) => number !== undefined);
  return numbers.length > 0 ? numbers : undefined;
};

export const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
};

/** 0 or 1 from the many ways to write them; undefined when absent. */
export const flagOf = (value: unknown): 0 | 1 | undefined => {
  if (value === true || value === 1 || value === '1') return 1;
  return value === false || value === 0 || value === '0' ? 0 : undefined;
};

export const instantOf = (value: unknown): number | undefined => fromNaive(value);

export interface Page {
  readonly page: number;
  readonly size: number;
}

/** The pager of reference §4.1: what is above the cap gets the cap, silently. */
export const pageOf = (filters: Record<string, unknown>, cap = 100): Page => ({
  page: Math.min(Math.max(intOf(filters['currentPage']) ?? 1, 1), 65_535),
  size: Math.min(Math.max(intOf(filters['itemsPerPage']) ?? 100, 1), cap),
});

/** The rows of a page; `shift` moves every page but the first, as rows do that come or go between two calls. */
export const slice = <T>(items: readonly T[], { page, size }: Page, shift = 0): T[] => {
  const from = page === 1 ? 0 : (page - 1) * size + shift;
  return items.slice(from, from + size);
};

/** Counts come as numeric strings (§4.3). */
export const countResults = (items: number, { size }: Page): Record<string, string> => ({
  noOfItems: String(items),
  noOfPages: String(Math.ceil(items / size)),
  itemsPerPage: String(size),
});
