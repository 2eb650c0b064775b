import { setTimeout as sleep } from 'node:timers/promises';

/** Reads again until the value is as wanted; fails with the last value when the deadline has passed. */
export const waitUntil = async <T>(
  read: () => Promise<T> | T,
  isWanted: (value: T) => boolean,
  deadlineMs = 20_000,
): Promise<T> => {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const value = await read();
    if (isWanted(value)) return value;
    if (Date.now() > deadline) throw new Error(`not so after ${deadlineMs} ms: ${JSON.stringify(value)}`);
    await sleep(25);
  }
};
