import type { Column, Counter, Projection, Table } from './projection.js';

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

/** Secondary indexes of a generation by name, with the table whose statistics the planner needs once they exist. */
export const secondaryIndexes = (
  projection: Projection,
  generation: number,
): readonly { readonly name: string; readonly table: string; readonly sql: string }[] =>
  tablesOf(projection).flatMap(({ name: table, indexes }) =>
    indexes.map(({ name, definition }) => {
      const index = `${table}_v${generation}_${name}`;
      const physical = physicalName(table, generation);
      return {
        name: index,
        table: physical,
        sql: `create index if not exists "${index}" on ${physical} ${definition}`,
      };
    }),
  );
