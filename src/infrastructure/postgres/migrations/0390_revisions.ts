import type { Migration } from './migration.js';

/** How often a user, or an account, was changed: what `If-Match` is held against. */
export const revisions0390: Migration = {
  name: '0390_revisions',
  up: `
alter table ops.users add column revision bigint not null default 0;
alter table ops.account_keys add column revision bigint not null default 0;
`,
};
