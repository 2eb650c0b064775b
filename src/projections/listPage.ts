/** JSON built by PostgreSQL, or kept by it as it was written: sent through untouched, never parsed on the way. */
export type JsonText = string;

export type SortOrder = 'asc' | 'desc';

/** What every list takes. `page` counts from 1; a `cursor` of an earlier page takes the place of `page`, sort and order. */
export interface ListRequest<Sort extends string = string> {
  readonly page: number;
  /** 1 to 100. */
  readonly itemsPerPage: number;
  readonly sort?: Sort;
  readonly order?: SortOrder;
  /** What the user typed into the search box. */
  readonly q?: string;
  readonly cursor?: string;
}

/** A page and its total, both built by one predicate. */
export interface ListPage {
  readonly items: readonly JsonText[];
  readonly total: number;
  /** The set is larger than `total` (contract: shown as "1,000+"). */
  readonly totalIsLowerBound: boolean;
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
}

/** A cursor that we never gave out, or gave out for another list. 400 at the door. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
  constructor() {
    super('The cursor is not one of this list');
  }
}

/** The page lies deeper than pages are counted off to; a cursor goes on from anywhere. 422 at the door. */
export class PageTooDeep extends Error {
  override readonly name = 'PageTooDeep';
  constructor(readonly limit: number) {
    super(`A page may skip ${limit} rows at most; go on with next_cursor, or narrow the list`);
  }
}
