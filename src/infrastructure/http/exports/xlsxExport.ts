import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportColumn } from './exportColumns.js';
import { sheetPath, workbookParts } from './xlsxParts.js';
import { MAX_SHEET_ROWS, sheetXml, type RowSource } from './xlsxSheet.js';

/** Most of the size for a quarter of the work: a million rows compress while they are read. */
const COMPRESSION_LEVEL = 3;

interface Batched extends RowSource {
  /** Whether rows are left for another sheet. */
  hasMore(): Promise<boolean>;
}

const batched = (batches: AsyncIterator<readonly unknown[]>): Batched => {
  let rest: readonly unknown[] = [];
  const fill = async (): Promise<void> => {
    while (rest.length === 0) {
      const { value, done } = await batches.next();
      if (done) return;
      rest = value;
    }
  };
  return {
    async take(limit) {
      await fill();
      const taken = rest.slice(0, limit);
      rest = rest.slice(limit);
      return taken;
    },
    async hasMore() {
      await fill();
      return rest.length > 0;
    },
  };
};

/**
 * A workbook as it is written: rows are taken no faster than the reader takes bytes, and as many sheets follow as they
 * need. Destroying the stream ends the rows; an error in the rows destroys the stream.
 */
export const xlsxStream = (
  title: string,
  columns: readonly ExportColumn[],
  batches: AsyncIterable<readonly unknown[]>,
  maxSheetRows = MAX_SHEET_ROWS,
): Readable => {
  const archive = new ZipFile();
  const output = new PassThrough();
  const iterator = batches[Symbol.asyncIterator]();
  const source = batched(iterator);
  let current: Readable | null = null;

  const write = async (): Promise<void> => {
    let sheets = 0;
    do {
      current = Readable.from(sheetXml(columns, source, maxSheetRows), { objectMode: false });
      const ended = once(current, 'end');
      archive.addReadStream(current, sheetPath(sheets), { compressionLevel: COMPRESSION_LEVEL });
      sheets += 1;
      await ended;
    } while (await source.hasMore());
    for (const [path, text] of Object.entries(workbookParts(title, sheets))) {
      archive.addBuffer(Buffer.from(text), path);
    }
    archive.end();
  };

  archive.on('error', (error) => output.destroy(error instanceof Error ? error : new Error(String(error))));
  output.once('close', () => {
    current?.destroy();
    void iterator.return?.();
  });
  archive.outputStream.pipe(output);
  write().catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))));
  return output;
};
