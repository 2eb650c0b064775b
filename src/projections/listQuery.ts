import type pg from 'pg';
import { InvalidCursor, type ListPage, type ListRequest, type SortOrder } from './listPage.js';
import { searchQuery } from './searchTerms.js';

/** Conditions of a list joined by `and`, each value a parameter. One predicate builds page and total. */
export class Predicate {
  private readonly conditions: string[] = [];
  private searches = false;
  readonly values: unknown[] = [];

  /** `?` stands for the value. */
  where(condition: string, value: unknown): this {
    this.values.push(value);
    this.conditions.push(condition.replaceAll('?', `$${this.values.length}`));
    return this;
  }

  whereTrue(condition: string): this {
    this.conditions.push(condition);
    return this;
  }

  oneOf(column: string, values: readonly unknown[] | null | undefined): this {
    const [only] = values ?? [];
    if (!values) return this;
    // A single value as equality: with an array the planner will not read an index in its order.
    return values.length === 1 ? this.where(`${column} = ?`, only) : this.where(`${column} = any(?)`, values);
  }

  /** Full text over a `tsvector` column; words without letters or digits find nothing. */
  matching(column: string, typed: string | undefined): this {
    if (typed === undefined) return this;
    this.searches = true;
    const query = searchQuery(typed);
    return query === null ? this.whereTrue('false') : this.where(`${column} @@ ?::tsquery`, query);
  }

  /** How many rows match a search is beyond the planner's statistics. */
  get isSearch(): boolean {
    return this.searches;
  }

  get sql(): string {
    return this.conditions.length === 0 ? '' : `where ${this.conditions.join(' and ')}`;
  }

  /** The same conditions, to which more can be added. */
  copy(): Predicate {
    const copy = new Predicate();
    copy.conditions.push(...this.conditions);
    copy.values.push(...this.values);
    return copy;
  }
}

export interface Sortable {
  readonly column: string;
  /** To read the column's value back from a cursor. */
  readonly type: string;
}

/** Where a page ended: the sort it was in, the last row's value and key. */
interface Cursor {
  readonly sort: string;
  readonly order: SortOrder;
  readonly value: string;
  readonly key: string;
}

const encodeCursor = ({ sort, order, value, key }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, order, value, key])).toString('base64url');

const decodeCursor = (text: string): Cursor => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) throw new InvalidCursor();
    const [sort, order, value, key]: unknown[] = parsed;
    if (typeof sort !== 'string' || typeof value !== 'string' || typeof key !== 'string') throw new InvalidCursor();
    if (order !== 'asc' && order !== 'desc') throw new InvalidCursor();
    return { sort, order, value, key };
  } catch {
    throw new InvalidCursor();
  }
};

/** Counting stops here: the next number is only said to be more. */
export const COUNT_LIMIT = 1_000;

export interface ListQuery<Sort extends string> {
  readonly table: string;
  readonly predicate: Predicate;
  readonly sorts: Readonly<Record<Sort, Sortable>>;
  readonly defaultSort: Sort;
  readonly defaultOrder: SortOrder;
  readonly request: ListRequest<Sort>;
  /** Column sent through as it is. */
  readonly item: string;
  /** An exact total that is known without counting. */
  readonly exactTotal?: () => Promise<number>;
}

/**
 * A page by a deferred join: keys first, by an index, then the wide column of only those rows. Statements stay unnamed,
 * since a generic plan of a prepared one would lose the search index.
 *
 * @throws InvalidCursor
 */
export const runListQuery = async <Sort extends string>(pool: pg.Pool, query: ListQuery<Sort>): Promise<ListPage> => {
  const { request } = query;
  const cursor = request.cursor === undefined ? null : decodeCursor(request.cursor);
  const sort = (cursor?.sort ?? request.sort ?? query.defaultSort) as Sort;
  const sortable = Object.hasOwn(query.sorts, sort) ? query.sorts[sort] : undefined;
  if (!sortable) throw new InvalidCursor();
  const order = cursor?.order ?? request.order ?? query.defaultOrder;
  const { page, total } = await (query.predicate.isSearch ? searched : selected)(pool, query, sortable, order, cursor);
  const rows = page.slice(0, request.itemsPerPage);
  const last = rows.at(-1);
  return {
    items: rows.map(({ item }) => item),
    total: total.total,
    totalIsLowerBound: total.isMore,
    nextCursor:
      last && page.length > rows.length ? encodeCursor({ sort, order, value: last.value, key: last.key }) : null,
  };
};

