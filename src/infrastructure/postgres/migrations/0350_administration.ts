import type { Migration } from './migration.js';

/**
 * Acts of people on their way to the log; which accounts had their first sync (those that are there by now did); runs of
 * jobs that wait for a worker, or were left out because one was running.
 */
export const administration0350: Migration = {
  name: '0350_administration',
  up: `
create table ops.audit_outbox (
  id uuid primary key,
  seq bigint generated always as identity,
  sealed bytea not null,
  attempts integer not null default 0,
  kept_at timestamptz not null default now()
);
create index audit_outbox_order on ops.audit_outbox (attempts, seq);

alter table ops.account_keys add column first_sync_at timestamptz;
update ops.account_keys set first_sync_at = now();

alter table ops.job_runs drop constraint job_runs_state_check;
alter table ops.job_runs add constraint job_runs_state_check
  check (state in ('queued', 'running', 'succeeded', 'partial', 'failed', 'skipped'));
`,
};
