import type { RecordedEvent } from '../application/ports/eventStore.js';
import type { Contribution, Projection, Rollup, Row } from './projection.js';

/** States by key, as they stand in the table before a batch. */
export type StatesBefore = ReadonlyMap<string, unknown>;

export interface ChangedRow {
  readonly key: string;
  readonly state: unknown;
  readonly row: Row;
}

export interface ChangedChildren {
  /** Rows that are new or different, each with its key and that of its state. */
  readonly rows: readonly Row[];
  /** Keys of rows that are gone. */
  readonly removed: readonly string[];
}

/** What a batch does to the tables of one projection. */
export interface Changes {
  readonly rows: readonly ChangedRow[];
  readonly children: ReadonlyMap<string, ChangedChildren>;
  /** By counter: net contributions, zeros left out. */
  readonly counters: ReadonlyMap<string, readonly Contribution[]>;
  /** By rollup: groups whose rows may be others now. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Keys that a batch touches; the runner loads their states. */
export const touchedKeys = (projection: Projection, events: readonly RecordedEvent[]): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const event of events) {
    const key = projection.keyOf(event);
    if (key !== undefined) keys.add(key);
  }
  return keys;
};

/** Folds a batch in memory: events in order, one change per touched row, whatever number of events hit it. */
export const foldBatch = (projection: Projection, before: StatesBefore, events: readonly RecordedEvent[]): Changes => {
  const after = new Map<string, unknown>();
  for (const event of events) {
    const key = projection.keyOf(event);
    if (key === undefined) continue;
    const state = after.has(key) ? after.get(key) : before.get(key);
    after.set(key, projection.evolve(state, event));
  }

  const rows: ChangedRow[] = [];
  const children = new ChildChanges();
  const counters = new CounterChanges();
  const groups = new Map<string, Set<string>>();
  for (const [key, state] of after) {
    const old = before.get(key);
    if (state === undefined || state === old) continue;
    rows.push({ key, state, row: projection.row(state) });
    children.replace(key, old === undefined ? [] : projection.childRows(old), projection.childRows(state));
    if (old !== undefined) counters.add(projection.contributions(old), -1);
    counters.add(projection.contributions(state), 1);
    for (const rollup of projection.rollups ?? []) touchGroups(rollup, old, state, groups);
  }
  return { rows, children: children.byTable, counters: counters.net(), groups };
};

/** A row that moves from one group to another changes both. */
const touchGroups = (rollup: Rollup, old: unknown, state: unknown, groups: Map<string, Set<string>>): void => {
  const [before, now] = [old === undefined ? null : rollup.groupOf(old), rollup.groupOf(state)];
  if (before === now && old !== undefined && isSame(rollup.basisOf(old), rollup.basisOf(state))) return;
  const touched = groups.get(rollup.name) ?? new Set<string>();
  groups.set(rollup.name, touched);
  for (const group of [before, now]) if (group !== null) touched.add(group);
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

class ChildChanges {
  readonly byTable = new Map<string, { rows: Row[]; removed: string[] }>();

  replace(owner: string, old: ReturnType<Projection['childRows']>, now: ReturnType<Projection['childRows']>): void {
    const oldRows = new Map(old.map((child) => [`${child.table}\n${child.key}`, child]));
    for (const { table, key, row } of now) {
      const id = `${table}\n${key}`;
      const was = oldRows.get(id);
      oldRows.delete(id);
      if (was && JSON.stringify(was.row) === JSON.stringify(row)) continue;
      this.of(table).rows.push({ key, owner, ...row });
    }
    for (const { table, key } of oldRows.values()) this.of(table).removed.push(key);
  }

  private of(table: string): { rows: Row[]; removed: string[] } {
    const known = this.byTable.get(table);
    if (known) return known;
    const fresh = { rows: [], removed: [] };
    this.byTable.set(table, fresh);
    return fresh;
  }
}

class CounterChanges {
  private readonly byCounter = new Map<string, Map<string, { by: readonly string[]; sums: number[] }>>();

  add(contributions: readonly Contribution[], sign: 1 | -1): void {
    for (const { counter, by, sums } of contributions) {
      const totals = this.byCounter.get(counter) ?? new Map<string, { by: readonly string[]; sums: number[] }>();
      this.byCounter.set(counter, totals);
      const id = by.join('\n');
      const total = totals.get(id) ?? { by, sums: sums.map(() => 0) };
      totals.set(id, total);
      sums.forEach((value, index) => (total.sums[index] = (total.sums[index] ?? 0) + sign * value));
    }
  }

  net(): Map<string, readonly Contribution[]> {
    const net = new Map<string, readonly Contribution[]>();
    for (const [counter, totals] of this.byCounter) {
      const changed = [...totals.values()].filter(({ sums }) => sums.some((value) => value !== 0));
      if (changed.length > 0)
        net.set(
          counter,
          changed.map(({ by, sums }) => ({ counter, by, sums })),
        );
    }
    return net;
  }
}
