import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { errorCode } from '../errorCode.js';
import { BackupDamaged } from './backupFormat.js';

const MAX_SMALL_ENTRY = 512 * 1024 * 1024;

/** An entry of the archive. Read its content before asking for the next one. */
export interface ArchiveEntry {
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

/**
 * The entries of an archive in their order, bytes as they come from the disk.
 * @throws BackupDamaged where the file ends too early or is no such archive
 */
export async function* archiveEntries(path: string): AsyncGenerator<ArchiveEntry> {
  const archive = extract();
  const file = createReadStream(path);
  const gunzip = createGunzip();
  const fail = (error: Error): void => archive.destroy(error);
  file.on('error', fail);
  gunzip.on('error', fail);
  file.pipe(gunzip).pipe(archive);
  try {
    for await (const entry of archive) {
      yield { name: entry.header.name, content: bytesOf(entry) };
    }
  } catch (error) {
    throw damageOf(error);
  } finally {
    file.destroy();
    gunzip.destroy();
  }
}

/** The stream library's own types promise less than its streams do. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of entry)
      if (chunk instanceof Uint8Array) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  } catch (error) {
    throw damageOf(error);
  }
}

const damageOf = (error: unknown): unknown => {
  const code = errorCode(error) ?? '';
  if (error instanceof BackupDamaged) return error;
  if (code === 'Z_BUF_ERROR') return new BackupDamaged('it was cut off');
  if (code.startsWith('Z_')) return new BackupDamaged('it is no backup of MagFlow, or it is damaged');
  if (error instanceof Error && /tar|header|unexpected end/i.test(error.message))
    return new BackupDamaged('it is no backup of MagFlow, or it is damaged');
  return error;
};

/** An entry of bounded size, whole. */
export const wholeEntry = async ({ name, content }: ArchiveEntry): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > MAX_SMALL_ENTRY) throw new BackupDamaged(`${name} is larger than it can be`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
