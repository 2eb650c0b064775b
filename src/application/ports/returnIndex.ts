/** What the read model knows of an account's returns. A hint only: the stream decides. */
export interface ReturnIndex {
  /** Ids of returns that may still change, oldest first; at most `limit`. */
  open(account: string, limit: number): Promise<readonly string[]>;
  /** Digests by id, so that unchanged returns cost no stream read. */
  digests(account: string, returnIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
