import type { Migration } from './migration.js';

/** Rows of the marketplace that could not be understood, in the form of all lists. */
export const unreadableRows0380: Migration = {
  name: '0380_unreadable_rows',
  up: `
alter table ops.parked_payloads add column search tsvector generated always as (
  to_tsvector('simple', regexp_replace(kind || ' ' || coalesce(reference, '') || ' ' || reason, '[^[:alnum:]]+', ' ', 'g'))
) stored;
create unique index parked_payloads_key on ops.parked_payloads ((id::text));
create index parked_payloads_parked on ops.parked_payloads (parked_at, (id::text));
create index parked_payloads_search on ops.parked_payloads using gin (search);

create view ops.unreadable_row_list as
select id::text as key, account, kind, parked_at as last_seen_at, search,
       json_build_object(
         'id', id, 'account_type', account, 'kind', kind, 'reference', reference, 'reason', reason,
         'last_seen_at', to_char(parked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as item
  from ops.parked_payloads;
`,
};
