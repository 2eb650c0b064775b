import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the check no longer throws; fails with its last error when the deadline passes. */
export const passing = async <T>(check: () => T | Promise<T>, deadlineMs = 20_000): Promise<T> => {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(20);
    }
  }
};
