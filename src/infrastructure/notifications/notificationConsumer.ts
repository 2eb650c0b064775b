import type pg from 'pg';
import { TOPICS, type Bus, type Consumer } from '../../application/ports/bus.js';
import { toNotification } from './notification.js';
import { recordNotification } from './postgresNotifications.js';

export const NOTIFICATIONS_GROUP = 'magflow-notifications';

export interface NotificationConsumerDeps {
  readonly bus: Bus;
  readonly pool: pg.Pool;
  readonly storeId: string;
}

/** The work group that keeps what people should hear of. A message that comes twice is one notification. */
export const startNotifications = ({ bus, pool, storeId }: NotificationConsumerDeps): Promise<Consumer> =>
  bus.workGroup({
    group: NOTIFICATIONS_GROUP,
    topics: [TOPICS.orders, TOPICS.invoices, TOPICS.sync],
    handle: async (message) => {
      const notification = toNotification(message);
      if (notification) await recordNotification(pool, notification, storeId);
    },
  });