interface PageRow {
  readonly item: string;
  readonly value: string;
  readonly key: string;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Keys by an index first, then the wide column of those rows. One row more than asked for tells of a next page. */
export const pageStatement = <Sort extends string>(
  { table, predicate, item, request: { page, itemsPerPage } }: ListQuery<Sort>,
  { column, type }: Sortable,
  order: SortOrder,
  cursor: Pick<Cursor, 'value' | 'key'> | null,
  filterFirst = false,
): Statement => {
  const bounded = predicate.copy();
  if (cursor) {
    bounded.values.push(cursor.value, cursor.key);
    const [value, key] = [bounded.values.length - 1, bounded.values.length];
    bounded.whereTrue(`(${column}, key) ${order === 'asc' ? '>' : '<'} ($${value}::${type}, $${key})`);
  }
  const offset = cursor ? 0 : (page - 1) * itemsPerPage;
  const matching = `select key, ${column} as value from ${table} ${bounded.sql}`;
  const slice = `limit ${itemsPerPage + 1} offset ${offset}`;
  const chosen = filterFirst
    ? `with found as materialized (${matching}) select key, value from found order by value ${order}, key ${order} ${slice}`
    : `${matching} order by ${column} ${order}, key ${order} ${slice}`;
  return {
    text: `select row.${item}::text as item, chosen.value::text as value, chosen.key
       from (${chosen}) chosen join ${table} row on row.key = chosen.key
      order by chosen.value ${order}, chosen.key ${order}`,
    values: bounded.values,
  };
};

/** A count that stops where the answer is "more". */
export const countStatement = <Sort extends string>({ table, predicate }: ListQuery<Sort>): Statement => ({
  // The planner does not look through a materialized part, so it cannot bet on finding enough matches of a rare word
  // by reading the table from its start; the executor still stops at the limit.
  text: predicate.isSearch
    ? `with found as materialized (select key from ${table} ${predicate.sql})
       select count(*) as counted from (select from found limit ${COUNT_LIMIT + 1}) bounded`
    : `select count(*) as counted from (select from ${table} ${predicate.sql} limit ${COUNT_LIMIT + 1}) bounded`,
  values: predicate.values,
});

interface Selected {
  readonly page: readonly PageRow[];
  readonly total: { readonly total: number; readonly isMore: boolean };
}

const selected = async <Sort extends string>(
  pool: pg.Pool,
  query: ListQuery<Sort>,
  sortable: Sortable,
  order: SortOrder,
  cursor: Cursor | null,
): Promise<Selected> => {
  const [page, total] = await Promise.all([
    selectPage(pool, pageStatement(query, sortable, order, cursor), cursor),
    query.exactTotal ? query.exactTotal().then((exact) => ({ total: exact, isMore: false })) : countRows(pool, query),
  ]);
  return { page, total };
};

/** Few matches are collected and sorted; many are met soon enough by reading in order. */
const searched = async <Sort extends string>(
  pool: pg.Pool,
  query: ListQuery<Sort>,
  sortable: Sortable,
  order: SortOrder,
  cursor: Cursor | null,
): Promise<Selected> => {
  const total = await countRows(pool, query);
  const page = await selectPage(pool, pageStatement(query, sortable, order, cursor, !total.isMore), cursor);
  return { page, total };
};

const selectPage = async (
  pool: pg.Pool,
  { text, values }: Statement,
  cursor: Cursor | null,
): Promise<readonly PageRow[]> => {
  try {
    return (await pool.query<PageRow>(text, [...values])).rows;
  } catch (error) {
    // A value that is not of the column's type can only come from a cursor that somebody made up.
    if (cursor && isDataException(error)) throw new InvalidCursor();
    throw error;
  }
};

const isDataException = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22');

const countRows = async <Sort extends string>(
  pool: pg.Pool,
  query: ListQuery<Sort>,
): Promise<{ total: number; isMore: boolean }> => {
  const { text, values } = countStatement(query);
  const { rows } = await pool.query<{ counted: string }>(text, [...values]);
  const counted = Number(rows[0]?.counted ?? 0);
  return { total: Math.min(counted, COUNT_LIMIT), isMore: counted > COUNT_LIMIT };
};
