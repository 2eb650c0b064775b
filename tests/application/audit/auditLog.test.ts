import { afterEach, describe, expect, it } from '@jest/globals';
import { AuditLog } from '../../../src/application/audit/auditLog.js';
import { UnknownSignIns } from '../../../src/application/audit/unknownSignIns.js';
import { EventStoreUnavailable, type EventStore } from '../../../src/application/ports/eventStore.js';
import type { AdministrationEvent } from '../../../src/domain/administration/administrationEvents.js';
import { RuleViolation } from '../../../src/domain/decider.js';
import { InMemoryEventStore } from '../../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { InMemoryAuditOutbox } from '../../http/support/inMemoryAuditOutbox.js';
import { eventually } from '../../support/eventually.js';

const at = '2026-03-02T10:00:00.000Z';
const context = { actor: { kind: 'user', id: 'ana' }, correlationId: 'c' } as const;
const added: AdministrationEvent = {
  type: 'AccountAdded',
  data: { account: 'shop', platform: 'emag-ro', fulfilment: 'own', baseUrl: 'https://x/api-3', at },
};

const removed: AdministrationEvent = { type: 'AccountRemoved', data: { account: 'shop', at } };

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

/** An act that a store does and keeps the fact of. */
const act = async (audit: AuditLog, outbox: InMemoryAuditOutbox, event: AdministrationEvent = added) => {
  const { told } = await audit.act(context, (facts) => Promise.resolve(outbox.keepAll(facts(event))));
  return told;
};

describe('an act', () => {
  it('stands in the stream of its object, and tells its place', async () => {
    const store = new InMemoryEventStore();
    const outbox = new InMemoryAuditOutbox();
    const result = await act(open(store, outbox), outbox);
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
    expect(await act(audit, outbox)).toBeNull();
    await act(audit, outbox, removed);
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
    await act(silent, outbox);
    await silent.stop();
    expect(await act(silent, outbox)).toBeNull();
  });

  it('that is not done is not told, and one that tells nothing waits for nothing', async () => {
    const store = new InMemoryEventStore();
    const audit = open(store);
    const undone = audit.act(context, (facts) => {
      facts(added);
      return Promise.reject(new Error('no database'));
    });
    await expect(undone).rejects.toThrow('no database');
    const { outcome, told } = await audit.act(context, () => Promise.resolve('as it was'));
    expect([outcome, await told]).toEqual(['as it was', null]);
    await audit.stop();
    expect(await typesOf(store, 'account-shop')).toEqual([]);
  });

  it('that the log refuses does not hold up the others', async () => {
    const store = new InMemoryEventStore();
    const outbox = new InMemoryAuditOutbox();
    const picky: Pick<EventStore, 'append'> = {
      append: (stream, events, expected) =>
        stream === 'account-bad' ? Promise.reject(new Error('refused')) : store.append(stream, events, expected),
    };
    const audit = open(picky, outbox);
    await act(audit, outbox, { type: 'AccountRemoved', data: { account: 'bad', at } });
    await act(audit, outbox);
    expect(await typesOf(store, 'account-shop')).toEqual(['AccountAdded']);
  });
});

describe('an act elsewhere', () => {
  const replayed = (outcome: string) =>
    ({ type: 'ParkedEventReplayed', data: { parkedEventId: '42', outcome, at } }) as const;
  const outcomes = async (store: InMemoryEventStore) =>
    (await store.read<{ type: string; data: { outcome: string } }>('administration-parkedEvents')).events.map(
      ({ data }) => data.outcome,
    );

  it('is told with what became of it', async () => {
    const store = new InMemoryEventStore();
    const audit = open(store);
    const result = await audit.actElsewhere(context, replayed('pending'), () => Promise.resolve('applied'), replayed);
    await audit.stop();
    expect([result, await outcomes(store)]).toEqual(['applied', ['applied']]);
  });

  it.each<[string, () => Promise<string | null>]>([
    ['there was nothing to do', () => Promise.resolve(null)],
    ['a rule refused it', () => Promise.reject(new RuleViolation('refused', 'no'))],
  ])('is not told when %s', async (_why, work) => {
    const store = new InMemoryEventStore();
    const audit = open(store);
    const doing = audit.actElsewhere(context, replayed('pending'), work, (outcome) =>
      outcome === null ? null : replayed(outcome),
    );
    await doing.catch((error: unknown) => expect(error).toBeInstanceOf(RuleViolation));
    await audit.stop();
    expect(await outcomes(store)).toEqual([]);
  });

  it('is told as intended when nobody knows what became of it', async () => {
    const store = new InMemoryEventStore();
    const audit = open(store);
    const cut = audit.actElsewhere(context, replayed('pending'), () => Promise.reject(new Error('cut')), replayed);
    await expect(cut).rejects.toThrow('cut');
    await audit.stop();
    expect(await outcomes(store)).toEqual(['pending']);
  });

  it('is told when its process dies in the middle of it, and not before', async () => {
    const store = new InMemoryEventStore();
    const outbox = new InMemoryAuditOutbox();
    let isActing = false;
    void open(store, outbox).actElsewhere(
      context,
      replayed('pending'),
      () => new Promise<string>(() => (isActing = true)),
      replayed,
    );
    await eventually(
      () => Promise.resolve(isActing),
      (acting) => acting,
    );
    const other = open(store, outbox);
    await other.record(removed, context);
    await eventually(
      () => typesOf(store, 'account-shop'),
      (types) => types.length === 1,
    );
    expect(await outcomes(store)).toEqual([]);
    outbox.letGo();
    await other.stop();
    expect(await outcomes(store)).toEqual(['pending']);
  });

  it('is not done when it cannot be kept', async () => {
    const outbox = new InMemoryAuditOutbox();
    outbox.hold = () => Promise.reject(new Error('no database'));
    const audit = open(new InMemoryEventStore(), outbox);
    let isDone = false;
    const refused = audit.actElsewhere(context, added, () => Promise.resolve((isDone = true)));
    await expect(refused).rejects.toThrow('no database');
    expect(isDone).toBe(false);
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

  it('are told together with the next ones when they cannot be kept', async () => {
    const store = new InMemoryEventStore();
    const outbox = new InMemoryAuditOutbox();
    const audit = open(store, outbox);
    const unknown = new UnknownSignIns(audit, { now: () => new Date(at) });
    const { keep } = outbox;
    outbox.keep = () => Promise.reject(new Error('no database'));
    unknown.count('203.0.113.1');
    await unknown.tell();
    outbox.keep = keep;
    unknown.count('203.0.113.2');
    await unknown.tell();
    await audit.stop();
    const { events } = await store.read<{ type: string; data: { attempts: number } }>('administration-signIns');
    expect(events.map(({ data }) => data.attempts)).toEqual([2]);
  });
});
