import { DateTime } from 'luxon';
import { cellText, cellValue, type ExportColumn } from './exportColumns.js';

/** Rows that a sheet of a spreadsheet can have. */
export const MAX_SHEET_ROWS = 1_048_576;
/** Kept below what an archive entry holds without ZIP64, which not every reader knows. */
const MAX_SHEET_BYTES = 3_500_000_000;
const MAX_CELL_CHARACTERS = 32_767;

/** Indexes into `cellXfs` of `xlsxParts.ts`. */
const STYLE = { heading: 1, amount: 2, time: 3 } as const;

// What XML 1.0 cannot hold, and what a spreadsheet would read as its own escape of a character.
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const OWN_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '_x000D_' };

/** A cell's attributes and what stands in it; null for an empty one, which is left out. */
type Cell = readonly [attributes: string, content: string] | null;

const styled = (style: number): string => (style === 0 ? '' : ` s="${style}"`);

const textCell = (text: string, style = 0): Cell => {
  if (text === '') return null;
  const shown = (text.length > MAX_CELL_CHARACTERS ? `${text.slice(0, MAX_CELL_CHARACTERS - 1)}…` : text)
    .replace(UNWRITABLE, '')
    .replace(OWN_ESCAPE, '_x005F_')
    .replace(/[&<>\r]/g, (found) => MARKUP[found] ?? found);
  return [` t="inlineStr"${styled(style)}`, `<is><t xml:space="preserve">${shown}</t></is>`];
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Day 0 of spreadsheets. */
const EPOCH = Date.UTC(1899, 11, 30);
const REMEMBERED_HOURS = 50_000;
/** Bucharest moves its clock only on full hours: one look-up for each hour that occurs. */
const offsets = new Map<number, number>();

const bucharestOffset = (instant: number): number => {
  const hour = Math.floor(instant / HOUR_MS);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  if (offsets.size > REMEMBERED_HOURS) offsets.clear();
  const offset = DateTime.fromMillis(hour * HOUR_MS, { zone: 'Europe/Bucharest' }).offset * 60_000;
  offsets.set(hour, offset);
  return offset;
};

const timeCell = (text: string): Cell => {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return textCell(text);
  const serial = (instant + bucharestOffset(instant) - EPOCH) / DAY_MS;
  return [styled(STYLE.time), `<v>${serial.toFixed(11)}</v>`];
};

const numberCell = (text: string, style = 0): Cell =>
  /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? [styled(style), `<v>${text}</v>`] : textCell(text);

const cellOf = (row: unknown, column: ExportColumn): Cell => {
  const value = cellValue(row, column);
  if (value === null || value === undefined) return null;
  const text = cellText(value);
  if (column.isList) return textCell(text);
  switch (column.kind) {
    case 'number':
      return numberCell(text);
    case 'amount':
      return numberCell(text, STYLE.amount);
    case 'time':
      return timeCell(text);
    case 'boolean':
      return [' t="b"', `<v>${value === true ? 1 : 0}</v>`];
    case 'text':
    case 'json':
      return textCell(text);
  }
};

/** `A`, `B`, … `Z`, `AA`: the name of the nth column, from 0. */
const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** Rows and cells say where they are: readers may count on it though the standard does not. */
const rowXml = (place: number, cells: readonly Cell[], names: readonly string[]): string =>
  `<row r="${place}">${cells
    .map((cell, index) => (cell ? `<c r="${names[index]}${place}"${cell[0]}>${cell[1]}</c>` : ''))
    .join('')}</row>`;

const OPENING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" defaultColWidth="18"/><sheetData>';
const CLOSING = '</sheetData></worksheet>';

/** Batches of rows that several sheets read from, one after the other. */
export interface RowSource {
  /** Up to `limit` rows; empty when there are no more. */
  take(limit: number): Promise<readonly unknown[]>;
}

/**
 * The XML of one sheet; it ends when the source does or the sheet is full. Text is text, so nothing in it is ever a
 * formula; amounts and counts are numbers; times are dates with the time of day in Europe/Bucharest.
 */
export async function* sheetXml(
  columns: readonly ExportColumn[],
  source: RowSource,
  maxRows = MAX_SHEET_ROWS,
): AsyncGenerator<string> {
  const names = columns.map((_, index) => columnName(index));
  const heading = columns.map(({ name }) => textCell(name, STYLE.heading));
  yield OPENING + rowXml(1, heading, names);
  let [rows, bytes] = [1, 0];
  while (rows < maxRows && bytes < MAX_SHEET_BYTES) {
    const taken = await source.take(maxRows - rows);
    if (taken.length === 0) break;
    const before = rows;
    const xml = taken
      .map((row, index) =>
        rowXml(
          before + index + 1,
          columns.map((column) => cellOf(row, column)),
          names,
        ),
      )
      .join('');
    rows += taken.length;
    bytes += Buffer.byteLength(xml);
    yield xml;
  }
  yield CLOSING;
}
