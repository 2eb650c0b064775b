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
  { table, children, counters, rollups = [] }: Projection,
  generation: number,
): { name: string; sql: string }[] => [
  createTable(table.name, generation, `key text primary key, state json not null, ${columnsOf(table.columns)}`),
  ...children.map((child) =>
    createTable(child.name, generation, `key text primary key, owner text not null, ${columnsOf(child.columns)}`),
  ),
  ...counters.map((counter) => createCounter(counter, generation)),
  ...rollups.flatMap((rollup) => [
    createTable(rollup.name, generation, `key text primary key, group_key text not null, ${columnsOf(rollup.columns)}`),
    ...rollup.counters.map(({ name, by }) => createCounter({ name, by, sums: [COUNTED_ROWS] }, generation)),
  ]),
];

/** The only sum of a rollup's counter. */
export const COUNTED_ROWS = 'counted';

const createCounter = (
  { name, by, sums }: Pick<Counter, 'name' | 'by' | 'sums'>,
  generation: number,
): { name: string; sql: string } =>
  createTable(
    name,
    generation,
    `${columnsOf(by)}, ${sums.map((sum) => `${sum} bigint not null`).join(', ')}, ` +
      `primary key (${by.map((column) => column.name).join(', ')})`,
  );

/** A rollup is written by group: whole groups are replaced. */
const groupIndex: Index = { name: 'group', definition: '(group_key)', isNeededToFill: true };

const tablesOf = ({
  table,
  children,
  counters,
  rollups = [],
}: Projection): readonly Pick<Table, 'name' | 'indexes'>[] => [
  table,
  ...children,
  ...counters,
  ...rollups.map(({ name, indexes }) => ({ name, indexes: [groupIndex, ...indexes] })),
];

/** The few indexes that filling itself reads by. */
export const indexesToFill = (projection: Projection, generation: number): readonly string[] =>
  secondaryIndexes(projection, generation)
    .filter(({ isNeededToFill }) => isNeededToFill)
    .map(({ sql }) => sql);

/** Secondary indexes of a generation by name, with the table whose statistics the planner needs once they exist. */
export const secondaryIndexes = (
  projection: Projection,
  generation: number,
): readonly {
  readonly name: string;
  readonly table: string;
  readonly sql: string;
  readonly isNeededToFill: boolean;
}[] =>
  tablesOf(projection).flatMap(({ name: table, indexes }) =>
    indexes.map(({ name, definition, isNeededToFill = false }) => {
      const index = `${table}_v${generation}_${name}`;
      const physical = physicalName(table, generation);
      return {
        name: index,
        table: physical,
        isNeededToFill,
        sql: `create index if not exists "${index}" on ${physical} ${definition}`,
      };
    }),
  );
