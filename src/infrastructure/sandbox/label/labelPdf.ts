import { createRequire } from 'node:module';
import bwipjs from 'bwip-js';
import PDFDocument from 'pdfkit';
import { toNaive } from '../bucharestTime.js';
import { decimalText } from '../data/money.js';
import type { Awb, AwbParcel, AwbParty } from '../model.js';

export type LabelFormat = 'A4' | 'A5' | 'A6';

const require = createRequire(import.meta.url);
const font = (name: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** Widths of bars and spaces in turn, beginning with a bar, in modules. */
const barWidths = (text: string): readonly number[] => {
  const [symbol] = bwipjs.raw({ bcid: 'code128', text });
  if (!symbol || !('sbs' in symbol)) throw new Error(`no barcode for ${text}`);
  return symbol.sbs;
};

const drawBarcode = (
  document: PDFKit.PDFDocument,
  text: string,
  box: { x: number; y: number; w: number; h: number },
): void => {
  const widths = barWidths(text);
  const unit = box.w / widths.reduce((sum, width) => sum + width, 0);
  let x = box.x;
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) document.rect(x, box.y, width * unit, box.h);
    x += width * unit;
  }
  document.fill('black');
};

const partyLines = ({ name, contact, street, city, county, postcode, phone }: AwbParty): string =>
  [...(contact === name ? [] : [contact]), street, `${postcode} ${city}, jud. ${county}`, `Tel. ${phone}`].join('\n');

/** One page with the parcel's barcode; the letters ă â î ș ț need a font of our own. */
export const renderLabel = (awb: Awb, parcel: AwbParcel, format: LabelFormat): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const document = new PDFDocument({ size: format, margin: 18, info: { Title: `AWB ${parcel.number}` } });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.registerFont('regular', font('DejaVuSans')).registerFont('bold', font('DejaVuSans-Bold'));

    // Everything is laid out for A6 (298 x 420 points) and enlarged.
    const scale = document.page.width / 297.64;
    document.scale(scale);
    const left = 16;
    const width = 266;
    document.font('bold').fontSize(15).text(awb.courierName, left, 16, { width });
    document.font('regular').fontSize(8).text(toNaive(awb.created), left, 20, { width, align: 'right' });
    drawBarcode(document, parcel.barcode, { x: left, y: 42, w: width, h: 62 });
    document.font('bold').fontSize(11).text(parcel.barcode, left, 108, { width, align: 'center' });

    document
      .moveTo(left, 128)
      .lineTo(left + width, 128)
      .lineWidth(0.7)
      .stroke();
    document.font('regular').fontSize(7).text('EXPEDITOR', left, 134);
    document.font('bold').fontSize(9).text(awb.sender.name, left, 144, { width, height: 11, ellipsis: true });
    document.font('regular').fontSize(8).text(partyLines(awb.sender), left, 157, { width, height: 54, ellipsis: true });

    document
      .moveTo(left, 214)
      .lineTo(left + width, 214)
      .stroke();
    document.font('regular').fontSize(7).text('DESTINATAR', left, 220);
    document.font('bold').fontSize(13).text(awb.receiver.name, left, 230, { width, height: 16, ellipsis: true });
    document
      .font('regular')
      .fontSize(10)
      .text(partyLines(awb.receiver), left, 248, { width, height: 74, ellipsis: true });

    document
      .moveTo(left, 326)
      .lineTo(left + width, 326)
      .stroke();
    const index = awb.parcels.indexOf(parcel) + 1;
    document.font('bold').fontSize(11).text(`Colet ${index} din ${awb.parcels.length}`, left, 334, { width });
    document.font('regular').fontSize(9).text(`Greutate: ${awb.weight} kg`, left, 350, { width });
    const due = decimalText(awb.codE4).slice(0, -2).replace('.', ',');
    document
      .font('bold')
      .fontSize(11)
      .text(awb.codE4 > 0 ? `Ramburs: ${due} lei` : 'Fără ramburs', left, 364, { width });
    const notes = [awb.locker === null ? '' : `Locker ${awb.locker}`, `Comanda ${awb.orderId}`, awb.observation];
    document
      .font('regular')
      .fontSize(8)
      .text(notes.filter((note) => note !== '').join(' · '), left, 382, { width, height: 22, ellipsis: true });
    document.end();
  });
