import { stringify } from 'csv-stringify/sync';
import { cellText, cellValue, type CellKind, type ExportColumn } from './exportColumns.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would take for a formula, or for the start of one once it has trimmed. */
const FORMULA = /^[=+\-@\t\r]/;

/** Only text can be a formula: negative amounts stay numbers, also those of a list beside each other. */
const isHarmless = (kind: CellKind): boolean =>
  kind === 'number' || kind === 'amount' || kind === 'boolean' || kind === 'time';

const cell = (row: unknown, column: ExportColumn): string => {
  const text = cellText(cellValue(row, column));
  return !isHarmless(column.kind) && FORMULA.test(text) ? `'${text}` : text;
};

/**
 * RFC 4180: commas, CRLF, UTF-8. With a byte order mark, without which Excel misreads diacritics; the first line holds the
 * columns' names.
 */
export async function* csvText(
  columns: readonly ExportColumn[],
  batches: AsyncIterable<readonly unknown[]>,
): AsyncGenerator<string> {
  const lines = (rows: readonly (readonly string[])[]): string =>
    stringify(
      rows.map((row) => [...row]),
      { record_delimiter: 'windows' },
    );
  yield BYTE_ORDER_MARK + lines([columns.map(({ name }) => name)]);
  for await (const rows of batches) {
    if (rows.length > 0) yield lines(rows.map((row) => columns.map((column) => cell(row, column))));
  }
}
