import type pg from 'pg';
import type { Projection, Rollup, RollupCounter } from './projection.js';
import { COUNTED_ROWS, physicalName } from './tables.js';

/** Both sides of the difference are summed in one statement, since a statement cannot change one row twice. */
const countDifference = ({ name, by }: RollupCounter, generation: number): string => {
  const table = physicalName(name, generation);
  const columns = by.map((column) => column.name).join(', ');
  return `insert into ${table} as total (${columns}, ${COUNTED_ROWS})
    select ${columns}, sum(n) from (
      select ${columns}, 1 as n from fresh union all select ${columns}, -1 from old) difference
     group by ${columns} having sum(n) <> 0 order by ${columns}
    on conflict (${columns}) do update set ${COUNTED_ROWS} = total.${COUNTED_ROWS} + excluded.${COUNTED_ROWS}
    returning 1`;
};

/**
 * Rows of the groups of the array parameter `$1`, group by group. While a table fills the planner has no statistics
 * and would read all of it for a batch of groups; `offset 0` leaves it no other way than the index.
 */
export const rowsOfGroups = (table: string, column: string, columns: readonly string[]): string =>
  `select ${columns.map((name) => `member.${name}`).join(', ')} from unnest($1::text[]) as touched(id)
    cross join lateral (select ${columns.join(', ')} from ${table} where ${column} = touched.id offset 0) member`;

/**
 * Computes the rows of the touched groups anew from the main table, as it is after the batch, and replaces those that
 * there were; rows of a group that is empty now are gone. One statement: every part of it sees the rows of before.
 */
export const rollUp = async (
  client: pg.ClientBase,
  projection: Projection,
  { name, columns, counters, query }: Rollup,
  generation: number,
  groups: readonly string[],
): Promise<void> => {
  const table = physicalName(name, generation);
  const list = ['key', 'group_key', ...columns.map((column) => column.name)];
  const updates = list.slice(1).map((column) => `${column} = excluded.${column}`);
  const counted = counters.map((counter, index) => `counted_${index} as (${countDifference(counter, generation)})`);
  await client.query(
    `with fresh as materialized (${query(physicalName(projection.table.name, generation))}),
     old as materialized (${rowsOfGroups(table, 'group_key', list)}),
     ${counted.map((sql) => `${sql},`).join('\n')}
     gone as (delete from ${table} where key = any(array(select key from old except select key from fresh)) returning 1)
     insert into ${table} (${list.join(', ')}) select ${list.join(', ')} from fresh
     on conflict (key) do update set ${updates.join(', ')}`,
    [groups],
  );
};
