import type { Schemas } from '../api/client.js';

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
export type SettingsRecord = Schemas['Settings'];
export type Seller = SettingsRecord['seller'];
export type InvoiceSeries = SettingsRecord['invoice_series'][number];
