import type pg from 'pg';
import { LOG_TOPICS, TOPICS, type Bus, type BusMessage, type Consumer } from '../../application/ports/bus.js';
import { toNotification } from './notification.js';
import { recordNotification } from './postgresNotifications.js';

export const NOTIFICATIONS_GROUP = 'magflow-notifications';
/** The same for what only the log tells. */
const OPERATIONS_GROUP = 'magflow-operations';

export interface NotificationConsumerDeps {
  readonly bus: Bus;
  /** The bus that reads the event log itself. */
  readonly log: Pick<Bus, 'workGroup'>;
  readonly pool: pg.Pool;
  readonly storeId: string;
}

/** The work groups that keep what people should hear of. A message that comes twice is one notification. */
export const startNotifications = async ({ bus, log, pool, storeId }: NotificationConsumerDeps): Promise<Consumer> => {
  const handle = async (message: BusMessage): Promise<void> => {
    const notification = toNotification(message);
    if (notification) await recordNotification(pool, notification, storeId);
  };
  const groups = [
    await bus.workGroup({
      group: NOTIFICATIONS_GROUP,
      topics: [TOPICS.orders, TOPICS.offers, TOPICS.invoices, TOPICS.sync],
      // Most messages notify nobody: a sync of thousands of offers is passed over without a commit for each.
      concerns: (message) => toNotification(message) !== null,
      handle,
    }),
    await log.workGroup({ group: OPERATIONS_GROUP, topics: [LOG_TOPICS.operations], handle }),
  ];
  return {
    ready: Promise.all(groups.map(({ ready }) => ready)).then(() => undefined),
    close: async () => {
      await Promise.all(groups.map((group) => group.close()));
    },
  };
};
