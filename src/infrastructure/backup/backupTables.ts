import type pg from 'pg';
import type { BackupTable } from './backupFormat.js';

interface Found {
  readonly schema: BackupTable['schema'];
  readonly name: string;
  readonly columns: string[];
  readonly refers_to: string[];
}

/**
 * Bookkeeping of whoever migrates: a restored database is migrated, not told that it was. And the job queue, whose
 * tables (`_private_…`) belong to its library: the schedule fills it again.
 */
const LEFT_OUT = ['ops.schema_migrations', 'ops.schema_migrations_lock', 'ops.migrations', 'eventstore.migrations'];

const TABLES = `
select n.nspname as schema, c.relname as name,
       array(select a.attname::text from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              order by a.attnum) as columns,
       array(select distinct f.confrelid::regclass::text from pg_constraint f
              where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers_to
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = any($1) and c.relkind = 'r' and c.relpersistence = 'p'
   and n.nspname || '.' || c.relname <> all($2) and c.relname not like '\\_private\\_%'
 order by n.nspname, c.relname`;

/** Tables whose rows belong into a backup, each behind those that it refers to. Unlogged ones are worth nothing later. */
export const backupTables = async (
  client: pg.ClientBase,
  schemas: readonly BackupTable['schema'][],
): Promise<readonly BackupTable[]> => {
  const { rows } = await client.query<Found>(TABLES, [schemas, LEFT_OUT]);
  const ordered: Found[] = [];
  const isPlaced = (name: string): boolean => ordered.some((table) => `${table.schema}.${table.name}` === name);
  let waiting = rows;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ refers_to }) => refers_to.every(isPlaced));
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${waiting[0]?.name ?? ''}`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered.map(({ schema, name, columns }) => ({ schema, name, columns }));
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** `schema.table` as it stands in SQL. */
export const tableInSql = ({ schema, name }: Pick<BackupTable, 'schema' | 'name'>): string =>
  `${quoted(schema)}.${quoted(name)}`;

/** `schema.table (columns)` for `COPY`: named, so that a table that has grown a column still takes the rows. */
export const copyTarget = (table: BackupTable): string =>
  `${tableInSql(table)} (${table.columns.map(quoted).join(', ')})`;
