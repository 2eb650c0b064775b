import type { InvoiceBuyer, InvoiceDocument, Seller } from '../../domain/invoice/invoiceDocument.js';
import { country, day, money, payment, titleOf } from './invoiceWords.js';

type Pdf = PDFKit.PDFDocument;

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89 } as const;
export const LEFT = 42;
export const RIGHT = PAGE.width - LEFT;
export const WIDTH = RIGHT - LEFT;
/** Nothing of the content stands below this. */
export const BOTTOM = PAGE.height - 64;

export const INK = '#1b2430';
export const QUIET = '#66717f';
export const RULE = '#d7dde4';
export const ACCENT = '#1f5f8b';
export const TINT = '#f2f6f9';

interface TextOptions {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly lineGap?: number;
}

interface PartyLine {
  readonly text: string;
  /** What it is, where the Romanian abbreviation does not tell. */
  readonly english?: string;
}

interface Party {
  readonly label: string;
  readonly english: string;
  readonly name: string;
  readonly lines: readonly PartyLine[];
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join(', ');

const labelled = (label: string, value: string, english: string): PartyLine[] =>
  value.trim() === '' ? [] : [{ text: `${label}: ${value}`, english }];

const plain = (...texts: readonly string[]): PartyLine[] =>
  texts.filter((text) => text.trim() !== '').map((text) => ({ text }));

/** Bucharest and its sectors are no counties. */
const countyText = (county: string): string =>
  /^(sector|bucure)/i.test(county) || county === '' ? county : `jud. ${county}`;

const sellerParty = (seller: Seller): Party => ({
  label: 'Furnizor',
  english: 'Seller',
  name: seller.name,
  lines: [
    ...labelled('CIF', seller.fiscalCode, 'Tax no.'),
    ...labelled('Nr. reg. com.', seller.registration, 'Reg. no.'),
    ...plain(
      seller.address,
      joined(seller.postcode, seller.city, countyText(seller.county)),
      country(seller.country),
      seller.iban && `IBAN: ${seller.iban}`,
      joined(seller.contact, seller.phone),
    ),
  ],
});

const buyerParty = (buyer: InvoiceBuyer, isCompany: boolean): Party => ({
  label: 'Client',
  english: 'Customer',
  name: buyer.name,
  lines: [
    ...labelled(isCompany ? 'CIF' : 'CNP/NIF', buyer.fiscalCode, isCompany ? 'Tax no.' : 'Personal no.'),
    ...labelled('Nr. reg. com.', buyer.registrationNumber, 'Reg. no.'),
    ...plain(buyer.address, joined(buyer.postcode, buyer.city, countyText(buyer.county)), country(buyer.country)),
  ],
});

/** The sheet: where the pen is, what stands at the top of every page, and the words in both languages. */
export class InvoicePage {
  y = 0;

  constructor(
    readonly pdf: Pdf,
    private readonly document: InvoiceDocument,
    private readonly buyer: InvoiceBuyer,
  ) {}

  /** Writes within a box and answers how high it became. */
  text(text: string, x: number, y: number, options: TextOptions = {}): number {
    const { size = 8.5, bold = false, color = INK, width = RIGHT - x, align = 'left', lineGap = 1 } = options;
    this.pdf
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color);
    const height = this.pdf.heightOfString(text, { width, lineGap });
    this.pdf.text(text, x, y, { width, align, lineGap });
    return height;
  }

  /** One line, smaller where it would not fit: a number that wraps is misread. */
  line(text: string, x: number, y: number, options: TextOptions & { readonly width: number }): void {
    const { size = 8.5, bold = false, width } = options;
    const needed = this.pdf
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .widthOfString(text);
    const fitting = needed < width ? size : Math.floor((size * width * 10) / needed) / 10 - 0.1;
    this.text(text, x, y + (size - fitting) * 0.8, { ...options, size: fitting });
  }

  heightOf(text: string, width: number, size = 8.5): number {
    this.pdf.font('regular').fontSize(size);
    return this.pdf.heightOfString(text, { width, lineGap: 1 });
  }

  rule(y: number, color = RULE, thickness = 0.6): void {
    this.pdf.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(thickness).strokeColor(color).stroke();
  }

  box(x: number, y: number, width: number, height: number, color: string): void {
    this.pdf.rect(x, y, width, height).fillColor(color).fill();
  }

  drawFirst(): void {
    const { document, pdf } = this;
    const isStorno = document.stornoOf !== undefined;
    pdf.rect(0, 0, PAGE.width, 6).fillColor(ACCENT).fill();
    const named = this.text(document.seller.name, LEFT, 40, { size: 12, bold: true, width: 280 });
    this.text(isStorno ? 'FACTURĂ STORNO' : 'FACTURĂ', RIGHT - 220, 34, {
      size: 20,
      bold: true,
      color: ACCENT,
      width: 220,
      align: 'right',
    });
    this.text(isStorno ? 'Credit note' : 'Invoice', RIGHT - 220, 59, { color: QUIET, width: 220, align: 'right' });
    this.y = this.drawFacts(Math.max(84, 40 + named + 8));
    this.y = this.drawReference(this.y);
    this.y = this.drawParties(this.y + 16) + 18;
  }

