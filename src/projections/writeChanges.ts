import type pg from 'pg';
import type { Changes, StatesBefore } from './batchFold.js';
import type { Contribution, Counter, Projection, Table } from './projection.js';
import { rollUp } from './rollUp.js';
import { physicalName } from './tables.js';

/** The states that a batch touches. */
export const loadStates = async (
  client: pg.ClientBase,
  projection: Projection,
  generation: number,
  keys: ReadonlySet<string>,
): Promise<StatesBefore> => {
  if (keys.size === 0) return new Map();
  const { rows } = await client.query<{ key: string; state: unknown }>(
    `select key, state from ${physicalName(projection.table.name, generation)} where key = any($1)`,
    [[...keys]],
  );
  return new Map(rows.map(({ key, state }) => [key, state]));
};

/** Writes what a batch changed, one statement per table whatever the number of rows. */
export const writeChanges = async (
  client: pg.ClientBase,
  projection: Projection,
  generation: number,
  { rows, children, counters, groups }: Changes,
): Promise<void> => {
  if (rows.length > 0) {
    const columns = ['state', ...columnNames(projection.table)];
    const values = rows.map(({ key, state, row }) => ({ key, state, ...row }));
    await upsert(client, projection.table.name, generation, columns, values);
  }
  for (const table of projection.children) {
    const changed = children.get(table.name);
    if (!changed) continue;
    if (changed.removed.length > 0) {
      await client.query(`delete from ${physicalName(table.name, generation)} where key = any($1)`, [changed.removed]);
    }
    if (changed.rows.length > 0) {
      await upsert(client, table.name, generation, ['owner', ...columnNames(table)], changed.rows);
    }
  }
  for (const counter of projection.counters) {
    const changed = counters.get(counter.name);
    if (changed) await addToCounter(client, counter, generation, changed);
  }
  for (const rollup of projection.rollups ?? []) {
    const touched = groups.get(rollup.name);
    if (touched && touched.size > 0) await rollUp(client, projection, rollup, generation, [...touched]);
  }
};

const columnNames = ({ columns }: Table): string[] => columns.map(({ name }) => name);

/** One JSON parameter holds all rows: no limit on their number, and types are the table's own. */
const upsert = async (
  client: pg.ClientBase,
  table: string,
  generation: number,
  columns: readonly string[],
  rows: readonly object[],
): Promise<void> => {
  const name = physicalName(table, generation);
  const list = columns.join(', ');
  await client.query(
    `insert into ${name} (key, ${list}) select key, ${list} from json_populate_recordset(null::${name}, $1::json)
     on conflict (key) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [JSON.stringify(rows)],
  );
};

const addToCounter = async (
  client: pg.ClientBase,
  { name, by, sums }: Counter,
  generation: number,
  contributions: readonly Contribution[],
): Promise<void> => {
  const table = physicalName(name, generation);
  const keys = by.map((column) => column.name);
  const list = [...keys, ...sums].join(', ');
  const rows = contributions.map((contribution) =>
    Object.fromEntries([
      ...keys.map((key, index) => [key, contribution.by[index]]),
      ...sums.map((sum, index) => [sum, contribution.sums[index]]),
    ]),
  );
  await client.query(
    `insert into ${table} as total (${list}) select ${list} from json_populate_recordset(null::${table}, $1::json)
     on conflict (${keys.join(', ')}) do update set ${sums.map((sum) => `${sum} = total.${sum} + excluded.${sum}`).join(', ')}`,
    [JSON.stringify(rows)],
  );
};
