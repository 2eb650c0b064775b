import { afterEach, describe, expect, it } from '@jest/globals';
import { AuditLog } from '../../../src/application/audit/auditLog.js';
import { UnknownSignIns } from '../../../src/application/audit/unknownSignIns.js';
import { EventStoreUnavailable, type EventStore } from '../../../src/application/ports/eventStore.js';
import type { AdministrationEvent } from '../../../src/domain/administration/administrationEvents.js';
import { InMemoryEventStore } from '../../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { InMemoryAuditOutbox } from '../../http/support/inMemoryAuditOutbox.js';
import { eventually } from '../../support/eventually.js';

const at = '2026-03-02T10:00:00.000Z';
const context = { actor: { kind: 'user', id: 'ana' }, correlationId: 'c' } as const;
const added: AdministrationEvent = {
  type: 'AccountAdded',
  data: { account: 'shop', platform: 'emag-ro', fulfilment: 'own', baseUrl: 'https://x/api-3', at },
};

const opened: AuditLog[] = [];
const open = (store: Pick<EventStore, 'append'>, outbox = new InMemoryAuditOutbox(), patienceMs = 2_000) => {
  const audit = new AuditLog({ store, outbox, onTrouble: () => undefined, patienceMs });
  opened.push(audit);
  return audit;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((audit) => audit.stop()));
});

const typesOf = async (store: InMemoryEventStore, stream: string) =>
  (await store.read(stream)).events.map(({ type }) => type);

describe('an act', () => {
  it('stands in the stream of its object, and tells its place', async () => {
    const store = new InMemoryEventStore();
    const result = await open(store).recordNow(added, context);
    expect(result?.position).toBe(await store.lastPosition());
    const { events } = await store.read('account-shop');
    expect(events).toMatchObject([{ type: 'AccountAdded', metadata: { actor: context.actor, occurredAt: at } }]);
  });

  it('is not forgotten while the event store is away, nor waited for', async () => {
    const store = new InMemoryEventStore();
    let isAway = true;
    const outbox = new InMemoryAuditOutbox();
    const flaky: Pick<EventStore, 'append'> = {
      append: (...given) => (isAway ? Promise.reject(new EventStoreUnavailable('away')) : store.append(...given)),
    };
    const audit = open(flaky, outbox, 20);
    expect(await audit.recordNow(added, context)).toBeNull();
    await audit.record({ type: 'AccountRemoved', data: { account: 'shop', at } }, context);
    isAway = false;
    // Another process moves what this one could not.
    open(store, outbox).start();
    await eventually(
      () => typesOf(store, 'account-shop'),
      (types) => types.length === 2,
    );
    expect(await typesOf(store, 'account-shop')).toEqual(['AccountAdded', 'AccountRemoved']);
  });

  it('holds up no stop while the event store does not answer', async () => {
    const outbox = new InMemoryAuditOutbox();
    const silent = new AuditLog({
      store: { append: () => new Promise(() => undefined) },
      outbox,
      onTrouble: () => undefined,
      patienceMs: 20,
    });
    await silent.record(added, context);
    await silent.stop();
    expect(await silent.recordNow(added, context)).toBeNull();
  });

  it('never fails what was done, even when it cannot be kept', async () => {
    const told: string[] = [];
    const audit = new AuditLog({
      store: new InMemoryEventStore(),
      outbox: { keep: () => Promise.reject(new Error('no database')), handOut: () => Promise.resolve(0) },
      onTrouble: (_error, what) => told.push(what),
    });
    opened.push(audit);
    await audit.record(added, context);
    expect(await audit.recordNow(added, context)).toBeNull();
    expect(told).toEqual([
      'an act could not be kept for the log: AccountAdded',
      'an act could not be kept for the log: AccountAdded',
    ]);
  });

  it('that the log refuses does not hold up the others', async () => {
    const store = new InMemoryEventStore();
    const picky: Pick<EventStore, 'append'> = {
      append: (stream, events, expected) =>
        stream === 'account-bad' ? Promise.reject(new Error('refused')) : store.append(stream, events, expected),
    };
    const audit = open(picky);
    await audit.record({ type: 'AccountRemoved', data: { account: 'bad', at } }, context);
    await audit.recordNow(added, context);
    expect(await typesOf(store, 'account-shop')).toEqual(['AccountAdded']);
  });
});

describe('sign-ins with names that nobody has', () => {
  it('are one event, without the names', async () => {
    const store = new InMemoryEventStore();
    const audit = open(store);
    const unknown = new UnknownSignIns(audit, { now: () => new Date(at) });
    for (let attempt = 0; attempt < 1_000; attempt += 1) unknown.count(`203.0.113.${attempt % 200}`);
    await unknown.tell();
    await unknown.tell();
    await audit.stop();
    const { events } = await store.read<{
      type: string;
      data: { attempts: number; personal: { addresses: string[] } };
    }>('administration-signIns');
    expect(events.map(({ data }) => [data.attempts, data.personal.addresses.length])).toEqual([[1_000, 20]]);
  });
});
