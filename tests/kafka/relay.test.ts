import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BusMessage } from '../../src/application/ports/bus.js';
import { noFailpoints } from '../../src/application/ports/failpoints.js';
import type { EventStore, NewEvent, RecordedEvent } from '../../src/application/ports/eventStore.js';
import { silentLog } from '../../src/infrastructure/bus/busLog.js';
import { anyEvent } from '../../src/infrastructure/eventstore/eventCatalogue.js';
import { EsdbEventStore } from '../../src/infrastructure/eventstore/esdbEventStore.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { InMemoryPersonKeys } from '../../src/infrastructure/eventstore/inMemoryPersonKeys.js';
import { createPersonalDataCodec } from '../../src/infrastructure/eventstore/personalDataCodec.js';
import { createKafka } from '../../src/infrastructure/kafka/kafkaClient.js';
import { createReplayProducer } from '../../src/infrastructure/kafka/replayProducer.js';
import { CHECKPOINT_TOPIC, STATE_TOPIC, TopicSet, withAdmin } from '../../src/infrastructure/kafka/topicSet.js';
import { messagesOfLog } from '../../src/infrastructure/relay/messageLog.js';
import { Relay } from '../../src/infrastructure/relay/relay.js';
import { startTestEventStore, type TestEventStore } from '../support/eventStoreServer.js';
import { readAsForeigner, type ForeignRecord } from '../support/foreignConsumer.js';
import { acknowledgeRequested, orderAcknowledged, orderReceived } from '../support/integrationEvents.js';
import { startKafka, type KafkaServer } from '../support/kafka.js';
import { bundleProgram, type NodeProgram, type RunningProgram } from '../support/nodeProgram.js';
import { passing } from '../support/passing.js';

jest.setTimeout(240_000);

const TOPIC = 'magflow.orders.v1';
let server: KafkaServer;
let namespace: string;
let topics: TopicSet;

const kafka = () => createKafka({ brokers: server.brokers, clientId: 'test', log: silentLog });

beforeAll(async () => {
  server = await startKafka();
}, 400_000);
afterAll(() => server.stop());
beforeEach(async () => {
  namespace = `${randomUUID()}.`;
  topics = new TopicSet(namespace);
  // A foreign consumer cannot subscribe to a topic that the relay has not made yet.
  await topics.create(kafka());
});

const lifeOf = (orderId: string): readonly NewEvent[] => [
  orderReceived(orderId),
  acknowledgeRequested(orderId),
  orderAcknowledged(orderId),
];

/** Orders one after the other, so that the relay makes many small transactions. */
const appendOrders = async (store: EventStore, first: number, count: number): Promise<void> => {
  for (let number = first; number < first + count; number += 1) {
    const orderId = String(3_000_000_000 + number);
    const [received, ...later] = lifeOf(orderId);
    if (received) await store.append(`order-main-${orderId}`, [received], 'no_stream');
    await store.append(`order-main-${orderId}`, later, 0n);
  }
};

const logOf = async (store: EventStore): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const message of store.subscribe({ from: 'start', filter: { streamPrefixes: ['order-'] } })) {
    if (message.kind === 'caught_up') break;
    if (message.kind === 'event') events.push(message.event);
  }
  return events;
};

/** Every event of the log once, and per key in the order of the log. */
const expectLedger = (log: readonly RecordedEvent[], records: readonly ForeignRecord[]): void => {
  expect(records.map(({ headers }) => headers['ce_id']).sort()).toEqual(log.map(({ id }) => id).sort());
  const revisions = new Map<string, string[]>();
  for (const { key, headers } of records)
    revisions.set(key, [...(revisions.get(key) ?? []), headers['revision'] ?? '']);
  for (const [key, found] of revisions) {
    expect([key, found]).toEqual([key, log.filter(({ stream }) => stream === key).map((e) => String(e.revision))]);
  }
};

const publishedOf = async (store: EventStore): Promise<readonly ForeignRecord[]> => {
  const { length } = await logOf(store);
  return readAsForeigner(server.brokers, [topics.name(TOPIC)], (records) => records.length >= length);
};

