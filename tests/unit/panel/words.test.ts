import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english } from '../../../admin/src/i18n/english.js';
import { romanian } from '../../../admin/src/i18n/romanian.js';
import type { OperationKind, OperationState } from '../../../src/domain/operation/operation.js';
import type { SyncRunPhase, SyncTrigger } from '../../../src/domain/syncRun/syncRun.js';
import { DEFAULT_JOB_SECONDS } from '../../../src/infrastructure/config/jobs.js';
import {
  accountSchemas,
  installationSchemas,
  userSchemas,
} from '../../../src/infrastructure/eventstore/schemas/administrationSchemas.js';
import { orderSchemas } from '../../../src/infrastructure/eventstore/schemas/orderSchemas.js';
import { PROBLEMS } from '../../../src/infrastructure/http/problems.js';
import type {
  AlertKind,
  ConditionKind,
  NotificationKind,
} from '../../../src/infrastructure/notifications/notification.js';
import { PROJECTIONS } from '../../../src/projections/projections.js';

/** All members of a union, in any order: one that is missing here does not compile. */
const all = <Member extends string>(members: Readonly<Record<Member, true>>): string[] => Object.keys(members);

const snake = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

interface Shape {
  readonly $ref?: string;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
  readonly enum?: readonly (string | null)[];
}

const openApi = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  components: { schemas: Readonly<Record<string, Shape>> };
};
const choicesOf = (schema: string, property: string): string[] => {
  const choices = openApi.components.schemas[schema]?.properties?.[property]?.enum;
  if (!choices) throw new Error(`${schema}.${property} has no choices in the document`);
  return choices.filter((choice) => choice !== null);
};

const innerFieldsOf = ({ $ref, items, properties, anyOf = [] }: Shape): string[] => [
  ...($ref ? innerFieldsOf(openApi.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}) : []),
  ...(items ? innerFieldsOf(items) : []),
  ...anyOf.flatMap(innerFieldsOf),
  ...Object.entries(properties ?? {}).flatMap(([name, shape]) => [name, ...innerFieldsOf(shape)]),
];

/** What a change in the history of an order may name inside the order's own parts. */
const fieldsOfOrder = (): string[] =>
  ['products', 'vouchers', 'shipping_address', 'customer', 'locker', 'amounts', 'attachments'].flatMap((part) =>
    innerFieldsOf(openApi.components.schemas['Order']?.properties?.[part] ?? {}),
  );

const audited = [userSchemas, accountSchemas, installationSchemas].flatMap((schemas) => Object.entries(schemas));
/** Details that the object and the time say, and those that are taken apart. */
const SAID_OF_AUDIT = [
  'at',
  'user_id',
  'username',
  'account',
  'job',
  'parked_event_id',
  'dead_letter_id',
  'what',
  'person_id',
  'personal',
];

