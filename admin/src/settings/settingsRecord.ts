export const SELLER_FIELDS = [
  'name',
  'fiscal_code',
  'registration',
  'address',
  'city',
  'county',
  'postcode',
  'country',
  'iban',
  'contact',
  'phone',
] as const;
export type SellerField = (typeof SELLER_FIELDS)[number];
export type Seller = Readonly<Record<SellerField, string>>;

export interface InvoiceSeries {
  readonly series: string;
  readonly next_number: number | string;
  readonly accounts: readonly string[];
}

export interface SettingsRecord {
  readonly seller: Seller;
  readonly invoice_series: readonly InvoiceSeries[];
  readonly automation: Readonly<Record<string, { readonly auto_acknowledge: boolean }>>;
}
