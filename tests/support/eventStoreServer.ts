import pg from 'pg';
import { pino } from 'pino';
import {
  startEventStoreServer,
  type EventStoreServer,
  type EventStoreServerOptions,
} from '../../src/infrastructure/eventstoreServer/eventStoreServer.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface TestEventStore {
  /** The server that runs now. */
  readonly server: EventStoreServer;
  readonly database: TestDatabase;
  /** Does to the log what no client can. */
  query(sql: string, values?: unknown[]): Promise<unknown[]>;
  /** Stops the server and starts another one on the same log, at another port unless told which. */
  restart(options?: { readonly port?: number }): Promise<void>;
  close(): Promise<void>;
}

/** An embedded event store on a database of its own. */
export const startTestEventStore = async (
  options: Partial<Pick<EventStoreServerOptions, 'maxAppendSize' | 'onFenced'>> = {},
): Promise<TestEventStore> => {
  const database = await createTestDatabase();
  const start = (port = 0) =>
    startEventStoreServer({ databaseUrl: database.url, port, logger: pino({ level: 'silent' }), ...options });
  let server = await start();
  return {
    get server() {
      return server;
    },
    database,
    query: async (sql, values = []) => {
      const connection = new pg.Client({ connectionString: database.url });
      await connection.connect();
      try {
        return (await connection.query(sql, values)).rows;
      } finally {
        await connection.end();
      }
    },
    restart: async ({ port } = {}) => {
      await server.stop();
      server = await start(port);
    },
    close: async () => {
      await server.stop();
      await database.drop();
    },
  };
};
