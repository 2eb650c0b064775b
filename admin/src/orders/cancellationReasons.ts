/** The marketplace's reasons (reference, appendix A) that a seller has; the rest are the marketplace's own or the customer's. */
export const CANCELLATION_REASONS: readonly number[] = [1, 2, 3, 19, 20, 24, 25, 31, 33, 34];
