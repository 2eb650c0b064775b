import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { LOG_TOPICS, TOPICS, type BusMessage } from '../../src/application/ports/bus.js';
import type { BulkEvent } from '../../src/domain/operation/bulk.js';
import { silentLog } from '../../src/infrastructure/bus/busLog.js';
import { EmbeddedBus } from '../../src/infrastructure/bus/embeddedBus.js';
import { withLogTopics } from '../../src/infrastructure/bus/withLogTopics.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import type { NotificationView } from '../../src/infrastructure/http/httpDeps.js';
import { toLiveMessages } from '../../src/infrastructure/notifications/liveMessages.js';
import { startNotifications } from '../../src/infrastructure/notifications/notificationConsumer.js';
import { postgresNotifications } from '../../src/infrastructure/notifications/postgresNotifications.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { messagesOfLog } from '../../src/infrastructure/relay/messageLog.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { newEvent, orderReceived } from '../support/integrationEvents.js';
import { passing } from '../support/passing.js';

const of = { operationId: '0b7c3c1e-5d0a-5d8e-9f57-0d5d4f3f0a01', at: '2026-03-02T10:00:00.000Z' };
const ended = (succeeded: number, failed: number, inDoubt = 0) =>
  newEvent<BulkEvent>({
    type: 'BulkEnded',
    data: { ...of, kind: 'bulk_generate_awbs', counts: { total: 40, succeeded, failed, inDoubt, notDone: 0 } },
  });
const told = {
  operation_id: of.operationId,
  operation_kind: 'bulk_generate_awbs',
  state: 'partial',
  total: 40,
  succeeded: 37,
  failed: 3,
  in_doubt: 0,
  not_done: 0,
};

describe('the end of a bulk', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let store: InMemoryEventStore;
  let bus: EmbeddedBus;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    pool = createPool(database.url, { name: 'operation messages test' });
    store = new InMemoryEventStore();
    bus = new EmbeddedBus({ store, pool, log: silentLog, firstDelayMs: 5 });
  });
  afterAll(async () => {
    await bus.close();
    await store.close();
    await pool.end();
    await database.drop();
  });

  it('is heard beside what the bus carries, is replayed in its place, and is kept for those who were away', async () => {
    const heard: BusMessage[] = [];
    const both = withLogTopics(bus, bus, [LOG_TOPICS.operations]);
    const topics = Object.values(TOPICS);
    const consumer = await both.broadcast({ instance: 'one', topics, handle: (message) => void heard.push(message) });
    await consumer.ready;
    await startNotifications({ bus, log: bus, pool, storeId: await store.storeId() });
    await store.append(
      `operation-${of.operationId}`,
      [newEvent<BulkEvent>({ type: 'BulkStarted', data: of }), ended(37, 3)],
      'no_stream',
    );
    await store.append('order-main-3115229985', [orderReceived('3115229985')], 'no_stream');

    await passing(() => {
      expect(heard.map(({ topic }) => topic).sort()).toEqual([LOG_TOPICS.operations, TOPICS.orders]);
      return Promise.resolve();
    });
    const replayed: BusMessage[] = [];
    const everything = [...topics, ...Object.values(LOG_TOPICS)];
    for await (const message of messagesOfLog(store, { after: 0n, topics: everything })) replayed.push(message);
    expect(replayed.map(({ type, position }) => [type, position])).toEqual([
      ['magflow.BulkEnded', 2n],
      ['magflow.OrderReceived', 3n],
    ]);
    const [live] = replayed.flatMap(toLiveMessages);
    expect(live).toMatchObject({ channel: 'notifications', type: 'notification', timestamp: of.at });
    expect(live?.data).toMatchObject({ kind: 'bulk_ended', severity: 'warning', ...told });

    const notifications = postgresNotifications(pool);
    await passing(async () => {
      const { items } = await notifications.list('ana', { unreadOnly: false }, { page: 1, itemsPerPage: 25 });
      const kept = items.map((item) => JSON.parse(item) as NotificationView);
      expect(kept.find(({ kind }) => kind === 'bulk_ended')).toMatchObject({ severity: 'warning', data: told });
    });
    await consumer.close();
  });

  it.each([
    [ended(40, 0), 'info', 'succeeded'],
    [ended(0, 40), 'error', 'failed'],
    [ended(39, 0, 1), 'warning', 'in_doubt'],
  ])('is as grave as it is', async (event, severity, state) => {
    const other = new InMemoryEventStore();
    await other.append('operation-other', [event], 'no_stream');
    const messages: BusMessage[] = [];
    for await (const message of messagesOfLog(other, { after: 0n, topics: Object.values(LOG_TOPICS) })) {
      messages.push(message);
    }
    expect(messages.flatMap(toLiveMessages)[0]?.data).toMatchObject({ severity, state });
    await other.close();
  });

  it('is no integration event', async () => {
    const messages: BusMessage[] = [];
    for await (const message of messagesOfLog(store, { after: 0n, topics: Object.values(TOPICS) })) {
      messages.push(message);
    }
    expect(messages.map(({ type }) => type)).toEqual(['magflow.OrderReceived']);
  });
});
