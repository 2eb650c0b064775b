import type { Migration } from './migration.js';

/** What is not in the log and must be backed up. Positions are those of the log named by `store_id` beside them. */
export const ops0001: Migration = {
  name: '0001_ops',
  up: `
create table ops.settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);

-- Data keys of persons, wrapped by the installation's master key. Erasing a person nulls the key and keeps the row, so
-- that nobody mistakes an erased person for an unknown one; a later order of the same person gets a new key.
create table ops.person_keys (
  kid uuid primary key,
  person_id text not null,
  wrapped_key bytea,
  created_at timestamptz not null default now(),
  erased_at timestamptz
);
create unique index person_keys_live on ops.person_keys (person_id) where wrapped_key is not null;

create table ops.users (
  id text primary key,
  username text not null,
  password_hash text not null,
  roles text[] not null,
  must_change_password boolean not null default false,
  is_active boolean not null default true,
  failed_logins integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index users_username on ops.users (lower(username));

create table ops.refresh_tokens (
  token_hash bytea primary key,
  family uuid not null,
  user_id text not null references ops.users (id) on delete cascade,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  rotated_at timestamptz,
  revoked_at timestamptz
);
create index refresh_tokens_family on ops.refresh_tokens (family);
create index refresh_tokens_expiry on ops.refresh_tokens (expires_at);

-- One row for every account key that this installation ever had, whether by environment, panel or sandbox.
create table ops.account_keys (
  key text primary key,
  is_demonstration boolean not null,
  callback_secret text not null unique,
  first_seen_at timestamptz not null default now()
);

-- Accounts added in the panel; those of the environment stand beside them.
create table ops.accounts (
  key text primary key,
  platform text not null,
  fulfilment text not null check (fulfilment in ('own', 'fbe')),
  base_url text not null,
  username text not null,
  wrapped_password bytea not null,
  limits jsonb,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- The governor: the next free slot of each window, by this database's clock.
create table ops.budgets (
  account text not null,
  bucket text not null,
  second_slot timestamptz not null default '-infinity',
  minute_slot timestamptz not null default '-infinity',
  day_slot timestamptz not null default '-infinity',
  blocked_until timestamptz not null default '-infinity',
  updated_at timestamptz not null default now(),
  primary key (account, bucket)
);

create table ops.circuits (
  account text primary key,
  code text not null default 'unknown',
  text text not null default '',
  checked_at timestamptz,
  failures integer not null default 0,
  open_until timestamptz,
  probe_until timestamptz,
  configuration_digest text,
  updated_at timestamptz not null default now()
);

create table ops.marketplace_calls (
  id bigint generated always as identity primary key,
  account text not null,
  route text not null,
  order_id text,
  correlation_id text not null,
  request_id text,
  started_at timestamptz not null,
  duration_ms integer not null,
  http_status integer,
  outcome text not null,
  detail text,
  request_body bytea,
  response_body bytea
);
create index marketplace_calls_order on ops.marketplace_calls (order_id, started_at) where order_id is not null;
create index marketplace_calls_started on ops.marketplace_calls (started_at);

create table ops.parked_payloads (
  id uuid primary key,
  account text not null,
  kind text not null,
  reference text,
  reason text not null,
  digest text not null,
  payload bytea not null,
  parked_at timestamptz not null default now(),
  resolved_at timestamptz,
  unique (account, kind, digest)
);

create table ops.idempotency_answers (
  user_id text not null,
  key text not null,
  request_digest text not null,
  state text not null check (state in ('running', 'done')),
  status integer,
  headers jsonb,
  body bytea,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (user_id, key)
);
create index idempotency_answers_expiry on ops.idempotency_answers (expires_at);

create table ops.invoice_files (
  number text primary key,
  token text not null unique,
  sha256 text not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  fetched_at timestamptz,
  fetch_note text
);

create table ops.label_files (
  account text not null,
  emag_id text not null,
  format text not null,
  content_type text not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  primary key (account, emag_id, format)
);

create table ops.job_runs (
  id uuid primary key,
  name text not null,
  trigger text not null,
  state text not null check (state in ('running', 'succeeded', 'partial', 'failed')),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  result jsonb,
  error text
);
create index job_runs_recent on ops.job_runs (name, started_at desc);

create table ops.notifications (
  id text primary key,
  kind text not null,
  severity text not null check (severity in ('info', 'warning', 'error')),
  data jsonb not null,
  store_id text not null,
  position bigint not null,
  created_at timestamptz not null
);
create index notifications_recent on ops.notifications (created_at desc, id);

create table ops.notification_reads (
  user_id text not null,
  notification_id text not null references ops.notifications (id) on delete cascade,
  read_at timestamptz not null default now(),
  primary key (user_id, notification_id)
);

create table ops.dead_letters (
  id uuid primary key,
  topic text not null,
  group_name text not null,
  message jsonb not null,
  cause text not null,
  attempts integer not null,
  failed_at timestamptz not null default now(),
  redriven_at timestamptz
);
create index dead_letters_open on ops.dead_letters (group_name, failed_at) where redriven_at is null;

create table ops.bus_offsets (
  group_name text primary key,
  store_id text not null,
  position bigint not null,
  updated_at timestamptz not null default now()
);

create table ops.reactor_checkpoints (
  reactor text primary key,
  store_id text not null,
  position bigint not null,
  updated_at timestamptz not null default now()
);

create table ops.sync_watermarks (
  account text not null,
  key text not null,
  modified_at timestamptz not null,
  primary key (account, key)
);

create table ops.sync_claims (
  account text not null,
  kind text not null,
  run_id text not null,
  claimed_at timestamptz not null default now(),
  primary key (account, kind)
);
`,
};
