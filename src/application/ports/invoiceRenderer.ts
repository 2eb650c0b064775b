import type { InvoiceBuyer, InvoiceDocument } from '../../domain/invoice/invoiceDocument.js';

export interface InvoiceRenderer {
  /** PDF bytes; the same document gives the same bytes. */
  render(document: InvoiceDocument, buyer: InvoiceBuyer): Promise<Uint8Array>;
}
