import type { Migration } from './migration.js';

/** When the status of each AWB was last asked for. */
export const awbChecks0310: Migration = {
  name: '0310_awb_checks',
  up: `
create table ops.awb_checks (
  account text not null,
  awb_number text not null,
  checked_at timestamptz not null,
  primary key (account, awb_number)
);
`,
};
