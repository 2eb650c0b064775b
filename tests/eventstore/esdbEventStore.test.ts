import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable } from '../../src/application/ports/eventStore.js';
import { anyEvent, InvalidEventData, type EventCatalogue } from '../../src/infrastructure/eventstore/eventCatalogue.js';
import { EsdbEventStore } from '../../src/infrastructure/eventstore/esdbEventStore.js';
import { InMemoryPersonKeys } from '../../src/infrastructure/eventstore/inMemoryPersonKeys.js';
import { createPersonalDataCodec } from '../../src/infrastructure/eventstore/personalDataCodec.js';
import { Collected, newEvent } from '../contracts/eventStoreContract.js';
import { eventually } from '../support/eventually.js';
import { FreezableProxy } from '../support/freezableProxy.js';
import { startTestEventStore, type TestEventStore } from '../support/eventStoreServer.js';

let eventStore: TestEventStore;
let store: EsdbEventStore;
let stream: string;

const codec = createPersonalDataCodec(new InMemoryPersonKeys());
const connect = (catalogue: EventCatalogue = anyEvent) =>
  new EsdbEventStore({ url: eventStore.server.url, codec, catalogue });

beforeAll(async () => {
  eventStore = await startTestEventStore();
});
afterAll(() => eventStore.close());
beforeEach(() => {
  store = connect();
  stream = `adapter-${randomUUID()}`;
});
afterEach(() => store.close());

describe('when the event store goes away', () => {
  it('appends and reads say so, and work again when it is back', async () => {
    const { port } = eventStore.server;
    await store.append(stream, [newEvent(1)], 'no_stream');
    await eventStore.server.stop();
    const again = newEvent(2);
    await expect(store.append(stream, [again], 0n)).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(store.read(stream)).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(store.lastPosition()).rejects.toBeInstanceOf(EventStoreUnavailable);

    await eventStore.restart({ port });
    const deadline = Date.now() + 30_000;
    for (;;) {
      try {
        expect((await store.append(stream, [again], 0n)).revision).toBe(1n);
        break;
      } catch (error) {
        if (!(error instanceof EventStoreUnavailable) || Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    expect((await store.read(stream)).revision).toBe(1n);
  });

  it('frozen, it is as if it were gone, for reads and for any number of appends; thawed, it is back', async () => {
    const proxy = await FreezableProxy.start({ host: '127.0.0.1', port: eventStore.server.port });
    const url = `esdb://127.0.0.1:${proxy.port}?tls=false`;
    const frozen = new EsdbEventStore({ url, codec, catalogue: anyEvent, patienceMs: 1_000 });
    try {
      await frozen.append(stream, [newEvent(1)], 'no_stream');
      proxy.freeze();
      // More than the client has in flight at once: what is given up must not fill its buffer.
      const appends = Array.from({ length: 40 }, (_, n) => frozen.append(`${stream}-${n}`, [newEvent(n)], 'any'));
      const reads = [frozen.read(stream), frozen.lastPosition()];
      for (const outcome of await Promise.allSettled([...appends, ...reads])) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(EventStoreUnavailable) });
      }
      proxy.thaw();
      const isThere = () =>
        frozen.read(stream).then(
          ({ revision }) => revision === 0n,
          () => false,
        );
      await eventually(isThere, (answers) => answers, 30_000);
      const again = newEvent(2);
      const append = () =>
        frozen.append(stream, [again], 0n).then(
          ({ revision }) => revision,
          () => null,
        );
      expect(await eventually(append, (revision) => revision !== null, 30_000)).toBe(1n);
    } finally {
      await frozen.close();
      await proxy.close();
    }
  }, 120_000);

  it('a subscription throws, with many appends under way none is left hanging', async () => {
    const messages: string[] = [];
    const reading = (async () => {
      for await (const { kind } of store.subscribe({ from: 'end' })) messages.push(kind);
    })();
    const failed = expect(reading).rejects.toBeInstanceOf(EventStoreUnavailable);
    const deadline = Date.now() + 20_000;
    while (!messages.includes('caught_up') && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 5));

    const appends = Array.from({ length: 300 }, (_, n) => store.append(`${stream}-${n}`, [newEvent(n)], 'any'));
    const settled = Promise.allSettled(appends);
    await eventStore.restart();
    await failed;
    for (const outcome of await settled) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(EventStoreUnavailable);
    }
  });

  it('closing ends its subscriptions', async () => {
    const other = connect();
    const seen = new Collected(other, { from: 'start' });
    await seen.untilCaughtUp();
    await other.close();
    await seen.stop();

    expect(seen.messages.at(-1)).toEqual({ kind: 'caught_up' });
  });
});

describe('the catalogue of events', () => {
  it('keeps invalid data out of the log', async () => {
    const strict = connect({
      ...anyEvent,
      validate: (type) => {
        throw new InvalidEventData(type, 'n is not a number');
      },
    });
    await expect(strict.append(stream, [newEvent(1)], 'no_stream')).rejects.toMatchObject({ name: 'InvalidEventData' });
    await strict.close();

    expect((await store.read(stream)).revision).toBe(-1n);
  });

  it('brings old shapes to the newest when they are read', async () => {
    await store.append(stream, [newEvent(1)], 'no_stream');
    const newer = connect({
      ...anyEvent,
      upcast: (type, version, data) => ({ ...data, was: `${type} ${version}` }),
    });
    const { events } = await newer.read(stream);
    await newer.close();

    expect(events[0]?.data).toEqual({ n: 1, was: 'OrderNoted 1' });
  });
});

describe('events that somebody else wrote', () => {
  it('are delivered, whatever they are', async () => {
    const other = EventStoreDBClient.connectionString(eventStore.server.url);
    const id = randomUUID();
    await other.appendToStream(stream, [
      jsonEvent({ id, type: 'Foreign', data: { a: 1 }, metadata: { whatever: true } }),
      binaryEvent({ type: 'Bytes', data: Buffer.from([1, 2, 255]) }),
      jsonEvent({ type: 'Text', data: 'only text' }),
    ]);
    await other.dispose();
    const { events, revision } = await store.read(stream);

    expect(revision).toBe(2n);
    expect(events.map(({ data }) => data)).toEqual([{ a: 1 }, { $raw: 'AQL/' }, { $raw: 'only text' }]);
    expect(events[0]?.metadata).toEqual({
      correlationId: id,
      actor: { kind: 'system', id: 'unknown' },
      occurredAt: events[0]?.recordedAt,
      schemaVersion: 1,
    });
  });
});

describe('the identity of the log', () => {
  it('is the same for every process that asks, also the first ones at once', async () => {
    await eventStore.query("DELETE FROM eventstore.events WHERE stream = '$magflow-store'");
    await eventStore.restart();
    const stores = Array.from({ length: 5 }, () => connect());
    const ids = await Promise.all(stores.map((one) => one.storeId()));
    await Promise.all(stores.map((one) => one.close()));

    expect(new Set(ids).size).toBe(1);
  });
});
