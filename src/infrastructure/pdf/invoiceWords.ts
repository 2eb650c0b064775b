import type { InvoiceDocument } from '../../domain/invoice/invoiceDocument.js';
import { decimal, type Amount } from '../../domain/money/money.js';

/** Romanian thousands and decimals, a minus that does not break off its number. */
export const money = (amount: Amount, decimals = 2): string => {
  const text = decimal(amount).abs().toFixed(decimals);
  const [whole = '0', fraction = ''] = text.split('.');
  const sign = decimal(amount).isNegative() && !decimal(amount).isZero() ? '−' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${fraction && `,${fraction}`}`;
};

/** `0.21` as `21%`. */
export const percent = (rate: Amount): string => `${decimal(rate).times(100).toFixed().replace('.', ',')}%`;

const dayFormat = new Intl.DateTimeFormat('ro-RO', {
  timeZone: 'Europe/Bucharest',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** The day in Bucharest: that is the day which the law counts. */
export const day = (time: string): string => dayFormat.format(new Date(time));

const PAYMENTS: Readonly<Record<NonNullable<InvoiceDocument['paymentMethod']>, readonly [string, string]>> = {
  cash_on_delivery: ['Ramburs', 'Cash on delivery'],
  bank_transfer: ['Transfer bancar', 'Bank transfer'],
  card: ['Card online', 'Online card'],
};

export const payment = (method: InvoiceDocument['paymentMethod']): readonly [string, string] =>
  method === null ? ['—', ''] : PAYMENTS[method];

/** `Factura MF0000001`, `Factura storno MF0000002`. */
export const titleOf = ({ number, stornoOf }: Pick<InvoiceDocument, 'number' | 'stornoOf'>): string =>
  `${stornoOf ? 'Factura storno' : 'Factura'} ${number}`;

const COUNTRIES: Readonly<Record<string, string>> = { RO: 'România', BG: 'Bulgaria', HU: 'Ungaria' };

export const country = (code: string): string => COUNTRIES[code.toUpperCase()] ?? code;
