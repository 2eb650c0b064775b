import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { EmbeddedBus } from '../../src/infrastructure/bus/embeddedBus.js';
import { silentLog } from '../../src/infrastructure/bus/busLog.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { startNotifications } from '../../src/infrastructure/notifications/notificationConsumer.js';
import {
  postgresNotifications,
  recordNotification,
} from '../../src/infrastructure/notifications/postgresNotifications.js';
import type { NotificationView } from '../../src/infrastructure/http/httpDeps.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { newEvent, orderReceived } from '../support/integrationEvents.js';
import { passing } from '../support/passing.js';

const firstPage = { page: 1, itemsPerPage: 25 };
const everything = { unreadOnly: false };

describe('notifications', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    pool = createPool(database.url, { name: 'notifications test' });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('are kept of what the bus brings, each once, and read by each person for themselves', async () => {
    const store = new InMemoryEventStore();
    const bus = new EmbeddedBus({ store, pool, log: silentLog, firstDelayMs: 5 });
    const notifications = postgresNotifications(pool);
    const storeId = await store.storeId();
    const received = orderReceived('3115229985');
    const inDoubt = newEvent({
      type: 'AwbInDoubt',
      data: {
        account: 'main',
        orderId: '3115229985',
        operationId: 'op-1',
        at: '2026-03-01T10:05:00.000Z',
        reason: 'the answer was lost',
        call: null,
      },
    });
    try {
      await startNotifications({ bus, log: bus, pool, storeId });
      await store.append('order-main-3115229985', [received, inDoubt], 'no_stream');
      const { items } = await passing(async () => {
        const found = await notifications.list('ana', everything, firstPage);
        expect(found).toMatchObject({ total: 2, unread: 2 });
        expect(found.items).toHaveLength(2);
        return found;
      });
      const rows = items.map((item) => JSON.parse(item) as NotificationView);
      expect(rows.find(({ id }) => id === inDoubt.id)).toEqual({
        id: inDoubt.id,
        kind: 'awb_in_doubt',
        severity: 'warning',
        data: { account_type: 'main', order_id: '3115229985', operation_id: 'op-1' },
        created_at: '2026-03-01T10:00:00.000Z',
        read_at: null,
      });
      await recordNotification(
        pool,
        { id: inDoubt.id, kind: 'awb_in_doubt', severity: 'warning', data: {}, position: 2n, createdAt: '2026-03-02' },
        storeId,
      );
      expect(await notifications.markRead('ana', inDoubt.id)).toBe(true);
      expect(await notifications.markRead('ana', randomUUID())).toBe(false);
      const unread = await notifications.list('ana', { unreadOnly: true }, firstPage);
      expect(unread).toMatchObject({ total: 1, unread: 1 });
      expect(unread.items.map((item) => (JSON.parse(item) as NotificationView).id)).toEqual([received.id]);
      const found = async (filter: object, q?: string) =>
        (await notifications.list('ana', { ...everything, ...filter }, { ...firstPage, ...(q && { q }) })).total;
      expect([await found({ kinds: ['order_new'] }), await found({ severities: ['error'] })]).toEqual([1, 0]);
      expect([await found({}, '3115229985'), await found({}, 'doubt'), await found({}, 'nothing')]).toEqual([2, 1, 0]);
      expect(await notifications.list('bogdan', everything, firstPage)).toMatchObject({ total: 2, unread: 2 });
      expect(await notifications.markAllRead('ana')).toBe(1);
      expect(await notifications.list('ana', everything, firstPage)).toMatchObject({ total: 2, unread: 0 });
    } finally {
      await bus.close();
      await store.close();
    }
  });

  it('of trouble in the system are not repeated every quarter of an hour', async () => {
    let now = new Date('2026-03-03T10:00:00.000Z');
    const notifications = postgresNotifications(pool, () => now);
    const { total } = await notifications.list('ana', everything, firstPage);
    await notifications.alert('health_check_failed', { checks: ['database'] });
    now = new Date('2026-03-03T10:15:00.000Z');
    await notifications.alert('health_check_failed', { checks: ['database'] });
    expect((await notifications.list('ana', everything, firstPage)).total).toBe(total + 1);
    now = new Date('2026-03-03T11:00:00.000Z');
    await notifications.alert('health_check_failed', { checks: ['database'] });
    expect((await notifications.list('ana', everything, firstPage)).total).toBe(total + 2);
  });
});
