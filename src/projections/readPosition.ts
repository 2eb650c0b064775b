/** Names of projections, as routes declare what they read. */
export type ProjectionName =
  'order_list' | 'offers' | 'sync_runs' | 'operations' | 'ean_decisions' | 'returns' | 'audit';

export interface ReadPosition {
  /**
   * Waits until every named projection has applied everything up to the position, at most `timeoutMs`.
   * `behind` means that the time was up.
   */
  waitFor(projections: readonly ProjectionName[], position: bigint, timeoutMs: number): Promise<'reached' | 'behind'>;
  /** Whether events of this stream wait behind one that a named projection could not apply. */
  isParked(projections: readonly ProjectionName[], stream: string): Promise<boolean>;
  /** The highest position that all named projections have applied. */
  current(projections: readonly ProjectionName[]): Promise<bigint>;
}
