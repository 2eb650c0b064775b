import type { Migration } from './migration.js';

/** Facts of acts that happen elsewhere: kept before the act, and not told before it is known what became of it. */
export const heldFacts0400: Migration = {
  name: '0400_held_facts',
  up: `
alter table ops.audit_outbox add column held_until timestamptz;
`,
};
