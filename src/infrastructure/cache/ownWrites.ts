import { LRUCache } from 'lru-cache';

const MAX_USERS = 10_000;

/**
 * How far the log is that each user has written through this process: what they are shown from a cache includes it,
 * though the bus has not told of it yet and the caller did not ask with `X-Min-Position`.
 */
export class OwnWrites {
  private readonly positions = new LRUCache<string, { readonly position: bigint }>({ max: MAX_USERS });

  note(userId: string, position: bigint): void {
    if (position > (this.of(userId) ?? -1n)) this.positions.set(userId, { position });
  }

  of(userId: string): bigint | undefined {
    return this.positions.get(userId)?.position;
  }
}
