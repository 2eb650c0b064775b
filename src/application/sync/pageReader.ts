import pLimit from 'p-limit';
import type { Page } from '../ports/marketplace.js';

export const PAGE_SIZE = 100;
/** A live page takes seconds; this many at once fill the budget without hoarding slots. */
const PAGES_AT_ONCE = 6;

/**
 * Reads pages in parallel until a short one. `expectedPages` is a hint from a count, which may be wrong both ways.
 * `take` gets every page once, in any order.
 */
export const readAllPages = async <P extends Page<unknown>>(
  expectedPages: number,
  maxPages: number,
  read: (page: number) => Promise<P>,
  take: (page: P) => Promise<void>,
): Promise<number> => {
  const limit = pLimit(PAGES_AT_ONCE);
  let lastPage = Math.min(Math.max(expectedPages, 1), maxPages);
  let isShort = false;
  let taken = 0;
  const one = async (number: number): Promise<void> => {
    const page = await read(number);
    taken += 1;
    if (page.rows < PAGE_SIZE && number >= lastPage) isShort = true;
    await take(page);
  };
  const numbers = Array.from({ length: lastPage }, (_, index) => index + 1);
  const results = await Promise.allSettled(numbers.map((number) => limit(() => one(number))));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  // The count may have been low: go on until a page is short.
  while (!isShort && lastPage < maxPages) {
    lastPage += 1;
    await one(lastPage);
  }
  return taken;
};
