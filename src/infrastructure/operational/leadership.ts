import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { holdLock } from '../bus/advisoryLock.js';

export interface Leadership {
  /** Aborts when we lead no longer; null while another process leads. */
  current(): AbortSignal | null;
  stop(): Promise<void>;
}

const RETRY_MS = 1_000;

/** Work that one process of the installation does at a time, whichever: the others stand by and take over. */
export const lead = (pool: pg.Pool, name: string, onTrouble: (error: unknown) => void): Leadership => {
  const stopped = new AbortController();
  let leading: AbortSignal | null = null;

  const hold = async (): Promise<void> => {
    const lock = await holdLock(pool, name, stopped.signal);
    if (!lock) return;
    const over = AbortSignal.any([lock.lost, stopped.signal]);
    leading = over;
    await new Promise<void>((resolve) => {
      if (over.aborted) resolve();
      else over.addEventListener('abort', () => resolve(), { once: true });
    });
    leading = null;
    lock.release();
  };

  const running = (async () => {
    while (!stopped.signal.aborted) {
      try {
        await hold();
      } catch (error) {
        onTrouble(error);
        await sleep(RETRY_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
      }
    }
  })();

  return {
    current: () => leading,
    async stop() {
      stopped.abort(new Error('Stopping'));
      await running;
    },
  };
};
