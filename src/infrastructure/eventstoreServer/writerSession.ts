import pg from 'pg';
import { limitedConnection } from '../postgres/pool.js';
import { LogReader } from './logReader.js';
import type { StoredEvent } from './storedEvent.js';

// "magflow event store writer" as an arbitrary, fixed pair; advisory locks are per database.
const WRITER_LOCK = [1_299_276, 2] as const;
const LOCK_RETRY_MS = 100;
/** A write without an answer for so long: the connection is given up, and a new session looks what was written. */
const WRITE_LIMIT_MS = 30_000;

/** Another process writes to this log. */
export class AnotherWriterError extends Error {
  override readonly name = 'AnotherWriterError';
  constructor() {
    super(
      'Another event store server is writing to this database. Stop it, or set EVENTSTORE_URL to its address to use it.',
    );
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// One round trip per transaction: the insert locks the writer row and compares the epoch, so it writes all or nothing.
// All bytes travel as one binary parameter and are cut out by offset, which spares escaping each value.
const INSERT = `
  INSERT INTO eventstore.events (position, stream, revision, id, type, is_json, created, data, metadata)
  SELECT e.position, e.stream, e.revision, e.id, e.type, e.is_json, $2::bigint,
         substring($3::bytea FROM e.start FOR e.data_length),
         substring($3::bytea FROM e.start + e.data_length FOR e.metadata_length)
  FROM (SELECT 1 FROM eventstore.writer WHERE epoch = $1 FOR SHARE) AS w
  CROSS JOIN unnest($4::bigint[], $5::text[], $6::bigint[], $7::uuid[], $8::text[], $9::boolean[], $10::int[], $11::int[], $12::int[])
    AS e(position, stream, revision, id, type, is_json, start, data_length, metadata_length)`;

/**
 * The one connection that may write. Holds the writer's advisory lock as long as it lives; the epoch that it took makes
 * every older session's writes come to nothing, also those still on their way.
 */
export class WriterSession {
  /** Reads on the writer's own connection, which the crowd of readers cannot keep busy. */
  readonly reader: LogReader;

  private constructor(
    private readonly client: pg.Client,
    private readonly epoch: string,
    /** Newest position in the log when the session began. */
    readonly head: bigint,
  ) {
    this.reader = new LogReader(client);
  }

  /**
   * @param patienceMs how long to wait for the lock of a writer that may just be dying
   * @param previousEpoch of our own earlier session, if any
   * @throws AnotherWriterError when a live process holds the log or, after a session of ours, another took it over
   */
  static async open(
    databaseUrl: string,
    { patienceMs, previousEpoch, onLost }: { patienceMs: number; previousEpoch?: string; onLost: () => void },
  ): Promise<WriterSession> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'magflow-eventstore-writer',
      ...limitedConnection(WRITE_LIMIT_MS),
    });
    client.on('error', onLost);
    client.on('end', onLost);
    try {
      await client.connect();
      await client.query('SET synchronous_commit = on');
      await WriterSession.lock(client, patienceMs, previousEpoch);
      const { rows } = await client.query<{ epoch: string }>(
        'UPDATE eventstore.writer SET epoch = epoch + 1 RETURNING epoch',
      );
      const head = await client.query<{ head: string }>(
        'SELECT coalesce(max(position), 0) AS head FROM eventstore.events',
      );
      return new WriterSession(client, rows[0]?.epoch ?? '', BigInt(head.rows[0]?.head ?? 0));
    } catch (error) {
      client.removeListener('end', onLost);
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Identity of the session, to be handed to the one that follows it. */
  get id(): string {
    return this.epoch;
  }

  /** Inserts durably, all or nothing. @throws AnotherWriterError when somebody took over */
  async insert(events: readonly StoredEvent[], created: bigint): Promise<void> {
    const chunks: Uint8Array[] = [];
    const starts: number[] = [];
    let offset = 1;
    for (const { data, metadata } of events) {
      chunks.push(data, metadata);
      starts.push(offset);
      offset += data.length + metadata.length;
    }
    const { rowCount } = await this.client.query({
      name: 'insert_events',
      text: INSERT,
      values: [
        this.epoch,
        created,
        Buffer.concat(chunks),
        `{${events.map(({ position }) => position).join(',')}}`,
        events.map(({ stream }) => stream),
        `{${events.map(({ revision }) => revision).join(',')}}`,
        `{${events.map(({ id }) => id).join(',')}}`,
        events.map(({ type }) => type),
        `{${events.map(({ isJson }) => isJson).join(',')}}`,
        `{${starts.join(',')}}`,
        `{${events.map(({ data }) => data.length).join(',')}}`,
        `{${events.map(({ metadata }) => metadata.length).join(',')}}`,
      ],
    });
    if (rowCount !== events.length) throw new AnotherWriterError();
  }

  async close(): Promise<void> {
    this.client.removeAllListeners('end');
    await this.client.end().catch(() => undefined);
  }

  private static async lock(client: pg.Client, patienceMs: number, previousEpoch?: string): Promise<void> {
    const giveUpAt = Date.now() + patienceMs;
    for (;;) {
      const { rows } = await client.query<{ locked: boolean; epoch: string }>(
        'SELECT pg_try_advisory_lock($1, $2) AS locked, (SELECT epoch FROM eventstore.writer) AS epoch',
        [...WRITER_LOCK],
      );
      const [row] = rows;
      // Somebody else was here since our last session: our caches are of no use and we are no longer wanted.
      if (previousEpoch !== undefined && row?.epoch !== previousEpoch) throw new AnotherWriterError();
      if (row?.locked) return;
      // With a session of ours before, the lock is most likely still held by its dying connection: try again later.
      if (Date.now() >= giveUpAt) {
        throw previousEpoch === undefined
          ? new AnotherWriterError()
          : new Error('The lock of the writer is not free yet');
      }
      await wait(LOCK_RETRY_MS);
    }
  }
}
