import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { InvoiceBuyer, InvoiceDocument } from '../../domain/invoice/invoiceDocument.js';

const fontFile = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** PDF bytes of an issued invoice; the same document gives the same bytes. */
export const renderInvoice = (invoice: InvoiceDocument, buyer: InvoiceBuyer): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const date = new Date(invoice.issuedAt);
    const pdf = new PDFDocument({
      size: 'A4',
      margin: 40,
      info: { Title: invoice.number, CreationDate: date, ModDate: date },
    });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.registerFont('regular', fontFile('DejaVuSans')).font('regular').fontSize(14).text(`Factură ${invoice.number}`);
    pdf.fontSize(9).moveDown().text(`Furnizor: ${invoice.seller.name}, ${invoice.seller.fiscalCode}`);
    pdf.text(`Cumpărător: ${buyer.name}, ${buyer.address}, ${buyer.city}`).moveDown();
    for (const line of invoice.lines)
      pdf.text(
        `${line.description}  ${line.quantity} × ${line.unitPriceNet}  ${line.net} + ${line.vat} = ${line.gross}`,
      );
    pdf
      .moveDown()
      .text(`Total ${invoice.totalNet} + TVA ${invoice.totalVat} = ${invoice.totalGross} ${invoice.currency}`);
    pdf.end();
  });
