import type { Migration } from './migration.js';
import { ops0001 } from './0001_ops.js';

/** Every migration of `ops`, in order. A file that is not listed here does not run. */
export const migrations: readonly Migration[] = [ops0001];
