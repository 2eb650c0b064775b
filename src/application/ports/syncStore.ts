import type { SyncKind } from '../../domain/syncRun/syncRun.js';

/** What the sync remembers outside the log: all of it may be lost at the price of a longer run. */
export interface SyncStore {
  /** The latest `modified` seen from the marketplace, ISO 8601 UTC, per account and fulfilment type; null before the first. */
  watermark(account: string, key: string): Promise<string | null>;
  /** Never moves backwards. */
  saveWatermark(account: string, key: string, modifiedAt: string): Promise<void>;
  /**
   * Takes the place of the one run of its account and kind. Returns the id of the run that holds it: ours, or another's.
   */
  claimRun(account: string, kind: SyncKind, runId: string): Promise<string>;
  releaseRun(account: string, kind: SyncKind, runId: string): Promise<void>;
}

/** Digests of what the read model knows, so that unchanged rows cost no stream read. A hint only: the stream decides. */
export interface DigestIndex {
  orders(account: string, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  offers(account: string, offerIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Waits, bounded, until the index has seen the position. */
  caughtUpTo(position: bigint): Promise<void>;
}
