import { z } from 'zod';

/** Raised when an older release could not restore what this one writes. */
export const BACKUP_FORMAT = 1;

const digits = z.string().regex(/^-?\d+$/);

const tableSchema = z.object({
  schema: z.enum(['ops', 'eventstore']),
  name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
  columns: z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)),
});

const readModelSchema = z.object({
  projection: z.string(),
  definition: z.int(),
  position: digits,
  tables: z.array(z.object({ name: z.string(), rows: digits, digest: digits })),
});

/** First entry of a backup: everything that decides whether, and into what, it can be restored. */
export const manifestSchema = z.object({
  format: z.int(),
  version: z.string(),
  created_at: z.iso.datetime(),
  /** `external`: the log is in an EventStoreDB of its own, and backed up with its own means. */
  log: z.enum(['embedded', 'external']),
  store_id: z.string(),
  /** Newest position of the log. */
  head: digits,
  /** Names of the migrations that made these tables. */
  migrations: z.object({ ops: z.array(z.string()), eventstore: z.array(z.string()) }),
  /** In the order in which they can be filled: a table stands behind those that it refers to. */
  tables: z.array(tableSchema),
  read_models: z.array(readModelSchema),
});

/** Last entry of a backup. Without it the file was cut off. */
export const summarySchema = z.object({
  tables: z.array(z.object({ schema: z.string(), name: z.string(), rows: z.int(), sha256: z.string() })),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});

export type BackupManifest = z.output<typeof manifestSchema>;
export type BackupTable = z.output<typeof tableSchema>;
export type BackupSummary = z.output<typeof summarySchema>;

/** Names of the entries of the archive, in their order. */
export const ENTRY = {
  manifest: 'manifest.json',
  /** Files of the data folder. */
  file: (name: string): string => `files/${name}`,
  /** A table comes in parts, since an archive wants the size of each entry before its bytes. */
  table: ({ schema, name }: Pick<BackupTable, 'schema' | 'name'>, part: number): string =>
    `tables/${schema}.${name}/${String(part).padStart(8, '0')}`,
  summary: 'summary.json',
} as const;

export const FILE_ENTRY = /^files\/((?:[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*)$/;
export const TABLE_ENTRY = /^tables\/(ops|eventstore)\.([a-z_][a-z0-9_]*)\/\d{8}$/;

/** Name of the entry that holds the master key. */
export const SECRET_FILE = 'secret.key';

/** The file is not a whole backup. The message says what is wrong with it. */
export class BackupDamaged extends Error {
  override readonly name = 'BackupDamaged';
}

/** The file was written by a newer release, or of a database of a newer release. */
export class BackupIsNewer extends Error {
  override readonly name = 'BackupIsNewer';
}