/** What the server may send for each group of words that the panel looks up at run time. */
const SENT: Readonly<Record<string, readonly string[]>> = {
  code: Object.keys(PROBLEMS),
  event: Object.keys(orderSchemas),
  status: choicesOf('OrderRow', 'status_name'),
  payment: [...choicesOf('OrderRow', 'payment_method'), ...choicesOf('OrderRow', 'payment_status'), 'unknown'],
  delivery: ['courier', 'pickup', 'locker'],
  // Chapter 5.4 of the reference: the reasons a seller may give.
  cancellation: ['1', '2', '3', '19', '20', '24', '25', '31', '33', '34'],
  awb_state: choicesOf('Awb', 'status'),
  'order.field': fieldsOfOrder(),
  'awbs.doubt_reason': ['order-was-finalized', 'order-is-finalized', 'order-moved-on'],
  'invoices.state': [...choicesOf('OrderInvoice', 'marketplace_state'), ...choicesOf('Invoice', 'marketplace_state')],
  'invoices.reason': ['public-url-missing'],
  'jobs.names': Object.keys(DEFAULT_JOB_SECONDS),
  'operations.kinds': all<OperationKind>({
    acknowledge_order: true,
    attach_document: true,
    bulk_acknowledge_orders: true,
    bulk_generate_awbs: true,
    bulk_generate_invoices: true,
    change_offer: true,
    change_order_status: true,
    generate_awb: true,
    generate_invoice: true,
    issue_storno: true,
    sync_offers: true,
    sync_orders: true,
  }),
  'operations.states': all<OperationState>({
    queued: true,
    running: true,
    succeeded: true,
    partial: true,
    failed: true,
    cancelled: true,
    in_doubt: true,
  }),
  sync: choicesOf('SyncRun', 'mode'),
  'sync.phase': [
    ...choicesOf('JobRun', 'state'),
    ...all<Exclude<SyncRunPhase, 'unknown'>>({
      requested: true,
      running: true,
      completed: true,
      failed: true,
      cancelled: true,
    }),
  ],
  'sync.trigger': all<SyncTrigger>({ user: true, schedule: true, callback: true, start: true }),
  'notifications.kinds': all<NotificationKind | Exclude<AlertKind, ConditionKind>>({
    order_new: true,
    acknowledge_failed: true,
    acknowledge_parked: true,
    status_change_failed: true,
    awb_failed: true,
    awb_in_doubt: true,
    invoice_attach_failed: true,
    offer_change_failed: true,
    offer_conflict: true,
    bulk_ended: true,
    health_check_failed: true,
    sync_failed: true,
    sync_incomplete: true,
  }),
  'audit.kinds': audited.map(([type]) => snake(type)),
  'audit.objects': [
    'user',
    'account',
    'settings',
    'job',
    'parked_event',
    'dead_letter',
    'export',
    'sign_in',
    'installation',
  ],
  'audit.details': [...audited.flatMap(([, { shape }]) => Object.keys(shape)), 'changes', 'addresses']
    .map(snake)
    .filter((name) => !SAID_OF_AUDIT.includes(name)),
  'order.calls.outcomes': [
    'ok',
    'refused',
    'rate-limited',
    'marketplace-failing',
    'unreachable',
    'credentials-refused',
    'ip-refused',
  ],
  'system.engine_name': ['embedded', 'EventStoreDB protocol'],
  'system.model_names': PROJECTIONS.map(({ name }) => name),
  system_check: ['database', 'migrations', 'storage', 'event_store', 'bus', 'relay'],
  'system.engine_kind': ['embedded', 'external'],
  'system.model_states': ['current', 'building', 'replaced'],
  'dashboard.system_state': ['ok', 'warning', 'failing', 'unknown'],
  'dashboard.part_state': ['ok', 'warning', 'failing', 'unknown'],
};

/** Groups whose key the source builds: the states of `PartStatus.tsx`. */
const BUILT = ['dashboard.system_state'];

const flat = (node: object, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...flat(value as object, `${prefix}${key}.`)],
    ),
  );

const LANGUAGES = { ro: flat(romanian.magflow), en: flat(english.magflow) };

const sourcesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesUnder(path) : [readFileSync(path, 'utf8')];
  });

const holes = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();

describe.each(['ro', 'en'] as const)('the words of the panel in %s', (language) => {
  const words = LANGUAGES[language];

  it('has one for everything that the server may send', () => {
    const missing = Object.entries(SENT).flatMap(([group, values]) =>
      values.map((value) => `${group}.${value}`).filter((key) => !words.get(key)),
    );
    expect(missing).toEqual([]);
  });

  it('has no empty one', () => {
    expect([...words].filter(([, sentence]) => sentence.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('has the plural forms of the language', () => {
    // Romanian tells one, few and many apart; "20 de comenzi" is the third.
    const forms = { ro: 3, en: 2 }[language];
    const wrong = [...words].filter(
      ([, sentence]) => sentence.includes('||||') && sentence.split('||||').length !== forms,
    );
    expect(wrong).toEqual([]);
  });

  it('speaks plainly', () => {
    // No exclamation marks, no emoji; Romanian with the comma below, never the cedilla.
    const wrong = [...words].filter(([, sentence]) => /[!ŞşŢţ]|\p{Emoji_Presentation}/u.test(sentence));
    expect(wrong).toEqual([]);
  });
});

it('fills the same places in both languages', () => {
  const differing = [...LANGUAGES.ro]
    .filter(([key, sentence]) => holes(sentence).join() !== holes(LANGUAGES.en.get(key) ?? '').join())
    .map(([key]) => key);
  expect(differing).toEqual([]);
});

it('knows every group that the pages look words up in', () => {
  const used = sourcesUnder('admin/src').flatMap((source) =>
    [...source.matchAll(/\bword\('([a-z_.]+)', /g)].map(([, group]) => group ?? ''),
  );
  expect([...new Set([...used, ...BUILT])].sort()).toEqual(Object.keys(SENT).sort());
});
