/** Repeats a check until it passes; after the deadline its last failure is the test's. */
export const waitUntil = async (check: () => void | Promise<void>, deadlineMs = 10_000): Promise<void> => {
  const end = Date.now() + deadlineMs;
  for (;;) {
    try {
      return await check();
    } catch (failure) {
      if (Date.now() > end) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
};
