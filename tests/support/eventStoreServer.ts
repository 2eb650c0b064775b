import { pino } from 'pino';
import {
  startEventStoreServer,
  type EventStoreServer,
  type EventStoreServerOptions,
} from '../../src/infrastructure/eventstoreServer/eventStoreServer.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface TestEventStore {
  readonly server: EventStoreServer;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

/** An embedded event store on a database of its own. */
export const startTestEventStore = async (
  options: Partial<Pick<EventStoreServerOptions, 'maxAppendSize' | 'onFenced'>> = {},
): Promise<TestEventStore> => {
  const database = await createTestDatabase();
  const server = await startEventStoreServer({
    databaseUrl: database.url,
    port: 0,
    logger: pino({ level: 'silent' }),
    ...options,
  });
  return {
    server,
    database,
    close: async () => {
      await server.stop();
      await database.drop();
    },
  };
};
