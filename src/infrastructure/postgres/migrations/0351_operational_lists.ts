import type { Migration } from './migration.js';

const words = (...parts: readonly string[]): string =>
  `to_tsvector('simple', regexp_replace(${parts.map((part) => `coalesce(${part}, '')`).join(` || ' ' || `)}, '[^[:alnum:]]+', ' ', 'g'))`;

/**
 * Lists of operational tables in the form of all lists: a text key that breaks ties, a search column, the row as JSON.
 * Rewrites the journal (30 days of it) and the notifications once; calls to the marketplace wait meanwhile.
 */
export const operationalLists0351: Migration = {
  name: '0351_operational_lists',
  up: `
alter table ops.marketplace_calls add column search tsvector generated always as (
  ${words('route', 'order_id', 'outcome', 'detail', 'correlation_id')}
) stored;
drop index ops.marketplace_calls_order;
drop index ops.marketplace_calls_started;
create unique index marketplace_calls_key on ops.marketplace_calls ((id::text));
create index marketplace_calls_started on ops.marketplace_calls (started_at, (id::text));
create index marketplace_calls_account on ops.marketplace_calls (account, started_at, (id::text));
create index marketplace_calls_outcome on ops.marketplace_calls (outcome, started_at, (id::text));
create index marketplace_calls_duration on ops.marketplace_calls (duration_ms, (id::text));
create index marketplace_calls_order on ops.marketplace_calls (order_id, started_at, (id::text))
  where order_id is not null;
create index marketplace_calls_search on ops.marketplace_calls using gin (search);

create view ops.marketplace_call_list as
select id::text as key, account, route, order_id, outcome, started_at, duration_ms, search,
       json_build_object(
         'id', id::text, 'account_type', account, 'route', route, 'order_id', order_id,
         'correlation_id', correlation_id,
         'started_at', to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'duration_ms', duration_ms, 'http_status', http_status, 'outcome', outcome, 'detail', detail) as item
  from ops.marketplace_calls;

alter table ops.notifications add column search tsvector generated always as (
  ${words('kind', 'severity')} || jsonb_to_tsvector('simple', data, '["string", "numeric"]')
) stored;
create index notifications_created on ops.notifications (created_at, id);
create index notifications_kind on ops.notifications (kind, created_at, id);
create index notifications_severity on ops.notifications (severity, created_at, id);
create index notifications_search on ops.notifications using gin (search);
drop index ops.notifications_recent;

create view ops.notification_list as
select id as key, kind, severity, created_at, search,
       json_build_object(
         'id', id, 'kind', kind, 'severity', severity, 'data', data,
         'created_at', to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as item
  from ops.notifications;

create index job_runs_started on ops.job_runs (started_at, (id::text));
create index job_runs_name on ops.job_runs (name, started_at, (id::text));
create unique index job_runs_key on ops.job_runs ((id::text));

create view ops.job_run_list as
select id::text as key, name, state, started_at,
       json_build_object(
         'id', id, 'name', name, 'state', state, 'trigger', trigger,
         'started_at', to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'finished_at', to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'result', result, 'error', error) as item
  from ops.job_runs;
`,
};
