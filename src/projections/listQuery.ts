import { createHash } from 'node:crypto';
import type pg from 'pg';
import { InvalidCursor, PageTooDeep, type ListPage, type ListRequest, type SortOrder } from './listPage.js';
import { searchQuery } from './searchTerms.js';
import { currentSnapshot, SNAPSHOT_BATCH, type SnapshotReading } from './snapshot.js';

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
  matching(column: string, typed: string | undefined, codes?: { readonly hasCodes: true }): this {
    if (typed === undefined) return this;
    this.searches = true;
    const query = searchQuery(typed, codes);
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

/** Beyond this row the total is known before the page is read: there may be nothing there, or a shorter way from the end. */
const DEEP_OFFSET = 10_000;
/** Rows that a page may skip; whoever wants to go deeper takes a cursor, which skips none. */
export const MAX_OFFSET = 100_000;

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
  /** Sorts in which an index gives the rows of this predicate whatever its values are: no plan is better for some. */
  readonly steadySorts?: readonly Sort[];
}

/** The list as it is sorted for this request. */
interface Sorted<Sort extends string> extends ListQuery<Sort> {
  readonly sort: Sort;
  readonly sortable: Sortable;
  readonly order: SortOrder;
  readonly cursor: Cursor | null;
}

/**
 * A page by a deferred join: keys first, by an index, then the wide column of only those rows. Statements are prepared
 * only where every value gets the same plan: the generic plan of others would lose an index, that of searches first.
 * Within a snapshot: the next large batch of it.
 *
 * @throws InvalidCursor, PageTooDeep
 */
export const runListQuery = async <Sort extends string>(pool: pg.Pool, query: ListQuery<Sort>): Promise<ListPage> => {
  const { request } = query;
  const cursor = request.cursor === undefined ? null : decodeCursor(request.cursor);
  const sort = (cursor?.sort ?? request.sort ?? query.defaultSort) as Sort;
  const sortable = Object.hasOwn(query.sorts, sort) ? query.sorts[sort] : undefined;
  if (!sortable) throw new InvalidCursor();
  const order = cursor?.order ?? request.order ?? query.defaultOrder;
  const sorted: Sorted<Sort> = { ...query, sort, sortable, order, cursor };

  const snapshot = currentSnapshot();
  if (snapshot) return nextBatch(snapshot, sorted);
  const offset = cursor ? 0 : (request.page - 1) * request.itemsPerPage;
  const isSteady = query.steadySorts?.includes(sort) ?? false;
  if (!isSteady || offset > DEEP_OFFSET) return countedFirst(pool, sorted, offset);
  const [rows, total] = await Promise.all([
    selectPage(pool, sorted, { offset, limit: request.itemsPerPage + 1 }),
    totalOf(pool, sorted),
  ]);
  return pageOf(sorted, rows, total, request.itemsPerPage);
};

interface PageRow {
  readonly item: string;
  readonly value: string;
  readonly key: string;
}

interface Total {
  readonly total: number;
  readonly isMore: boolean;
}

/** One row more than asked for tells of a next page. */
const pageOf = <Sort extends string>(
  { sort, order }: Pick<Sorted<Sort>, 'sort' | 'order'>,
  found: readonly PageRow[],
  { total, isMore }: Total,
  itemsPerPage: number,
): ListPage => {
  const rows = found.slice(0, itemsPerPage);
  const last = rows.at(-1);
  return {
    items: rows.map(({ item }) => item),
    total,
    totalIsLowerBound: isMore,
    nextCursor:
      last && found.length > rows.length ? encodeCursor({ sort, order, value: last.value, key: last.key }) : null,
  };
};

/**
 * Few matches are collected and sorted; many are met soon enough by reading in order. Which of the two it is the planner
 * would have to guess, and it guesses wrong where filters depend on each other: orders that the marketplace fulfils have
 * no AWB of ours, and looking for one in the order of a sort would pass over all of them.
 */
const countedFirst = async <Sort extends string>(
  pool: pg.Pool,
  list: Sorted<Sort>,
  offset: number,
): Promise<ListPage> => {
  const { itemsPerPage } = list.request;
  const total = await totalOf(pool, list);
  if (!total.isMore && offset >= total.total) return pageOf(list, [], total, itemsPerPage);
  const filterFirst = isFew(total);
  if (offset <= DEEP_OFFSET) {
    return pageOf(
      list,
      await selectPage(pool, list, { offset, limit: itemsPerPage + 1, filterFirst }),
      total,
      itemsPerPage,
    );
  }
  const behind = total.isMore ? Infinity : Math.max(0, total.total - offset - itemsPerPage);
  if (Math.min(offset, behind) > MAX_OFFSET) throw new PageTooDeep(MAX_OFFSET);
  if (offset <= behind) {
    return pageOf(list, await selectPage(pool, list, { offset, limit: itemsPerPage + 1 }), total, itemsPerPage);
  }
  // From the end: the same rows, met backwards; the row behind them, if there is one, is met first.
  const hasNext = behind > 0;
  const backwards = await selectPage(
    pool,
    { ...list, order: list.order === 'asc' ? 'desc' : 'asc' },
    hasNext
      ? { offset: behind - 1, limit: itemsPerPage + 1 }
      : { offset: 0, limit: Math.min(itemsPerPage, total.total - offset) },
  );
  return pageOf(list, [...backwards].reverse(), total, itemsPerPage);
};