describe('the relay as a process', () => {
  let eventStore: TestEventStore;
  let store: EsdbEventStore;
  let program: NodeProgram;
  const running: RunningProgram[] = [];

  const start = (failpoint?: string): RunningProgram => {
    const { url } = eventStore.server;
    const started = program.run(url, server.brokers.join(','), namespace, ...(failpoint ? [failpoint] : []));
    running.push(started);
    return started;
  };

  beforeAll(async () => {
    program = await bundleProgram('tests/support/relayProgram.ts');
  });
  beforeEach(async () => {
    eventStore = await startTestEventStore();
    store = new EsdbEventStore({
      url: eventStore.server.url,
      codec: createPersonalDataCodec(new InMemoryPersonKeys()),
      catalogue: anyEvent,
    });
  });
  const cleanUp = async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
    await store.close();
    await eventStore.close();
  };
  afterAll(() => program.remove());

  it('publishes each event once and in order, killed at every failpoint and at random', async () => {
    try {
      let appended = 0;
      const points = ['relay.before_publish', 'relay.after_publish_before_commit', 'relay.after_commit'];
      for (const point of points) {
        const relay = start(point);
        let hasEnded = false;
        void relay.ended.then(() => (hasEnded = true));
        // One after the other until it dies: the point is passed once before, so there must be more than one batch.
        while (!hasEnded && appended < 2_000) {
          await appendOrders(store, appended, 1);
          appended += 1;
          await sleep(20);
        }
        expect([await relay.ended, point]).toEqual(['SIGKILL', point]);
      }
      for (const pauseMs of [700, 1_100]) {
        const relay = start();
        const appending = appendOrders(store, appended, 40);
        appended += 40;
        await sleep(pauseMs);
        relay.child.kill('SIGKILL');
        await appending;
      }
      start();
      await appendOrders(store, appended, 5);
      const log = await logOf(store);
      expect(log).toHaveLength((appended + 5) * 3);
      expectLedger(log, await publishedOf(store));
    } finally {
      await cleanUp();
    }
  });

  const whenBrokerDies = async () => {
    if (!server.crash) throw new Error('Only a broker of our own can be killed');
    try {
      start();
      await appendOrders(store, 0, 10);
      await passing(async () =>
        expect((await readAsForeigner(server.brokers, [topics.name(TOPIC)], (r) => r.length >= 1)).length).not.toBe(0),
      );
      const appending = appendOrders(store, 10, 60);
      await server.crash.kill();
      await appending;
      await server.crash.restart();
      await appendOrders(store, 70, 10);
      const log = await logOf(store);
      expect(log).toHaveLength(240);
      expectLedger(log, await publishedOf(store));
    } finally {
      await cleanUp();
    }
  };
  // Somebody else's broker is not ours to kill.
  if (!process.env['KAFKA_BROKERS']) it('loses and repeats nothing when the broker is killed', whenBrokerDies);
});

