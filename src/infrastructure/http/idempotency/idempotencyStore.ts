/** An answer as it was given the first time. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for an answer without a body. */
  readonly body: Uint8Array | null;
}

/**
 * `started`: nobody used this key, or whoever did died without an answer; work now. `running`: the same request is being
 * worked on. `mismatch`: the key belongs to another request.
 */
export type IdempotencyClaim =
  | { readonly kind: 'started' }
  | { readonly kind: 'running' }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'done'; readonly answer: KeptAnswer };

/** First answers by user and idempotency key, kept 24 hours, bodies encrypted at rest. */
export interface IdempotencyStore {
  /** Exactly one of any number of simultaneous callers gets `started`. */
  claim(userId: string, key: string, requestDigest: string): Promise<IdempotencyClaim>;
  keep(userId: string, key: string, answer: KeptAnswer): Promise<void>;
  /** Forgets a claim whose request came to nothing, so that it may be repeated. */
  release(userId: string, key: string): Promise<void>;
}
