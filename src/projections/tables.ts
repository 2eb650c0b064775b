import type { Column, Counter, Index, Projection, Table } from './projection.js';

/** Physical name of a table in one generation of its projection, quoted and with its schema. */
export const physicalName = (table: string, generation: number): string => `read."${table}_v${generation}"`;

const columnsOf = (columns: readonly Column[]): string => columns.map(({ name, type }) => `${name} ${type}`).join(', ');

const createTable = (table: string, generation: number, definition: string): { name: string; sql: string } => {
  const name = physicalName(table, generation);
  return { name, sql: `create table ${name} (${definition}) with (autovacuum_vacuum_scale_factor = 0.05)` };
};

/** `create table` for a fresh generation, without secondary indexes: filling is several times faster without them. */
export const createTables = (
  { table, children, counters }: Projection,
  generation: number,
): { name: string; sql: string }[] => [
  createTable(table.name, generation, `key text primary key, state json not null, ${columnsOf(table.columns)}`),
  ...children.map((child) =>
    createTable(child.name, generation, `key text primary key, owner text not null, ${columnsOf(child.columns)}`),
  ),
  ...counters.map(({ name, by, sums }) =>
    createTable(
      name,
      generation,
      `${columnsOf(by)}, ${sums.map((sum) => `${sum} bigint not null`).join(', ')}, ` +
        `primary key (${by.map((column) => column.name).join(', ')})`,
    ),
  ),
];

const tablesOf = ({ table, children, counters }: Projection): readonly (Table | Counter)[] => [
  table,
  ...children,
  ...counters,
];

const createIndexesOf = (table: string, indexes: readonly Index[], generation: number): string[] =>
  indexes.map(
    ({ name, definition }) =>
      `create index if not exists "${table}_v${generation}_${name}" on ${physicalName(table, generation)} ${definition}`,
  );

/** Secondary indexes, and fresh statistics for the planner, once the tables are filled. */
export const createIndexes = (projection: Projection, generation: number): string[] =>
  tablesOf(projection).flatMap(({ name, indexes }) => [
    ...createIndexesOf(name, indexes, generation),
    `analyze ${physicalName(name, generation)}`,
  ]);
