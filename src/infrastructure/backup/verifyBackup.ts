import { createHash } from 'node:crypto';
import { z } from 'zod';
import { migrations } from '../postgres/migrations/migrations.js';
import { eventStoreMigrations } from '../eventstoreServer/migrate.js';
import { archiveEntries, wholeEntry, type ArchiveEntry } from './archiveReader.js';
import { sha256 } from './archiveWriter.js';
import {
  BACKUP_FORMAT,
  BackupDamaged,
  BackupIsNewer,
  ENTRY,
  FILE_ENTRY,
  manifestSchema,
  summarySchema,
  TABLE_ENTRY,
  type BackupManifest,
  type BackupSummary,
} from './backupFormat.js';

const parsed = <T>(schema: z.ZodType<T>, content: Buffer, what: string): T => {
  try {
    return schema.parse(JSON.parse(content.toString('utf8')));
  } catch {
    throw new BackupDamaged(`its ${what} cannot be read`);
  }
};

const readManifest = (content: Buffer): BackupManifest => {
  const { format } = parsed(z.object({ format: z.int() }), content, ENTRY.manifest);
  const { version } = parsed(z.object({ version: z.string() }), content, ENTRY.manifest);
  if (format > BACKUP_FORMAT)
    throw new BackupIsNewer(
      `it was written by MagFlow ${version} in a format that this release does not know: restore it with that release`,
    );
  return parsed(manifestSchema, content, ENTRY.manifest);
};

/** @throws BackupIsNewer when this release has no migrations that make the tables of the backup */
const refuseNewerSchema = async ({ migrations: made, version }: BackupManifest): Promise<void> => {
  const known = new Set([...migrations.map(({ name }) => name), ...(await eventStoreMigrations())]);
  const unknown = [...made.ops, ...made.eventstore].filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new BackupIsNewer(
      `it belongs to a newer release of MagFlow (${version}; it has ${unknown.join(', ')}): restore it with that release`,
    );
};

/**
 * Reads the whole file once and changes nothing: every byte is held against the checksums at its end.
 * @throws BackupDamaged, BackupIsNewer
 */
export const verifyBackup = async (
  path: string,
): Promise<{ readonly manifest: BackupManifest; readonly summary: BackupSummary }> => {
  let manifest: BackupManifest | undefined;
  let summary: BackupSummary | undefined;
  const seenFiles = new Map<string, string>();
  const seenTables = new Map<string, ReturnType<typeof createHash>>();
  for await (const entry of archiveEntries(path)) {
    if (summary) throw new BackupDamaged('something follows its end');
    if (!manifest) {
      if (entry.name !== ENTRY.manifest) throw new BackupDamaged('it is no backup of MagFlow');
      const content = await wholeEntry(entry);
      manifest = readManifest(content);
      await refuseNewerSchema(manifest);
      seenFiles.set(ENTRY.manifest, sha256(content));
    } else if (entry.name === ENTRY.summary) {
      summary = parsed(summarySchema, await wholeEntry(entry), ENTRY.summary);
    } else await take(entry, seenFiles, seenTables);
  }
  if (!manifest) throw new BackupDamaged('it is empty');
  if (!summary) throw new BackupDamaged('it was cut off');
  compare(manifest, summary, seenFiles, seenTables);
  return { manifest, summary };
};

const take = async (
  entry: ArchiveEntry,
  files: Map<string, string>,
  tables: Map<string, ReturnType<typeof createHash>>,
): Promise<void> => {
  const [, schema, name] = TABLE_ENTRY.exec(entry.name) ?? [];
  if (schema === undefined || name === undefined) {
    if (!FILE_ENTRY.test(entry.name)) throw new BackupDamaged(`it holds ${entry.name}, which no backup holds`);
    files.set(entry.name, sha256(await wholeEntry(entry)));
    return;
  }
  const digest = tables.get(`${schema}.${name}`) ?? createHash('sha256');
  tables.set(`${schema}.${name}`, digest);
  for await (const chunk of entry.content) digest.update(chunk);
};

const compare = (
  manifest: BackupManifest,
  summary: BackupSummary,
  files: ReadonlyMap<string, string>,
  tables: ReadonlyMap<string, ReturnType<typeof createHash>>,
): void => {
  for (const { name, sha256: expected } of summary.files)
    if (files.get(name) !== expected) throw new BackupDamaged(`${name} in it is not what was written`);
  const listed = new Map(summary.tables.map(({ schema, name, sha256: digest }) => [`${schema}.${name}`, digest]));
  for (const { schema, name } of manifest.tables) {
    const expected = listed.get(`${schema}.${name}`);
    const found = tables.get(`${schema}.${name}`)?.digest('hex');
    if (expected === undefined || found !== expected)
      throw new BackupDamaged(`table ${schema}.${name} in it is not what was written`);
  }
};
