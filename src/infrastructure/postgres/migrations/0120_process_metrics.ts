import type { Migration } from './migration.js';

/** The last figures of processes that nobody can scrape; unlogged, for they are worth nothing after a crash. */
export const processMetrics0120: Migration = {
  name: '0120_process_metrics',
  up: `
create unlogged table ops.process_metrics (
  instance text primary key,
  metrics jsonb not null,
  told_at timestamptz not null default now()
);
`,
};
