import { setTimeout as sleep } from 'node:timers/promises';

export interface BatchOptions {
  readonly maxCount: number;
  /** How long to wait for one more once there is something to send. */
  readonly lingerMs: number;
}

const LINGERED = Symbol('lingered');

/**
 * Groups what is there: as many as are waiting, at once when nothing more comes. Never holds back an item for the sake
 * of a fuller batch beyond `lingerMs`, and never reads ahead of the batch that is being worked on by more than one item.
 */
export async function* batches<T>(source: AsyncIterable<T>, { maxCount, lingerMs }: BatchOptions): AsyncGenerator<T[]> {
  const iterator = source[Symbol.asyncIterator]();
  let pending: Promise<IteratorResult<T>> | null = null;
  try {
    for (;;) {
      const batch: T[] = [];
      while (batch.length < maxCount) {
        pending ??= iterator.next();
        const next: IteratorResult<T> | typeof LINGERED =
          batch.length === 0 ? await pending : await Promise.race([pending, sleep(lingerMs, LINGERED)]);
        if (next === LINGERED) break;
        pending = null;
        if (next.done) {
          if (batch.length > 0) yield batch;
          return;
        }
        batch.push(next.value);
      }
      yield batch;
    }
  } finally {
    // The item under way is lost to us; whoever reads again begins at the last checkpoint.
    pending?.catch(() => undefined);
    void iterator.return?.()?.catch(() => undefined);
  }
}
