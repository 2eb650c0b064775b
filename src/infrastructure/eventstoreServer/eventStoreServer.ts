import { Server, ServerCredentials } from '@grpc/grpc-js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import pg from 'pg';
import type { Logger } from 'pino';
import { limitedConnection, watchedConnection } from '../postgres/pool.js';
import { appendCall } from './appendCall.js';
import { batchAppendCall } from './batchAppendCall.js';
import { deleteCall, tombstoneCall } from './deleteCalls.js';
import { EventSource } from './eventSource.js';
import { gossipCall } from './gossip.js';
import { LinkResolver } from './linkResolver.js';
import { LiveFeed } from './liveFeed.js';
import { LogReader } from './logReader.js';
import { LogWriter } from './logWriter.js';
import { migrateEventStore } from './migrate.js';
import { readCall } from './readCall.js';
import { serverFeaturesCall } from './serverFeatures.js';
import { writeFirstEvent } from './firstEvent.js';
import type { AnotherWriterError } from './writerSession.js';

const DEFAULT_MAX_APPEND_SIZE = 1_048_576;
const MAX_MESSAGE_BYTES = 17 * 1024 * 1024;
const READ_CONNECTIONS = 6;
const DRAIN_MS = 3_000;
/** A page is read in milliseconds; one that takes so long is never answered. */
const READ_LIMIT_MS = 15_000;

export interface EventStoreServerOptions {
  /** PostgreSQL that keeps the log, in schema `eventstore`. */
  readonly databaseUrl: string;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Bytes of data, metadata and types that one append may have; EventStoreDB's default is 1 MiB. */
  readonly maxAppendSize?: number;
  readonly logger: Logger;
  /** Another server took the log over: this one can only be stopped. */
  readonly onFenced?: (error: AnotherWriterError) => void;
}

export interface EventStoreServer {
  /** Connection string for any EventStoreDB client. */
  readonly url: string;
  readonly port: number;
  /** Answers what was accepted, then closes. */
  stop(): Promise<void>;
}

/** The port is taken or the address is not ours. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const bind = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(new ListenError(`Cannot listen on ${host}:${port}: ${error.message}`, { cause: error }));
      else resolve(bound);
    });
  });

/** On a connection of its own: with millions of events it may take longer than any read. */
const migrateLog = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'magflow-eventstore-migrate',
    ...watchedConnection,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await migrateEventStore(client);
  } finally {
    await client.end();
  }
};

/**
 * Serves the log to EventStoreDB clients.
 * @throws AnotherWriterError, ListenError
 */
export const startEventStoreServer = async (options: EventStoreServerOptions): Promise<EventStoreServer> => {
  const { databaseUrl, host = '127.0.0.1', maxAppendSize = DEFAULT_MAX_APPEND_SIZE, logger } = options;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: READ_CONNECTIONS,
    application_name: 'magflow-eventstore-reader',
    ...limitedConnection(READ_LIMIT_MS),
  });
  pool.on('error', (error) => logger.warn({ err: error }, 'event store lost a reading connection'));
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': -1,
  });
  let writer: LogWriter | undefined;
  try {
    await migrateLog(databaseUrl);
    const reader = new LogReader(pool);
    const feed = new LiveFeed(0n);
    writer = await LogWriter.open(
      { databaseUrl, logger, onFenced: (error) => options.onFenced?.(error) },
      reader,
      feed,
    );
    await writeFirstEvent(writer, feed);

    const source = new EventSource(reader, writer, feed);
    let boundPort = options.port;
    server.addService(streamsGrpc.StreamsService, {
      read: readCall(source, new LinkResolver(source)),
      append: appendCall(writer, maxAppendSize),
      batchAppend: batchAppendCall(writer, maxAppendSize),
      delete: deleteCall(writer),
      tombstone: tombstoneCall(writer),
    });
    server.addService(featuresGrpc.ServerFeaturesService, { getSupportedMethods: serverFeaturesCall });
    server.addService(gossipGrpc.GossipService, { read: gossipCall(() => ({ host, port: boundPort })) });
    boundPort = await bind(server, host, options.port);
    let stopping: Promise<void> | undefined;
    return {
      url: `esdb://${host}:${boundPort}?tls=false`,
      port: boundPort,
      stop: () => (stopping ??= stop(server, writer, pool)),
    };
  } catch (error) {
    await stop(server, writer, pool);
    throw error;
  }
};

const stop = async (server: Server, writer: LogWriter | undefined, pool: pg.Pool): Promise<void> => {
  await writer?.close();
  // Subscriptions never end by themselves, so a graceful shutdown would wait for ever.
  const drained = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
  server.forceShutdown();
  await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())]);
  await pool.end();
};
