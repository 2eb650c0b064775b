import type { Migration } from './migration.js';

/** Failures are counted by name, not by user, so that a name which does not exist locks just the same. */
export const loginFailures0201: Migration = {
  name: '0201_login_failures',
  up: `
create table ops.login_failures (
  username text primary key,
  failures integer not null,
  locked_until timestamptz,
  failed_at timestamptz not null
);
`,
};