  /** The head of every page but the first. */
  next(): void {
    const { document, pdf } = this;
    pdf.addPage();
    pdf.rect(0, 0, PAGE.width, 6).fillColor(ACCENT).fill();
    const named = this.text(document.seller.name, LEFT, 26, { bold: true, width: 280 });
    const right = { color: QUIET, width: 240, align: 'right' } as const;
    this.line(`${titleOf(document)} din ${day(document.issuedAt)}`, RIGHT - 240, 26, right);
    const english = `${document.stornoOf ? 'Credit note' : 'Invoice'} ${document.number} of ${day(document.issuedAt)}`;
    this.line(english, RIGHT - 240, 38, { ...right, size: 6.5 });
    this.y = Math.max(52, 26 + named + 8);
  }

  /** Page numbers are only known when all pages are there. */
  drawFooters(): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let index = start; index < start + count; index += 1) {
      this.pdf.switchToPage(index);
      const y = PAGE.height - 46;
      this.rule(y);
      this.text(
        'Factura este valabilă fără semnătură și ștampilă, conform art. 319 alin. (29) din Legea nr. 227/2015.',
        LEFT,
        y + 7,
        { size: 6.8, color: QUIET, width: WIDTH - 110 },
      );
      this.text('Valid without signature and stamp, Romanian Tax Code art. 319 (29).', LEFT, y + 17, {
        size: 5.8,
        color: QUIET,
        width: WIDTH - 110,
      });
      const right = { color: QUIET, width: 100, align: 'right' } as const;
      this.text(`Pagina ${index + 1} din ${count}`, RIGHT - 100, y + 7, { ...right, size: 6.8 });
      this.text(`Page ${index + 1} of ${count}`, RIGHT - 100, y + 17, { ...right, size: 5.8 });
    }
  }

  private drawFacts(y: number): number {
    const { document } = this;
    const [paymentRomanian, paymentEnglish] = payment(document.paymentMethod);
    const facts: readonly (readonly [string, string, string])[] = [
      ['Serie și număr', 'Number', document.number],
      ['Data emiterii', 'Issue date', day(document.issuedAt)],
      ['Data comenzii', 'Order date', day(document.orderedAt)],
      ['Mod de plată', paymentEnglish ? `Payment: ${paymentEnglish}` : 'Payment', paymentRomanian],
      [
        document.stornoOf ? 'Total storno' : 'Total de plată',
        'Total',
        `${money(document.totalGross)} ${document.currency}`,
      ],
    ];
    const height = 46;
    const width = WIDTH / facts.length;
    this.box(LEFT, y, WIDTH, height, TINT);
    for (const [index, [label, english, value]] of facts.entries()) {
      const x = LEFT + index * width + 9;
      this.text(label, x, y + 8, { size: 6.8, color: QUIET, width: width - 12 });
      this.line(value, x, y + 18, { size: 9, bold: true, width: width - 12 });
      this.text(english, x, y + 32, { size: 6, color: QUIET, width: width - 12 });
    }
    return y + height;
  }

  /** What a storno takes back, and why. */
  private drawReference(y: number): number {
    const { stornoOf, reason } = this.document;
    if (!stornoOf) return y;
    const { number, issuedAt } = stornoOf;
    const at = y + 12;
    let height = this.text(`Storno la factura ${number} din ${day(issuedAt)}`, LEFT, at, { size: 9, bold: true });
    height += this.text(`Credit note for invoice ${number} of ${day(issuedAt)}`, LEFT, at + height + 1, {
      size: 7,
      color: QUIET,
    });
    if (reason !== undefined) {
      height += 4;
      height += this.text(`Motiv · Reason: ${reason}`, LEFT, at + height, { size: 8, width: WIDTH });
    }
    return at + height;
  }

  private drawParties(y: number): number {
    const { document, buyer } = this;
    const width = WIDTH / 2 - 12;
    const ends = [sellerParty(document.seller), buyerParty(buyer, document.isCompany)].map((party, index) => {
      const x = LEFT + index * (WIDTH / 2 + 12);
      this.text(party.label.toUpperCase(), x, y, { size: 7, bold: true, color: ACCENT, width });
      this.text(party.english, x, y, { size: 7, color: QUIET, width, align: 'right' });
      this.pdf
        .moveTo(x, y + 12)
        .lineTo(x + width, y + 12)
        .lineWidth(0.6)
        .strokeColor(RULE)
        .stroke();
      let line = y + 18;
      line += this.text(party.name, x, line, { size: 9.5, bold: true, width }) + 2;
      for (const { text, english = '' } of party.lines) {
        if (english !== '') this.text(english, x, line + 1, { size: 6.5, color: QUIET, width, align: 'right' });
        line += this.text(text, x, line, { size: 8, width: english === '' ? width : width - 50 }) + 1;
      }
      return line;
    });
    return Math.max(...ends);
  }
}
