import type { InvoiceDocument } from '../../domain/invoice/invoiceDocument.js';
import { ACCENT, BOTTOM, LEFT, QUIET, RIGHT, RULE, WIDTH, type InvoicePage } from './invoicePage.js';
import { money, percent } from './invoiceWords.js';

const ROW = 15;
const RATES_WIDTH = 270;
const RATES_HEAD = 34;
const SUM_WIDTH = 200;

const drawRates = (page: InvoicePage, { vatByRate }: InvoiceDocument, y: number): void => {
  const columns = [
    { title: 'Cota TVA', english: 'VAT rate', x: LEFT, width: 45, align: 'left' },
    { title: 'Bază', english: 'Net', x: LEFT + 50, width: 70, align: 'right' },
    { title: 'TVA', english: 'VAT', x: LEFT + 125, width: 65, align: 'right' },
    { title: 'Total', english: 'Gross', x: LEFT + 195, width: 75, align: 'right' },
  ] as const;
  const write = (texts: readonly string[], at: number, style: { size: number; color?: string; bold?: boolean }) => {
    for (const [index, { x, width, align }] of columns.entries()) {
      page.line(texts[index] ?? '', x, at, { ...style, width, align });
    }
  };
  page.text('Defalcare TVA · VAT by rate', LEFT, y, { size: 7, bold: true, color: ACCENT, width: RATES_WIDTH });
  write(
    columns.map(({ title }) => title),
    y + 14,
    { size: 6.8, color: QUIET },
  );
  write(
    columns.map(({ english }) => english),
    y + 23,
    { size: 5.8, color: QUIET },
  );
  for (const [index, { vatRate, net, vat, gross }] of vatByRate.entries()) {
    write([percent(vatRate), money(net), money(vat), money(gross)], y + RATES_HEAD + index * 13, { size: 8 });
  }
};

const drawSums = (page: InvoicePage, document: InvoiceDocument, y: number): void => {
  const x = RIGHT - SUM_WIDTH;
  const sums = [
    ['Total fără TVA', 'Net', document.totalNet],
    ['Total TVA', 'VAT', document.totalVat],
  ] as const;
  for (const [index, [label, english, amount]] of sums.entries()) {
    const at = y + index * ROW;
    page.text(`${label} · ${english}`, x, at, { size: 8, color: QUIET, width: 110 });
    page.line(money(amount), x + 110, at, { size: 8.5, width: SUM_WIDTH - 118, align: 'right' });
  }
  const at = y + sums.length * ROW + 4;
  page.box(x - 10, at, SUM_WIDTH + 10, 34, ACCENT);
  const [label, english] = document.stornoOf ? ['Total storno', 'Total credited'] : ['Total de plată', 'Total due'];
  page.text(label, x, at + 8, { size: 8, bold: true, color: '#ffffff', width: 90 });
  page.text(english, x, at + 20, { size: 6.2, color: '#dbe8f1', width: 90 });
  page.line(`${money(document.totalGross)} ${document.currency}`, x + 70, at + 10, {
    size: 12,
    bold: true,
    color: '#ffffff',
    width: SUM_WIDTH - 78,
    align: 'right',
  });
};

/** Sums and the VAT table, kept together on one page. */
export const drawTotals = (page: InvoicePage, document: InvoiceDocument): void => {
  const height = Math.max(RATES_HEAD + document.vatByRate.length * 13, 2 * ROW + 44) + 20;
  if (page.y + height > BOTTOM) page.next();
  const y = page.y + 18;
  drawRates(page, document, y);
  drawSums(page, document, y);
  page.y += height;
  page.pdf
    .moveTo(LEFT, page.y + 6)
    .lineTo(LEFT + WIDTH, page.y + 6)
    .lineWidth(0.4)
    .strokeColor(RULE)
    .stroke();
};
