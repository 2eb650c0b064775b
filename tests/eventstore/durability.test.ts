import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { anyEvent } from '../../src/infrastructure/eventstore/eventCatalogue.js';
import { EsdbEventStore } from '../../src/infrastructure/eventstore/esdbEventStore.js';
import { InMemoryPersonKeys } from '../../src/infrastructure/eventstore/inMemoryPersonKeys.js';
import { createPersonalDataCodec } from '../../src/infrastructure/eventstore/personalDataCodec.js';
import { startEventStoreServer } from '../../src/infrastructure/eventstoreServer/eventStoreServer.js';
import { startEmbeddedPostgres } from '../../src/infrastructure/postgres/embeddedPostgres.js';
import { newEvent } from '../contracts/eventStoreContract.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { EventStoreProcess } from '../support/eventStoreProcess.js';
import { startTestEventStore } from '../support/eventStoreServer.js';
import { buildProgram } from '../support/program.js';

const counted = (n: number, id: string = randomUUID()) => jsonEvent({ id, type: 'Counted', data: { n } });

const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come to this in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

interface Written {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
}

/** Every event that is not the store's own, in the order of `$all`. */
const everything = async (client: EventStoreDBClient): Promise<Written[]> => {
  const found: Written[] = [];
  for await (const { event } of client.readAll()) {
    if (!event || event.type.startsWith('$')) continue;
    found.push({ id: event.id, stream: event.streamId, revision: event.revision, position: event.position.commit });
  }
  return found;
};

/** Appends from several loops until told to stop; remembers what was acknowledged and what was left open. */
class Writers {
  readonly acknowledged: Written[] = [];
  readonly open: { id: string; stream: string }[] = [];
  private isStopped = false;
  private readonly loops: Promise<void>;

  constructor(client: EventStoreDBClient, count: number) {
    const loop = async (writer: number) => {
      for (let n = 0; !this.isStopped; n += 1) {
        const target = { id: randomUUID(), stream: `written-${(writer + n) % 5}` };
        try {
          const answer = await client.appendToStream(target.stream, counted(n, target.id));
          this.acknowledged.push({
            ...target,
            revision: answer.nextExpectedRevision,
            position: answer.position?.commit ?? 0n,
          });
        } catch {
          this.open.push(target);
          return;
        }
      }
    };
    this.loops = Promise.all(Array.from({ length: count }, (_, writer) => loop(writer))).then(() => undefined);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.loops;
  }
}

const expectWhole = (log: readonly Written[], acknowledged: readonly Written[]): void => {
  const byId = new Map(log.map((event) => [event.id, event]));
  expect(acknowledged.filter((event) => byId.get(event.id)?.position !== event.position)).toEqual([]);
  expect(acknowledged.filter((event) => byId.get(event.id)?.revision !== event.revision)).toEqual([]);
  expect(byId.size).toBe(log.length);
  expect(log.map(({ position }) => position)).toEqual(
    [...new Set(log.map(({ position }) => position))].sort((a, b) => Number(a - b)),
  );
  const next = new Map<string, bigint>();
  for (const { stream, revision } of log) {
    expect(revision).toBe(next.get(stream) ?? 0n);
    next.set(stream, revision + 1n);
  }
};

describe('a server of its own process', () => {
  let program: string;
  let database: TestDatabase;
  let running: EventStoreProcess[] = [];
  const start = (flags?: readonly string[], databaseUrl = database.url) => {
    const started = EventStoreProcess.start(program, databaseUrl, flags);
    running.push(started);
    return started;
  };

  beforeAll(async () => {
    program = await buildProgram();
  });
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await Promise.all(running.map((child) => child.kill('SIGKILL')));
    running = [];
    await database.drop();
  });

  it('killed in the middle of its work keeps all that it acknowledged, and repeats write nothing twice', async () => {
    const first = start();
    const before = EventStoreDBClient.connectionString(await first.url());
    const writers = new Writers(before, 12);
    await until(() => writers.acknowledged.length > 400);
    await first.kill('SIGKILL');
    await writers.stop();
    await before.dispose();

    const after = EventStoreDBClient.connectionString(await start().url());
    const found = await everything(after);
    expectWhole(found, writers.acknowledged);
    expect(found.length).toBeLessThanOrEqual(writers.acknowledged.length + writers.open.length);
    for (const { id, stream } of writers.open) await after.appendToStream(stream, counted(0, id));
    const log = await everything(after);
    await after.dispose();
    expectWhole(log, writers.acknowledged);
    expect(log).toHaveLength(writers.acknowledged.length + writers.open.length);
  });

  it('says in one line where it is, and ends with 0 at SIGTERM', async () => {
    const child = start();
    await child.url();

    expect(await child.kill('SIGTERM')).toBe(0);
    expect(child.stdout).toMatch(/^\{"ready":true,"url":"esdb:\/\/127\.0\.0\.1:\d+\?tls=false"\}\n$/);
  });

  it('finds a live writer on its database, says what to set and ends with 3', async () => {
    const client = EventStoreDBClient.connectionString(await start().url());
    const second = start();

    expect(await second.exited).toBe(3);
    expect(second.stderr).toContain('EVENTSTORE_URL');
    expect(second.stdout).toBe('');
    expect(await client.appendToStream('still-mine', counted(1))).toMatchObject({ success: true });
    await client.dispose();
  });

  it('ends with 3 when its port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const child = start(['--port', String(port)]);

    expect(await child.exited).toBe(3);
    expect(child.stderr).toContain(`127.0.0.1:${port}`);
    await new Promise((resolve) => holder.close(resolve));
  });

  it('ends with 5 when its database cannot be reached', async () => {
    const child = start(undefined, 'postgres://nobody@127.0.0.1:1/none');

    expect(await child.exited).toBe(5);
  });
});

