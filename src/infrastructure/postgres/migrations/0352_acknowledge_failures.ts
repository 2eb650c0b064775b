import type { Migration } from './migration.js';

/** Orders that could not be acknowledged by themselves, and how often that was tried. */
export const acknowledgeFailures0352: Migration = {
  name: '0352_acknowledge_failures',
  up: `
create table ops.acknowledge_failures (
  account text not null,
  order_id text not null,
  failures integer not null,
  reason text not null,
  failed_at timestamptz not null default now(),
  primary key (account, order_id)
);
`,
};
