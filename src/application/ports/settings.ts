import type { Telling } from './audit.js';
import type { Seller } from '../../domain/invoice/invoiceDocument.js';

export interface InvoiceSeriesSetting {
  readonly series: string;
  /** Counts only while the series is empty; afterwards the log tells. */
  readonly nextNumber: number;
  readonly accounts: readonly string[];
}

export interface Settings {
  /** Counts the saves. */
  readonly revision: bigint;
  readonly seller: Seller;
  /** Set while the seller is the invented one of the demonstration: the only accounts that it sells for. */
  readonly sellerOnlyFor?: readonly string[];
  readonly invoiceSeries: readonly InvoiceSeriesSetting[];
  readonly automation: Readonly<Record<string, { readonly autoAcknowledge: boolean }>>;
}

export type SettingsChange = Partial<Pick<Settings, 'seller' | 'invoiceSeries' | 'automation'>>;

export interface SavedSettings {
  readonly before: Settings;
  readonly after: Settings;
}

export interface SettingsStore {
  /** Saved settings over the first values of the environment (contract §9). */
  read(): Promise<Settings>;
  /** @throws RevisionConflict when `expectedRevision` is given and somebody saved since. */
  save(change: SettingsChange, telling: Telling<SavedSettings>, expectedRevision?: bigint): Promise<Settings>;
}
