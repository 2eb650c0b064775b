const SHORTEST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 100;

/**
 * Waits for a condition with a deadline, not for a time. Fails with what was last seen. Whoever has waited for long looks
 * less often: what is looked at may be busy with the very work.
 */
export const eventually = async <T>(
  read: () => Promise<T> | T,
  holds: (value: T) => boolean,
  deadlineMs = 10_000,
): Promise<T> => {
  const start = Date.now();
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    const waited = Date.now() - start;
    if (waited > deadlineMs)
      throw new Error(
        `Still not so after ${deadlineMs} ms: ${JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))}`,
      );
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, waited / 10));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
