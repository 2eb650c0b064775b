import type { Migration } from './migration.js';

/**
 * Failures are counted under a digest of the name: whatever somebody types there, perhaps a password, stands nowhere. What
 * was counted so far is forgotten.
 */
export const loginFailuresByDigest0353: Migration = {
  name: '0353_login_failures_by_digest',
  up: `
truncate ops.login_failures;
alter table ops.login_failures rename column username to name_digest;
create index login_failures_age on ops.login_failures (failed_at);
`,
};
