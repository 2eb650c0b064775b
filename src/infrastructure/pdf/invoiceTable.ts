import type { InvoiceDocument, InvoiceLine } from '../../domain/invoice/invoiceDocument.js';
import { BOTTOM, LEFT, QUIET, RIGHT, RULE, TINT, WIDTH, ACCENT, type InvoicePage } from './invoicePage.js';
import { money, percent } from './invoiceWords.js';

interface Column {
  readonly romanian: string;
  readonly english: string;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly value: (line: InvoiceLine, index: number) => string;
}

const FIXED: readonly Column[] = [
  { romanian: 'Nr.', english: 'No.', width: 24, align: 'left', value: (_line, index) => String(index + 1) },
  { romanian: 'Denumire', english: 'Description', width: 0, align: 'left', value: ({ description }) => description },
  { romanian: 'UM', english: 'Unit', width: 28, align: 'left', value: ({ unit }) => unit },
  { romanian: 'Cant.', english: 'Qty', width: 34, align: 'right', value: ({ quantity }) => money(String(quantity), 0) },
  {
    romanian: 'Preț unitar',
    english: 'Net price',
    width: 62,
    align: 'right',
    value: ({ unitPriceNet }) => money(unitPriceNet, 4),
  },
  { romanian: 'TVA', english: 'VAT', width: 34, align: 'right', value: ({ vatRate }) => percent(vatRate) },
  { romanian: 'Valoare', english: 'Net', width: 60, align: 'right', value: ({ net }) => money(net) },
  { romanian: 'Val. TVA', english: 'VAT', width: 54, align: 'right', value: ({ vat }) => money(vat) },
  { romanian: 'Total', english: 'Gross', width: 62, align: 'right', value: ({ gross }) => money(gross) },
];

const rest = WIDTH - FIXED.reduce((sum, { width }) => sum + width, 0);
const COLUMNS: readonly Column[] = FIXED.map((column) => (column.width === 0 ? { ...column, width: rest } : column));

const PADDING = 5;
const HEAD_HEIGHT = 27;

const lefts = COLUMNS.map((_column, index) => COLUMNS.slice(0, index).reduce((x, { width }) => x + width, LEFT));

const drawHead = (page: InvoicePage, currency: string): void => {
  page.box(LEFT, page.y, WIDTH, HEAD_HEIGHT, ACCENT);
  for (const [index, { romanian, english, width, align }] of COLUMNS.entries()) {
    const x = (lefts[index] ?? LEFT) + 4;
    page.text(romanian, x, page.y + 6, { size: 7.2, bold: true, color: '#ffffff', width: width - 8, align });
    page.text(english, x, page.y + 16, { size: 5.8, color: '#dbe8f1', width: width - 8, align });
  }
  page.y += HEAD_HEIGHT;
  page.text(`Sume în ${currency} · amounts in ${currency}`, LEFT, page.y + 3, { size: 5.8, color: QUIET });
  page.y += 12;
};

const DESCRIPTION = 1;

const rowHeight = (page: InvoicePage, line: InvoiceLine): number => {
  const width = (COLUMNS[DESCRIPTION]?.width ?? 0) - 8;
  const sku = line.sku === null ? 0 : page.heightOf(line.sku, width, 6.5) + 1;
  return page.heightOf(line.description, width, 8) + sku + 2 * PADDING;
};

const drawRow = (page: InvoicePage, line: InvoiceLine, index: number, height: number): void => {
  if (index % 2 === 1) page.box(LEFT, page.y, WIDTH, height, TINT);
  for (const [at, { value, width, align }] of COLUMNS.entries()) {
    const x = (lefts[at] ?? LEFT) + 4;
    const text = value(line, index);
    const style = { size: 8, width: width - 8, align, bold: at === COLUMNS.length - 1 };
    if (at !== DESCRIPTION) {
      page.line(text, x, page.y + PADDING, style);
      continue;
    }
    const written = page.text(text, x, page.y + PADDING, style);
    if (line.sku !== null) {
      page.text(line.sku, x, page.y + PADDING + written + 1, { size: 6.5, color: QUIET, width: width - 8 });
    }
  }
  page.y += height;
  page.pdf.moveTo(LEFT, page.y).lineTo(RIGHT, page.y).lineWidth(0.4).strokeColor(RULE).stroke();
};

/** The lines, over as many pages as they need; the table's head stands on each. */
export const drawLines = (page: InvoicePage, { lines, currency }: InvoiceDocument): void => {
  drawHead(page, currency);
  for (const [index, line] of lines.entries()) {
    const height = rowHeight(page, line);
    if (page.y + height > BOTTOM) {
      page.next();
      drawHead(page, currency);
    }
    drawRow(page, line, index, height);
  }
};