describe('a server whose database connections are cut', () => {
  it('never acknowledges what is not there, and is back by itself', async () => {
    const eventStore = await startTestEventStore();
    const clients = Array.from({ length: 3 }, () => EventStoreDBClient.connectionString(eventStore.server.url));
    const acknowledged: Written[] = [];
    for (const client of clients) {
      const writers = new Writers(client, 5);
      await until(() => writers.acknowledged.length > 50);
      await eventStore.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name LIKE 'magflow-eventstore%'`,
      );
      await until(() => writers.open.length > 0);
      await writers.stop();
      acknowledged.push(...writers.acknowledged);
      await client.dispose();
      await untilItAppends(eventStore.server.url);
    }

    const reader = EventStoreDBClient.connectionString(eventStore.server.url);
    const log = (await everything(reader)).filter(({ stream }) => stream.startsWith('written-'));
    await reader.dispose();
    await eventStore.close();
    expectWhole(log, acknowledged);
  });

  it('keeps its live subscribers, who miss nothing', async () => {
    const eventStore = await startTestEventStore();
    const reader = EventStoreDBClient.connectionString(eventStore.server.url);
    const seen: bigint[] = [];
    const subscription = reader.subscribeToStream('watched');
    subscription.on('error', () => undefined);
    subscription.on('data', ({ event }) => seen.push(event?.revision ?? -1n));
    const writer = EventStoreDBClient.connectionString(eventStore.server.url);
    for (let n = 0; n < 3; n += 1) await writer.appendToStream('watched', counted(n));
    await until(() => seen.length === 3);
    await eventStore.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'magflow-eventstore-writer'`,
    );
    await untilItAppends(eventStore.server.url, 'watched');
    await until(() => seen.length === 4);
    await subscription.unsubscribe();
    await reader.dispose();
    await writer.dispose();
    await eventStore.close();

    expect(seen).toEqual([0n, 1n, 2n, 3n]);
  });
});

/** Tries with fresh clients, since a failed call closes the channel of the one that made it. */
const untilItAppends = async (url: string, stream = `probe-${randomUUID()}`): Promise<void> => {
  const event = counted(-1);
  await until(async () => {
    const client = EventStoreDBClient.connectionString(url);
    try {
      await client.appendToStream(stream, event);
      return true;
    } catch {
      return false;
    } finally {
      await client.dispose();
    }
  });
};

describe('a server whose disk is slow', () => {
  it('answers a timeout, which tells nothing; our adapter asks again and writes once', async () => {
    const eventStore = await startTestEventStore();
    const { url } = eventStore.server;
    const client = EventStoreDBClient.connectionString(url);
    const codec = createPersonalDataCodec(new InMemoryPersonKeys());
    const store = new EsdbEventStore({ url, codec, catalogue: anyEvent });
    await store.append('ours', [newEvent(0)], 'no_stream');
    const blocker = new pg.Client({ connectionString: eventStore.database.url });
    await blocker.connect();
    await blocker.query('BEGIN');
    await blocker.query('SELECT FROM eventstore.writer FOR UPDATE');

    const event = newEvent(1);
    const appended = store.append('ours', [event], 0n);
    await expect(client.appendToStream('theirs', counted(1))).rejects.toMatchObject({ type: 'deadline-exceeded' });
    await blocker.query('ROLLBACK');
    await blocker.end();

    expect((await appended).revision).toBe(1n);
    expect((await store.read('ours')).events.map(({ id }) => id).slice(1)).toEqual([event.id]);
    await store.close();
    await client.dispose();
    await eventStore.close();
  });
});

describe('a server whose log was taken over', () => {
  it('writes no more, and says so', async () => {
    const fenced: Error[] = [];
    const eventStore = await startTestEventStore({ onFenced: (error) => fenced.push(error) });
    const client = EventStoreDBClient.connectionString(eventStore.server.url);
    await client.appendToStream('ours', counted(1));
    await eventStore.query('UPDATE eventstore.writer SET epoch = epoch + 1');

    await expect(client.appendToStream('ours', counted(2))).rejects.toMatchObject({ type: 'unavailable' });
    expect(fenced.map(({ name }) => name)).toEqual(['AnotherWriterError']);
    expect(await eventStore.query("SELECT revision FROM eventstore.events WHERE stream = 'ours'")).toEqual([
      { revision: '0' },
    ]);
    await client.dispose();
    await eventStore.close();
  });
});

describe('a server whose PostgreSQL is killed', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'magflow-eventstore-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('answers unavailable until it is back, and has kept what it acknowledged', async () => {
    const first = await startEmbeddedPostgres({ dataDir: folder });
    const server = await startEventStoreServer({ databaseUrl: first.url, port: 0, logger: pino({ level: 'silent' }) });
    const client = EventStoreDBClient.connectionString(server.url);
    const writers = new Writers(client, 8);
    await until(() => writers.acknowledged.length > 100);
    process.kill(first.pid, 'SIGKILL');
    await writers.stop();
    await client.dispose();
    const away = EventStoreDBClient.connectionString(server.url);
    await expect(away.appendToStream('away', counted(1))).rejects.toMatchObject({ type: 'unavailable' });
    await expect(
      (async () => {
        for await (const { event } of away.readStream('away')) throw new Error(`Read ${event?.id}`);
      })(),
    ).rejects.toMatchObject({ type: 'unavailable' });
    await away.dispose();

    const second = await startEmbeddedPostgres({ dataDir: folder });
    expect(new pg.Client(second.url).port).toBe(first.port);
    await untilItAppends(server.url, 'written-back');
    const reader = EventStoreDBClient.connectionString(server.url);
    expectWhole(await everything(reader), writers.acknowledged);
    await reader.dispose();
    await server.stop();
    await second.stop();
  });
});
