import type { Migration } from './migration.js';

/** Which master key this installation's secrets are under, told by a digest that reveals nothing of it. */
export const masterKey0361: Migration = {
  name: '0361_master_key',
  up: `
create table ops.master_key (
  only_row boolean primary key default true check (only_row),
  fingerprint text not null,
  claimed_at timestamptz not null default now()
);
`,
};
