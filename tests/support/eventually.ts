/** Waits for a condition with a deadline, not for a time. Fails with what was last seen. */
export const eventually = async <T>(
  read: () => Promise<T> | T,
  holds: (value: T) => boolean,
  deadlineMs = 10_000,
): Promise<T> => {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end)
      throw new Error(
        `Still not so after ${deadlineMs} ms: ${JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
