import { z } from 'zod';
import type { ListPage, ListRequest } from '../../projections/listPage.js';
import { RawJson, type Answer } from './answer.js';
import { EXPORT_FORMATS } from './exports/exportFormats.js';
import { offsetPage, sliceOf, type OffsetSlice } from './offsetPages.js';
import { intQuery } from './params.js';

const MAX_PAGE = 1_000_000;

/** What every list takes; every list is also given as a file. */
export const listFields = <const S extends readonly [string, ...string[]]>(sorts: S) => ({
  format: z
    .enum(['json', ...EXPORT_FORMATS])
    .optional()
    .meta({ description: '`csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor`' }),
  page: intQuery(1, MAX_PAGE, 'Page, from 1').optional(),
  items_per_page: intQuery(1, 100, 'Rows on a page; 25 when absent').optional(),
  sort: z.enum(sorts).optional().meta({ description: 'Column to sort by' }),
  order: z.enum(['asc', 'desc']).optional().meta({ description: 'Direction of the sort' }),
  q: z.string().trim().min(1).max(200).optional().meta({ description: 'Search' }),
  cursor: z.string().min(1).max(1_000).optional().meta({ description: '`next_cursor` of the page before' }),
});

export interface ListInput<Sort extends string> {
  readonly page?: number | undefined;
  readonly items_per_page?: number | undefined;
  readonly sort?: Sort | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
}

const DEFAULT_ITEMS = 25;

export const pageOf = (query: Pick<ListInput<string>, 'page' | 'items_per_page'>) => ({
  page: query.page ?? 1,
  itemsPerPage: query.items_per_page ?? DEFAULT_ITEMS,
});

export const listRequestOf = <Sort extends string>(query: ListInput<Sort>): ListRequest<Sort> => ({
  ...pageOf(query),
  ...(query.sort !== undefined && { sort: query.sort }),
  ...(query.order !== undefined && { order: query.order }),
  ...(query.q !== undefined && { q: query.q }),
  ...(query.cursor !== undefined && { cursor: query.cursor }),
});

/** The members that stand beside the rows of every list. */
const listMembers = (totalName: 'total' | 'total_count') => ({
  [totalName]: z.int().nonnegative(),
  page: z.int().positive(),
  items_per_page: z.int().positive(),
  total_pages: z.int().nonnegative(),
  next_cursor: z.string().nullable(),
  total_is_lower_bound: z.literal(true).optional(),
});

/** The schema of a list answer; rows stand under `key`. */
export const listSchema = (
  key: string,
  row: z.ZodType,
  totalName: 'total' | 'total_count' = 'total',
  more: Readonly<Record<string, z.ZodType>> = {},
) => z.object({ [key]: z.array(row), ...listMembers(totalName), ...more });

/** Where the rows of a list answer stand, and what one row is. */
export interface ListShape {
  readonly key: string;
  readonly row: z.ZodType;
}

/** Null for an answer that is no list. */
export const listShapeOf = (schema: z.ZodType | undefined): ListShape | null => {
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, 'next_cursor')) return null;
  for (const [key, member] of Object.entries(schema.shape as Record<string, unknown>)) {
    if (member instanceof z.ZodArray) return { key, row: member.element as z.ZodType };
  }
  return null;
};

interface ListAnswerOptions {
  readonly key: string;
  readonly url: URL;
  readonly request: { readonly page: number; readonly itemsPerPage: number; readonly cursor?: string };
  readonly totalName?: 'total' | 'total_count';
  readonly more?: Readonly<Record<string, unknown>>;
}

const linkTo = (url: URL, change: Readonly<Record<string, string | null>>): string => {
  const target = new URL(url);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) target.searchParams.delete(name);
    else target.searchParams.set(name, value);
  }
  return `${target.pathname}${target.search}`;
};

/** A page as the contract shapes it, with `Link` and `X-Total-Count`. Rows that are text go out untouched. */
export const listAnswer = (
  { items, total, totalIsLowerBound, nextCursor }: ListPage,
  { key, url, request, totalName = 'total', more = {} }: ListAnswerOptions,
): Answer => {
  const { page, itemsPerPage, cursor } = request;
  const totalPages = Math.ceil(total / itemsPerPage);
  const members = JSON.stringify({
    [totalName]: total,
    page,
    items_per_page: itemsPerPage,
    total_pages: totalPages,
    next_cursor: nextCursor,
    ...(totalIsLowerBound && { total_is_lower_bound: true }),
    ...more,
  });
  const hasNext = cursor === undefined && (page < totalPages || (totalIsLowerBound && items.length === itemsPerPage));
  const links = [
    [linkTo(url, { page: '1', cursor: null }), 'first'],
    ...(cursor === undefined && page > 1 ? [[linkTo(url, { page: String(page - 1) }), 'prev']] : []),
    ...(hasNext ? [[linkTo(url, { page: String(page + 1) }), 'next']] : []),
    ...(cursor !== undefined && nextCursor !== null ? [[linkTo(url, { cursor: nextCursor, page: null }), 'next']] : []),
    ...(totalPages > 0 && !totalIsLowerBound
      ? [[linkTo(url, { page: String(totalPages), cursor: null }), 'last']]
      : []),
  ];
  return {
    status: 200,
    headers: {
      'x-total-count': String(total),
      link: links.map(([target, relation]) => `<${target}>; rel="${relation}"`).join(', '),
    },
    body: new RawJson(`{${JSON.stringify(key)}:[${items.join(',')}],${members.slice(1)}`),
  };
};

/** The same for rows that are still objects, of a list that goes on by offset and whose total is exact. */
export const rowsAnswer = (
  { items, total }: { readonly items: readonly unknown[]; readonly total: number },
  { slice, ...options }: Omit<ListAnswerOptions, 'key'> & { readonly key?: string; readonly slice: OffsetSlice },
): Answer => listAnswer(offsetPage(slice, items, { total }), { key: 'items', ...options });

const textsOf = (row: object): string => JSON.stringify(Object.values(row)).toLowerCase();

/** A page of a list that is short enough to be whole in memory; without `sort` in the order that it came in. */
export const shortListAnswer = <Row extends object>(
  rows: readonly Row[],
  query: ListInput<string & keyof Row>,
  url: URL,
): Answer => {
  const { sort, order, q } = query;
  const request = listRequestOf(query);
  const found = q === undefined ? [...rows] : rows.filter((row) => textsOf(row).includes(q.toLowerCase()));
  if (sort !== undefined) found.sort((a, b) => String(a[sort]).localeCompare(String(b[sort]), 'ro'));
  if (order === 'desc') found.reverse();
  const slice = sliceOf(request);
  const { offset, limit } = slice;
  return rowsAnswer({ items: found.slice(offset, offset + limit), total: found.length }, { slice, url, request });
};
