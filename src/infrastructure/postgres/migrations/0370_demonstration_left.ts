import type { Migration } from './migration.js';

/** When a person left the demonstration data of an account behind; null while it is in use, and for real accounts. */
export const demonstrationLeft0370: Migration = {
  name: '0370_demonstration_left',
  up: `
alter table ops.account_keys add column left_at timestamptz check (left_at is null or is_demonstration);
`,
};
