/** Numbers of the reasons for which an order may be cancelled (reference, Appendix A). */
const REASONS: ReadonlySet<number> = new Set([
  1, 2, 3, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41,
  42, 43,
]);

export const isCancellationReason = (reason: number): boolean => REASONS.has(reason);