const isFew = ({ total, isMore }: Total): boolean => !isMore && total <= COUNT_LIMIT;

/**
 * Without a total. A list that is read whole goes along its sort's index, once from end to end however many batches it
 * takes; only few matches are collected instead.
 */
const nextBatch = async <Sort extends string>({ client }: SnapshotReading, list: Sorted<Sort>): Promise<ListPage> => {
  const filterFirst = list.cursor === null && isFew(await countRows(client, list));
  await client.query(`set local enable_sort = ${filterFirst ? 'on' : 'off'}`);
  const rows = await selectPage(client, list, { offset: 0, limit: SNAPSHOT_BATCH + 1, filterFirst });
  return pageOf(list, rows, { total: 0, isMore: false }, SNAPSHOT_BATCH);
};

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Slice {
  readonly offset: number;
  readonly limit: number;
  /** Collect all that match before they are sorted. */
  readonly filterFirst?: boolean;
}

/** Keys by an index first, then the wide column of those rows. */
export const pageStatement = <Sort extends string>(
  {
    table,
    predicate,
    item,
    sortable: { column, type },
    order,
    cursor,
  }: Pick<Sorted<Sort>, 'table' | 'predicate' | 'item' | 'sortable' | 'order'> & {
    readonly cursor: Pick<Cursor, 'value' | 'key'> | null;
  },
  { offset, limit, filterFirst = false }: Slice,
): Statement => {
  const bounded = predicate.copy();
  if (cursor) {
    bounded.values.push(cursor.value, cursor.key);
    const [value, key] = [bounded.values.length - 1, bounded.values.length];
    bounded.whereTrue(`(${column}, key) ${order === 'asc' ? '>' : '<'} ($${value}::${type}, $${key})`);
  }
  const matching = `select key, ${column} as value from ${table} ${bounded.sql}`;
  const slice = `limit ${limit} offset ${offset}`;
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
export const countStatement = ({ table, predicate }: { table: string; predicate: Predicate }): Statement => ({
  // The planner does not look through a materialized part, so it cannot bet on finding enough matches of a rare word
  // by reading the table from its start; the executor still stops at the limit.
  text: predicate.isSearch
    ? `with found as materialized (select key from ${table} ${predicate.sql})
       select count(*) as counted from (select from found limit ${COUNT_LIMIT + 1}) bounded`
    : `select count(*) as counted from (select from ${table} ${predicate.sql} limit ${COUNT_LIMIT + 1}) bounded`,
  values: predicate.values,
});

type Connection = pg.Pool | pg.ClientBase;

const selectPage = async <Sort extends string>(
  connection: Connection,
  list: Sorted<Sort>,
  slice: Slice,
): Promise<readonly PageRow[]> => {
  const { text, values } = pageStatement(list, slice);
  const name = nameOf(list, slice, text);
  try {
    return (await connection.query<PageRow>({ text, values: [...values], ...(name !== null && { name }) })).rows;
  } catch (error) {
    // A value that is not of the column's type can only come from a cursor that somebody made up.
    if (list.cursor && isDataException(error)) throw new InvalidCursor();
    throw error;
  }
};

/** Page sizes that people choose: each is a statement of its own on each connection. */
const USUAL_SIZES: ReadonlySet<number> = new Set([10, 25, 50, 100]);

const nameOf = <Sort extends string>(
  { sort, steadySorts, request: { itemsPerPage } }: Sorted<Sort>,
  { offset, filterFirst }: Slice,
  text: string,
): string | null =>
  offset === 0 && !filterFirst && steadySorts?.includes(sort) && USUAL_SIZES.has(itemsPerPage)
    ? statementName(text)
    : null;

const statementNames = new Map<string, string>();

/** PostgreSQL cuts names at 63 characters, so a text is known by its digest. */
const statementName = (text: string): string => {
  const known = statementNames.get(text) ?? createHash('sha256').update(text).digest('base64url');
  statementNames.set(text, known);
  return known;
};

const isDataException = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22');

const totalOf = async <Sort extends string>(connection: Connection, list: ListQuery<Sort>): Promise<Total> =>
  list.exactTotal ? { total: await list.exactTotal(), isMore: false } : countRows(connection, list);

const countRows = async (
  connection: Connection,
  list: { readonly table: string; readonly predicate: Predicate },
): Promise<Total> => {
  const { text, values } = countStatement(list);
  const { rows } = await connection.query<{ counted: string }>(text, [...values]);
  const counted = Number(rows[0]?.counted ?? 0);
  return { total: Math.min(counted, COUNT_LIMIT), isMore: counted > COUNT_LIMIT };
};
