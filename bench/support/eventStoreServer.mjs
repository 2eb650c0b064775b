import { pino } from 'pino';
import { startEventStoreServer } from '../../dist/infrastructure/eventstoreServer/eventStoreServer.js';

const server = await startEventStoreServer({
  databaseUrl: process.env.DATABASE_URL,
  port: 0,
  logger: pino({ level: 'warn' }, pino.destination(2)),
});
process.on('SIGTERM', () => void server.stop());
console.log(JSON.stringify({ ready: true, url: server.url }));
