import type { PaymentMethod } from '../order/orderFacts.js';

/** Who sells: a copy of the settings at the moment of issue. */
export interface Seller {
  readonly name: string;
  readonly fiscalCode: string;
  readonly registration: string;
  readonly address: string;
  readonly city: string;
  readonly county: string;
  readonly postcode: string;
  readonly country: string;
  readonly iban: string;
  readonly contact: string;
  readonly phone: string;
}

/** Nobody sells yet: every field is to be filled in. */
export const NO_SELLER: Seller = {
  name: '',
  fiscalCode: '',
  registration: '',
  address: '',
  city: '',
  county: '',
  postcode: '',
  country: '',
  iban: '',
  contact: '',
  phone: '',
};

/** Who buys: encrypted under the invoice's own retention key, so that erasing a customer keeps the books. */
export interface InvoiceBuyer {
  readonly name: string;
  readonly fiscalCode: string;
  readonly registrationNumber: string;
  readonly address: string;
  readonly city: string;
  readonly county: string;
  readonly postcode: string;
  readonly country: string;
}

export interface InvoiceLine {
  readonly kind: 'product' | 'deposit' | 'shipping' | 'voucher';
  readonly description: string;
  readonly sku: string | null;
  readonly quantity: number;
  readonly unit: string;
  /** Without VAT, four decimals. */
  readonly unitPriceNet: string;
  /** Fraction, `0.21`. */
  readonly vatRate: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  /** The order's line that a product or deposit stands for; absent in documents of earlier releases. */
  readonly lineId?: string;
  /** On a storno: the place, from 0, of the line that it takes back on the invoice. */
  readonly ofLine?: number;
}

export interface VatTotal {
  readonly vatRate: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
}

/** An issued invoice as it stands for ever. All amounts are in `currency`, two decimals; net + VAT = gross, always. */
export interface InvoiceDocument {
  readonly number: string;
  readonly series: string;
  readonly sequence: number;
  readonly issuedAt: string;
  readonly seller: Seller;
  readonly isCompany: boolean;
  readonly lines: readonly InvoiceLine[];
  readonly vatByRate: readonly VatTotal[];
  readonly totalNet: string;
  readonly totalVat: string;
  readonly totalGross: string;
  readonly currency: string;
  readonly paymentMethod: PaymentMethod | null;
  readonly orderedAt: string;
  /** Only on a storno: the invoice that it takes back, wholly or in part. */
  readonly stornoOf?: { readonly number: string; readonly issuedAt: string };
  /** Only on a storno, in the words of whoever asked for it. */
  readonly reason?: string;
}
