/**
 * The `code` that Node and drivers put on their errors (`ENOENT`, `23505`), or undefined. Not by `instanceof`: an error
 * of another realm (a test's sandbox, a worker) is none of ours.
 */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
