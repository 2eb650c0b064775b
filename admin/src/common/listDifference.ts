type Id = string | number;

export interface ListDifference {
  readonly arrived: readonly Id[];
  readonly gone: readonly Id[];
}

/**
 * What came into a page of a list, and what left it, between two readings. Rows that were only pushed over the end of a
 * full page by new ones, or drawn in there by rows that left, are neither.
 */
export const differenceOf = (before: readonly Id[], after: readonly Id[], perPage: number): ListDifference => {
  const wasThere = new Set(before);
  const isThere = new Set(after);
  const lastBefore = before.findLastIndex((id) => isThere.has(id));
  const lastAfter = after.findLastIndex((id) => wasThere.has(id));
  // A page of nothing but new rows has pushed out all that was there.
  const isNew = (index: number) => index < lastAfter || lastAfter === -1 || before.length < perPage;
  const isLost = (index: number) => index < lastBefore || after.length < perPage;
  return {
    arrived: after.filter((id, index) => !wasThere.has(id) && isNew(index)),
    gone: before.filter((id, index) => !isThere.has(id) && isLost(index)),
  };
};
