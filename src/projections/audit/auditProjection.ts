import type { Actor, RecordedEvent } from '../../application/ports/eventStore.js';
import type { Projection, Row } from '../projection.js';
import { searchVector } from '../searchTerms.js';

/** One row of `GET /audit`; snake_case because it is sent as it is. */
export interface AuditEntry {
  readonly id: string;
  /** `signed_in`, `account_added`, …: the event's type. */
  readonly kind: string;
  readonly at: string;
  readonly recorded_at: string;
  readonly actor: Actor;
  readonly object: { readonly type: string; readonly id: string };
  readonly details: Readonly<Record<string, unknown>>;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly correlation_id: string;
  readonly position: string;
}

const snake = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

const PREFIXES = ['user-', 'account-', 'administration-'] as const;

/** Which member of the data names the object, by its kind. */
const OBJECTS: Readonly<Record<string, { readonly type: string; readonly member: string | null }>> = {
  SettingsChanged: { type: 'settings', member: null },
  JobStartedByHand: { type: 'job', member: 'job' },
  ParkedEventReplayed: { type: 'parked_event', member: 'parkedEventId' },
  DeadLetterRedriven: { type: 'dead_letter', member: 'deadLetterId' },
  PersonalDataExported: { type: 'export', member: 'what' },
  UnknownSignInsRefused: { type: 'sign_in', member: null },
};

type Members = Readonly<Record<string, unknown>>;

const objectOf = (stream: string, type: string, data: Members): AuditEntry['object'] => {
  if (stream.startsWith('user-')) return { type: 'user', id: String(data['username'] ?? stream.slice(5)) };
  if (stream.startsWith('account-')) return { type: 'account', id: stream.slice('account-'.length) };
  const known = OBJECTS[type];
  const id = known?.member ? String(data[known.member] ?? '') : (known?.type ?? stream);
  return { type: known?.type ?? 'installation', id };
};

/** What the row tells elsewhere, or what only the log needs. */
const APART = new Set(['at', 'personId', 'personal', 'username']);

const detailsOf = (data: Members, personal: Members): Members =>
  Object.fromEntries(
    [...Object.entries(data).filter(([name]) => !APART.has(name)), ...Object.entries(personal)].map(([name, value]) => [
      snake(name),
      value,
    ]),
  );

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const entryOf = (event: RecordedEvent): AuditEntry => {
  const data: Members = { ...event.data };
  const { ip, userAgent, ...personal }: Members = { ...(data['personal'] as object | undefined) };
  return {
    id: event.id,
    kind: snake(event.type),
    at: event.metadata.occurredAt,
    recorded_at: event.recordedAt,
    actor: event.metadata.actor,
    object: objectOf(event.stream, event.type, data),
    details: detailsOf(data, personal),
    ip: textOf(ip),
    user_agent: textOf(userAgent),
    correlation_id: event.metadata.correlationId,
    position: event.position.toString(),
  };
};

const searchable = ({ kind, actor, object, details, ip }: AuditEntry): string =>
  searchVector({ texts: [kind, actor.id, object.type, object.id, ip, JSON.stringify(details)] });

/** Administrative acts, a row for each event: what was done stays as it was told. */
export const auditProjection: Projection<AuditEntry> = {
  name: 'audit',
  version: 1,
  streamPrefixes: PREFIXES,
  table: {
    name: 'audit',
    columns: [
      { name: 'at', type: 'timestamptz not null' },
      { name: 'kind', type: 'text not null' },
      { name: 'actor', type: 'text not null' },
      { name: 'object_type', type: 'text not null' },
      { name: 'object', type: 'text not null' },
      { name: 'search', type: 'tsvector not null' },
      { name: 'entry', type: 'json not null' },
    ],
    indexes: [
      { name: 'at', definition: '(at, key)' },
      { name: 'kind', definition: '(kind, at, key)' },
      { name: 'actor', definition: '(actor, at, key)' },
      { name: 'object_type', definition: '(object_type, at, key)' },
      { name: 'object', definition: '(object, at, key)' },
      { name: 'search', definition: 'using gin (search)' },
    ],
  },
  children: [],
  counters: [],

  keyOf: ({ stream, id }) => (PREFIXES.some((prefix) => stream.startsWith(prefix)) ? id : undefined),

  evolve: (state, event) => state ?? entryOf(event),

  row: (entry): Row => ({
    at: entry.at,
    kind: entry.kind,
    actor: entry.actor.id,
    object_type: entry.object.type,
    object: `${entry.object.type}:${entry.object.id}`,
    search: searchable(entry),
    entry,
  }),

  childRows: () => [],
  contributions: () => [],
};
