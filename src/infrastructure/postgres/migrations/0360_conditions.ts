import type { Migration } from './migration.js';

/**
 * What a part of the installation says of itself to the others, worth nothing once it stopped saying it; and a table
 * that is written anew to find out whether the disk takes anything. Unlogged: neither belongs into a backup.
 */
export const conditions0360: Migration = {
  name: '0360_conditions',
  up: `
create unlogged table ops.conditions (
  code text primary key,
  detail text not null,
  since timestamptz not null default now(),
  told_at timestamptz not null default now()
);

create unlogged table ops.storage_probe (
  filler text not null
);
`,
};
