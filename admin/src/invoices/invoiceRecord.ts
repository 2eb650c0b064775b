import type { Schemas } from '../api/client.js';
import type { InvoiceRecord } from '../orders/orderRecord.js';

export type InvoiceRow = InvoiceRecord & { readonly id: string };
export type RefusedRow = Schemas['AttentionItem'];

export type InvoiceTab = 'issue' | 'issued' | 'refused' | 'storno';

export const INVOICE_TABS: readonly InvoiceTab[] = ['issue', 'issued', 'refused', 'storno'];

export const isInvoiceTab = (text: string | undefined): text is InvoiceTab => INVOICE_TABS.some((tab) => tab === text);

export const ISSUED = { storno: false };
export const STORNOS = { storno: true };
/** Not issued for a reason, or issued and not taken by the marketplace. */
export const REFUSED = { kind: ['invoice_refused', 'invoice_not_fetched'] };