describe('the relay', () => {
  const opened: Relay[] = [];
  const startRelay = (store: EventStore, adopt = false, restoredTo: bigint | null = null): Relay => {
    const relay = new Relay({
      kafka: kafka(),
      store,
      pool: null,
      topics,
      log: silentLog,
      failpoints: noFailpoints,
      adopt,
      restoredTo: () => Promise.resolve(restoredTo),
    });
    opened.push(relay);
    relay.start();
    return relay;
  };
  const stopAll = () => Promise.all(opened.splice(0).map((relay) => relay.stop()));
  const caughtUp = (relay: Relay, store: EventStore) =>
    passing(async () => expect(relay.position).toBe(await store.lastPosition()));

  it('is fenced by another one: two that fight publish each event once', async () => {
    const store = new InMemoryEventStore();
    try {
      startRelay(store);
      startRelay(store);
      await appendOrders(store, 0, 50);
      expectLedger(await logOf(store), await publishedOf(store));
    } finally {
      await stopAll();
    }
  });

  it('refuses to go on when the checkpoint is lost, and goes on after the newest record when told to adopt', async () => {
    const store = new InMemoryEventStore();
    try {
      const first = startRelay(store);
      await appendOrders(store, 0, 5);
      await caughtUp(first, store);
      await first.stop();
      await withAdmin(kafka(), async (admin) => {
        await admin.deleteTopics({ topics: [topics.name(CHECKPOINT_TOPIC)] });
      });
      const refused = startRelay(store);
      await passing(() => expect(refused.state).toBe('refused'));
      await refused.stop();
      await appendOrders(store, 5, 5);
      const adopting = startRelay(store, true);
      await caughtUp(adopting, store);
      expectLedger(await logOf(store), await publishedOf(store));
    } finally {
      await stopAll();
    }
  });

  it('goes on by event id in a log that was moved, and refuses one that it does not know', async () => {
    const before = new InMemoryEventStore();
    const moved = new InMemoryEventStore();
    try {
      const first = startRelay(before);
      await appendOrders(before, 0, 4);
      await caughtUp(first, before);
      await first.stop();

      await moved.append('elsewhere-1', [orderReceived('1')], 'no_stream');
      for (const { id, type, data, metadata, stream } of await logOf(before)) {
        await moved.append(stream, [{ id, type, data, metadata }], 'any');
      }
      await appendOrders(moved, 4, 4);
      const second = startRelay(moved);
      await caughtUp(second, moved);
      expectLedger(await logOf(moved), await publishedOf(moved));
      await second.stop();

      const unknown = startRelay(new InMemoryEventStore());
      await passing(() => expect(unknown.state).toBe('refused'));
    } finally {
      await stopAll();
    }
  });

  it('refuses topics that are ahead of a restored log, and goes on after the backup when told to adopt', async () => {
    const lost = new InMemoryEventStore();
    const restored = new InMemoryEventStore();
    restored.storeId = () => lost.storeId();
    try {
      const first = startRelay(lost);
      await appendOrders(lost, 0, 5);
      await caughtUp(first, lost);
      await first.stop();
      const before = await publishedOf(lost);

      await appendOrders(restored, 0, 2);
      const backupEnd = await restored.lastPosition();
      const refused = startRelay(restored);
      await passing(() => expect(refused.state).toBe('refused'));
      expect(refused.refusal).toContain('The topics are ahead of this event log');
      await refused.stop();

      // By now it has as many events as the lost one had, and others.
      await appendOrders(restored, 100, 6);
      const still = startRelay(restored);
      await passing(() => expect(still.state).toBe('refused'));
      await still.stop();

      const adopting = startRelay(restored, true, backupEnd);
      await caughtUp(adopting, restored);
      const since = (await logOf(restored)).filter(({ position }) => position > backupEnd).map(({ id }) => id);
      const all = await readAsForeigner(
        server.brokers,
        [topics.name(TOPIC)],
        (records) => records.length >= before.length + since.length,
      );
      const known = new Set(before.map(({ headers }) => headers['ce_id']));
      const after = all.map(({ headers }) => headers['ce_id']).filter((id) => !known.has(id));
      expect(after.sort()).toEqual(since.sort());
      await adopting.stop();

      const next = startRelay(restored);
      await caughtUp(next, restored);
      expect(next.state).toBe('running');
    } finally {
      await stopAll();
    }
  });

  it('writes the same records again into a topic of another name, as often as it is asked to', async () => {
    const store = new InMemoryEventStore();
    try {
      startRelay(store);
      await appendOrders(store, 0, 3);
      const published = await publishedOf(store);
      const target = topics.name('analytics.orders');
      for (const times of [1, 2]) {
        const producer = await createReplayProducer(kafka(), target);
        const messages: BusMessage[] = [];
        for await (const message of messagesOfLog(store, { after: 0n, topics: [TOPIC] })) messages.push(message);
        await producer.send(messages);
        await producer.close();
        const all = await readAsForeigner(server.brokers, [target], (found) => found.length >= 9 * times);
        expect(all).toHaveLength(9 * times);
        const text = ({ key, value, headers }: ForeignRecord) => JSON.stringify([key, value, headers]);
        expect(new Set(all.map(text))).toEqual(new Set(published.map(text)));
      }
    } finally {
      await stopAll();
    }
  });

  it('writes CloudEvents, keyed by stream, and the latest state of each order without its person', async () => {
    const store = new InMemoryEventStore();
    try {
      startRelay(store);
      const received = orderReceived('3115229985');
      await store.append('order-main-3115229985', [received], 'no_stream');
      const { position } = await store.append('order-main-3115229985', [orderAcknowledged('3115229985')], 0n);
      const [record] = await publishedOf(store);
      expect(record).toMatchObject({
        key: 'order-main-3115229985',
        headers: {
          ce_specversion: '1.0',
          ce_id: received.id,
          ce_source: `/magflow/${await store.storeId()}`,
          ce_type: 'magflow.OrderReceived',
          ce_time: '2026-03-01T10:00:00.000Z',
          ce_subject: 'main-3115229985',
          'content-type': 'application/json',
          stream: 'order-main-3115229985',
          revision: '0',
          position: '1',
        },
        value: { account_type: 'main', order_id: '3115229985', status: 1, total_amount: '242.00' },
      });
      const isLast = ({ value }: ForeignRecord) => value['position'] === position.toString();
      const states = await readAsForeigner(server.brokers, [topics.name(STATE_TOPIC)], (found) => found.some(isLast));
      expect(states.at(-1)).toMatchObject({
        key: 'order-main-3115229985',
        value: { order_id: '3115229985', status: 2, status_name: 'in_progress', revision: 1, awb_numbers: [] },
      });
      expect(JSON.stringify(states)).not.toContain('Popescu');
    } finally {
      await stopAll();
    }
  });
});
