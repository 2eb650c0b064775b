/** The bytes of issued invoices: in `ops`, never rebuilt, never changed. */
export interface InvoiceFile {
  readonly number: string;
  /** Unguessable part of the public link. */
  readonly token: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly fetchedAt: string | null;
}

export interface InvoiceFiles {
  /** Keeps the first bytes ever put under a number and returns what is kept. */
  keep(number: string, pdf: Uint8Array): Promise<InvoiceFile>;
  byNumber(number: string): Promise<InvoiceFile | null>;
  byToken(token: string): Promise<InvoiceFile | null>;
  /** Somebody who is not signed in fetched the link: the marketplace, as far as we know. */
  markFetched(number: string, at: string): Promise<void>;
}
