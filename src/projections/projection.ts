import type { RecordedEvent } from '../application/ports/eventStore.js';

/** A column of a read model. `type` is PostgreSQL's, constraints included. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** `definition` follows the table's name in `create index`: `(account, ordered_at desc)`. */
export interface Index {
  readonly name: string;
  readonly definition: string;
  /** Made with the table: a rollup reads by it while the table fills. */
  readonly isNeededToFill?: true;
}

/** A table whose rows are found by the text column `key`, which the runner adds. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly indexes: readonly Index[];
}

/**
 * A table of sums kept by the runner: it subtracts what a row contributed before and adds what it contributes after, so
 * that totals are exact without being counted. Additions commute, therefore streams may be applied in any order.
 */
export interface Counter {
  readonly name: string;
  readonly by: readonly Column[];
  /** Columns of type bigint: counts, or amounts in hundredths. */
  readonly sums: readonly string[];
  readonly indexes: readonly Index[];
}

export interface Contribution {
  readonly counter: string;
  /** Values of the counter's `by` columns, in their order. */
  readonly by: readonly string[];
  /** Values of its `sums` columns, in their order. */
  readonly sums: readonly number[];
}

/** The rows of a rollup by some of its columns, counted in a table of the counter's own. */
export interface RollupCounter {
  readonly name: string;
  readonly by: readonly Column[];
}

/**
 * A table of rows that each follow from all rows of the main table with one value in common: a customer from their
 * orders. The runner computes every group that a batch touches anew, so that late and reordered events end in the same
 * rows, and a first or a last needs no history.
 */
export interface Rollup<State = unknown> {
  readonly name: string;
  /** Beside `key` and `group_key`, which the runner adds. */
  readonly columns: readonly Column[];
  readonly indexes: readonly Index[];
  readonly counters: readonly RollupCounter[];
  /** The group of a row, or null when it belongs to none. */
  groupOf(state: State): string | null;
  /** What of a state the group's rows follow from: while it stays the same the group is left alone. */
  basisOf(state: State): unknown;
  /**
   * A query of `key`, `group_key` and the columns, in this order, for the groups of the array parameter `$1`; `table` is
   * the main table. It finds a group's rows by an index that `isNeededToFill`.
   */
  query(table: string): string;
}

/** Values by column name; what PostgreSQL cannot read from JSON as the column's type parks the event. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * One read model: a state per key folded from events, and the rows that follow from it. Pure; the runner does the I/O.
 * States are plain JSON and are kept beside their row.
 */
export interface Projection<State = unknown> {
  /** The checkpoint's key and the prefix by which routes name it. */
  readonly name: string;
  /** Raised whenever tables or meaning change: the runner then fills new tables beside the old ones. */
  readonly version: number;
  readonly streamPrefixes: readonly string[];
  /** The account that an event is about; what is of an account whose demonstration data was left makes no rows. */
  readonly accountOf?: (event: RecordedEvent) => string | null;
  readonly table: Table;
  /** Tables with any number of rows per state. */
  readonly children: readonly Table[];
  readonly counters: readonly Counter[];
  readonly rollups?: readonly Rollup<State>[];

  /** The state that this event changes, or undefined when it changes none. */
  keyOf(event: RecordedEvent): string | undefined;
  /** The same object when the event changes nothing, as when it was delivered before. Undefined: still no row. */
  evolve(state: State | undefined, event: RecordedEvent): State | undefined;
  row(state: State): Row;
  childRows(state: State): readonly ChildRow[];
  contributions(state: State): readonly Contribution[];
}

export interface ChildRow {
  readonly table: string;
  readonly key: string;
  readonly row: Row;
}
