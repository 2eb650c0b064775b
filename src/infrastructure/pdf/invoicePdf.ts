import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { InvoiceBuyer, InvoiceDocument } from '../../domain/invoice/invoiceDocument.js';
import { InvoicePage } from './invoicePage.js';
import { drawLines } from './invoiceTable.js';
import { drawTotals } from './invoiceTotalsBlock.js';
import { titleOf } from './invoiceWords.js';

const fontFolder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

const FILES = { regular: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf' } as const;
const parsed = new Map<keyof typeof FILES, ReturnType<typeof openSync>>();

/** Given a file, pdfkit parses it for every document, six times the work of drawing one: each is parsed once here. */
const fontOf = (name: keyof typeof FILES): ReturnType<typeof openSync> => {
  const font = parsed.get(name) ?? openSync(join(fontFolder, FILES[name]));
  parsed.set(name, font);
  return font;
};

/**
 * The printed invoice, A4, in Romanian with English beside it. The same document gives the same bytes: the file's own
 * dates and identity come from the invoice, not from the moment of printing.
 */
export const renderInvoice = (document: InvoiceDocument, buyer: InvoiceBuyer): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const issuedAt = new Date(document.issuedAt);
    const pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      compress: true,
      lang: 'ro-RO',
      info: {
        Title: titleOf(document),
        Author: document.seller.name,
        Subject: `${titleOf(document)} / ${document.issuedAt.slice(0, 10)}`,
        Creator: 'MagFlow',
        Producer: 'MagFlow',
        CreationDate: issuedAt,
        ModDate: issuedAt,
      },
    });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    for (const name of ['regular', 'bold'] as const) pdf.registerFont(name, fontOf(name));

    const page = new InvoicePage(pdf, document, buyer);
    page.drawFirst();
    drawLines(page, document);
    drawTotals(page, document);
    page.drawFooters();
    pdf.end();
  });
