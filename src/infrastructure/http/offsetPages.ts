import { InvalidCursor, type ListPage, type ListRequest } from '../../projections/listPage.js';
import { currentSnapshot, SNAPSHOT_BATCH } from '../../projections/snapshot.js';

/** Rows of a list whose order is no index's: sums of groups, and what is merged from several places. */
export interface OffsetSlice {
  readonly offset: number;
  readonly limit: number;
}

const encode = (offset: number): string => Buffer.from(JSON.stringify({ offset })).toString('base64url');

const decode = (cursor: string): number => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && 'offset' in parsed) {
      const { offset } = parsed;
      if (typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0) return offset;
    }
  } catch {
    // Falls through: what cannot be read is no cursor of ours.
  }
  throw new InvalidCursor();
};

/** Where the page or cursor begins. A list that is read whole takes larger steps. @throws InvalidCursor */
export const sliceOf = ({ page, itemsPerPage, cursor }: ListRequest): OffsetSlice => ({
  offset: cursor === undefined ? (page - 1) * itemsPerPage : decode(cursor),
  limit: currentSnapshot() ? SNAPSHOT_BATCH : itemsPerPage,
});

/** The slice in numbers of pages, for what counts in pages. @throws InvalidCursor when it was begun with pages of another size */
export const pageOfSlice = ({ offset, limit }: OffsetSlice): { page: number; itemsPerPage: number } => {
  if (offset % limit !== 0) throw new InvalidCursor();
  return { page: offset / limit + 1, itemsPerPage: limit };
};

/** The slice as a page of a list. */
export const offsetPage = (
  { offset }: OffsetSlice,
  items: readonly unknown[],
  { total, isLowerBound = false }: { readonly total: number; readonly isLowerBound?: boolean },
): ListPage => ({
  items: items.map((item) => JSON.stringify(item)),
  total,
  totalIsLowerBound: isLowerBound,
  nextCursor:
    items.length > 0 && (isLowerBound || offset + items.length < total) ? encode(offset + items.length) : null,
});
