import { describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { stornoTotals } from '../../src/domain/invoice/stornoLines.js';
import { renderInvoice } from '../../src/infrastructure/pdf/invoicePdf.js';
import { invoiceBuyer, invoiceDocument } from './support/invoiceSample.js';

const pagesOf = async (bytes: Uint8Array): Promise<string[]> => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages;
};

describe('a printed invoice', () => {
  it('says all that it must, with Romanian letters', async () => {
    const pages = await pagesOf(await renderInvoice(invoiceDocument(5), invoiceBuyer));
    expect(pages).toHaveLength(1);
    const text = pages.join(' ').replace(/\s+/g, ' ');
    for (const part of [
      'FACTURĂ',
      'MF0000042',
      // Half past midnight in Bucharest.
      '03.03.2026',
      '01.03.2026',
      'Exemplu Magazin SRL',
      'CIF: RO12345678',
      'Nr. reg. com.: J12/345/2020',
      'Ștefan Țepeș-Încrezător',
      'Str. Mărășești nr. 7',
      'România',
      'Ramburs',
      'RDX-30-BLU',
      '148,7603',
      '297,52',
      '62,48',
      '−20,00',
      '1.486,10',
      '313,89',
      '1.799,99 RON',
      '21%',
      '11%',
      'Pagina 1 din 1',
      'Page 1 of 1',
      'Tax no.',
      'VAT rate',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('goes on over as many pages as it needs, each with its head', async () => {
    const pages = await pagesOf(await renderInvoice(invoiceDocument(60), invoiceBuyer));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('MF0000042');
      expect(page).toContain(`Pagina ${index + 1} din ${pages.length}`);
    }
    expect(pages.slice(0, -1).every((page) => page.includes('Denumire'))).toBe(true);
    for (let number = 30; number < 90; number += 1) {
      expect(pages.filter((page) => page.includes(`RDX-${number}-BLU`))).toHaveLength(1);
    }
  });

  it('breaks no number, however long', async () => {
    const [line] = invoiceDocument(1).lines;
    if (!line) throw new Error('The sample has no line');
    const dear = { ...line, net: '14814805480.80', vat: '3111109150.97', gross: '17925914631.77' };
    const [page = ''] = await pagesOf(
      await renderInvoice(
        { ...invoiceDocument(1), number: 'SERIALUNGA-0000000000123', lines: [dear], totalGross: '17925914631.77' },
        invoiceBuyer,
      ),
    );
    for (const number of ['SERIALUNGA-0000000000123', '14.814.805.480,80', '17.925.914.631,77 RON'])
      expect(page).toContain(number);
  });

  it('is the same bytes each time', async () => {
    const first = await renderInvoice(invoiceDocument(3), invoiceBuyer);
    // The fonts are shared by all documents of a process: what others wrote must leave no trace.
    await renderInvoice({ ...invoiceDocument(9), number: 'ȘȚÂÎĂ99' }, { ...invoiceBuyer, name: 'Ğüß Œuvre' });
    const second = await renderInvoice(invoiceDocument(3), invoiceBuyer);
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });

  it('of a storno names the invoice that it takes back, and why, with negative amounts', async () => {
    const invoice = invoiceDocument(2);
    const storno = {
      ...invoice,
      ...stornoTotals(invoice, [], { lines: null, shipping: true }),
      number: 'MF0000043',
      stornoOf: { number: 'MF0000042', issuedAt: invoice.issuedAt },
      reason: 'Clientul s-a răzgândit',
    };
    const [page = ''] = await pagesOf(await renderInvoice(storno, invoiceBuyer));
    const text = page.replace(/\s+/g, ' ');
    for (const part of [
      'FACTURĂ STORNO',
      'Storno la factura MF0000042 din 03.03.2026',
      'Motiv · Reason: Clientul s-a răzgândit',
      '−297,52',
      '−719,99 RON',
      '18,02',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Total de plată');
  });
});
