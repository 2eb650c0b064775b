import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';

const FILE_MODE = 0o600;

/** Writes a compressed archive entry by entry, never holding more than one. */
export class ArchiveWriter {
  private readonly pack: Pack = pack();
  private readonly written: Promise<void>;
  private failure: Error | undefined;

  /** @param path of a file that does not exist yet; made readable by its owner alone */
  constructor(path: string) {
    this.written = pipeline(
      this.pack,
      // Fast: what weighs most is encrypted, or compressed already.
      createGzip({ level: 1 }),
      createWriteStream(path, { flags: 'wx', mode: FILE_MODE, flush: true }),
    );
    this.written.catch((error: Error) => (this.failure = error));
  }

  /** Returns once the bytes are on their way, so that whoever reads is not faster than the disk. */
  async add(name: string, content: Buffer): Promise<void> {
    if (this.failure) throw this.failure;
    const taken = new Promise<void>((resolve, reject) => {
      this.pack.entry({ name, size: content.length, mode: FILE_MODE }, content, (error) =>
        error ? reject(error) : resolve(),
      );
    });
    // A disk that fails ends the pipeline, and then nobody takes the entry.
    await Promise.race([taken, this.written]);
    if (this.failure) throw this.failure;
  }

  /** Ends the archive; what was added is on disk when it resolves. */
  async close(): Promise<void> {
    this.pack.finalize();
    await this.written;
  }

  /** Gives up. */
  async abort(): Promise<void> {
    this.pack.destroy();
    await this.written.catch(() => undefined);
  }
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
