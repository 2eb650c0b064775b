/**
 * The frame of the read models. It is not a numbered migration: `read` may be dropped at any time and must come back by
 * itself, after which every projection starts from the beginning.
 */
export const READ_SCHEMA = `
create schema if not exists read;

create table if not exists read.checkpoints (
  projection text not null,
  version integer not null,
  position bigint not null,
  store_id text not null,
  -- Version of the code's table definitions; version counts rebuilds of it.
  definition integer not null default 1,
  -- How many events it took to get here: with position, the density by which lag is estimated.
  events bigint not null default 0,
  updated_at timestamptz not null default now(),
  primary key (projection, version)
);

-- Which version of a projection readers use.
create table if not exists read.projection_pointers (
  projection text primary key,
  version integer not null,
  switched_at timestamptz not null default now()
);

-- Events that a projection could not apply, and those of the same stream that were held back behind them.
create table if not exists read.parked_events (
  id bigint generated always as identity primary key,
  projection text not null,
  version integer not null,
  stream text not null,
  revision bigint not null,
  position bigint not null,
  event_id text not null,
  type text not null,
  error text,
  parked_at timestamptz not null default now(),
  replay_requested_at timestamptz,
  unique (projection, version, stream, revision)
);
`;
