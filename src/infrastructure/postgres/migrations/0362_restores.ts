import type { Migration } from './migration.js';

/** When this installation was made again out of a backup, and at which position of the log it went on. */
export const restores0362: Migration = {
  name: '0362_restores',
  up: `
create table ops.restores (
  restored_at timestamptz primary key default now(),
  backup_created_at timestamptz not null,
  head bigint not null
);
`,
};
