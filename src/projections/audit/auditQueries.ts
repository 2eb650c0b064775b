import type { ListPage, ListRequest } from '../listPage.js';

/** What is absent does not filter. */
export interface AuditFilter {
  /** User name, job name, `cli`. */
  readonly actor?: string;
  readonly kinds?: readonly string[];
  /** `user`, `account`, …, or one object of a kind: `account:main`. */
  readonly object?: string;
  /** Instants, ISO 8601 UTC, both inclusive. */
  readonly from?: string;
  readonly to?: string;
}

/** Administrative acts in the shape of `GET /audit`. */
export interface AuditQueries {
  list(filter: AuditFilter, request: ListRequest<'at'>): Promise<ListPage>;
}
