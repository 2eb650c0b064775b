import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestEventStore, type TestEventStore } from '../support/eventStoreServer.js';

let eventStore: TestEventStore;
let client: EventStoreDBClient;
let stream: string;

beforeAll(async () => {
  eventStore = await startTestEventStore();
  client = EventStoreDBClient.connectionString(eventStore.server.url);
});
afterAll(async () => {
  await client.dispose();
  await eventStore.close();
});
beforeEach(() => {
  stream = `deletes-${randomUUID()}`;
});

const event = (n: number) => jsonEvent({ type: 'Counted', data: { n } });

const revisionsIn = async (name: string): Promise<(bigint | undefined)[]> => {
  const revisions: (bigint | undefined)[] = [];
  for await (const { event } of client.readStream(name)) revisions.push(event?.revision);
  return revisions;
};

describe('deleting a stream', () => {
  it('hides it from readers of the stream, not from readers of $all', async () => {
    await client.appendToStream(stream, [event(0), event(1)]);
    const { position } = await client.deleteStream(stream);
    await expect(revisionsIn(stream)).rejects.toMatchObject({ type: 'stream-not-found', streamName: stream });

    const inAll: string[] = [];
    for await (const { event } of client.readAll()) {
      if (event?.streamId.endsWith(stream)) inAll.push(`${event.streamId} ${event.type} ${event.position.commit}`);
    }
    expect(inAll).toHaveLength(3);
    expect(inAll[2]).toBe(`$$${stream} $metadata ${position?.commit}`);
  });

  it('lets a later append go on with the revisions, and shows only that', async () => {
    await client.appendToStream(stream, [event(0), event(1)]);
    await client.deleteStream(stream, { expectedRevision: 1n });

    expect(await client.appendToStream(stream, event(2), { expectedRevision: 'no_stream' })).toMatchObject({
      nextExpectedRevision: 2n,
    });
    expect(await revisionsIn(stream)).toEqual([2n]);
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ truncateBefore: 2 });
  });

  it('keeps the other metadata over the revival', async () => {
    await client.appendToStream(stream, event(0));
    await client.deleteStream(stream);
    await client.setStreamMetadata(stream, { owner: 'ana', maxCount: 10 });
    await client.appendToStream(stream, event(1));

    expect((await client.getStreamMetadata(stream)).metadata).toEqual({
      owner: 'ana',
      maxCount: 10,
      truncateBefore: 1,
    });
    expect(await revisionsIn(stream)).toEqual([1n]);
  });

  it('refuses a writer who expects the stream', async () => {
    await client.appendToStream(stream, event(0));
    await client.deleteStream(stream);

    await expect(client.appendToStream(stream, event(1), { expectedRevision: 'stream_exists' })).rejects.toMatchObject({
      type: 'stream-deleted',
      streamName: stream,
    });
  });

  it('is refused at another revision and for a stream that never was', async () => {
    await client.appendToStream(stream, event(0));

    await expect(client.deleteStream(stream, { expectedRevision: 4n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: 4n,
      actualVersion: 0n,
    });
    await expect(client.deleteStream(`${stream}-never`)).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: -1n,
    });
  });
});

describe('a tombstone', () => {
  it('ends a stream for ever, whatever is expected of it', async () => {
    await client.appendToStream(stream, event(0));
    const { position } = await client.tombstoneStream(stream, { expectedRevision: 0n });
    expect(position?.commit).toBeGreaterThan(0n);

    const deleted = { type: 'stream-deleted', streamName: stream };
    await expect(revisionsIn(stream)).rejects.toMatchObject(deleted);
    for (const expectedRevision of ['any', 'no_stream', 'stream_exists', 0n] as const) {
      await expect(client.appendToStream(stream, event(1), { expectedRevision })).rejects.toMatchObject(deleted);
    }
    await expect(client.deleteStream(stream)).rejects.toMatchObject(deleted);
    await expect(client.tombstoneStream(stream)).rejects.toMatchObject(deleted);
    await expect(client.setStreamMetadata(stream, { owner: 'ana' })).rejects.toMatchObject({ type: 'stream-deleted' });
  });

  it.each(['any', 'no_stream'] as const)('at %s can be set on a stream that never was', async (expectedRevision) => {
    await client.tombstoneStream(stream, { expectedRevision });

    await expect(client.appendToStream(stream, event(0))).rejects.toMatchObject({ type: 'stream-deleted' });
  });

  it('outlives a restart', async () => {
    await client.appendToStream(stream, event(0));
    await client.tombstoneStream(stream);
    await client.dispose();
    await eventStore.restart();
    client = EventStoreDBClient.connectionString(eventStore.server.url);

    await expect(client.appendToStream(stream, event(1))).rejects.toMatchObject({ type: 'stream-deleted' });
  });

  it('is refused at another revision', async () => {
    await client.appendToStream(stream, event(0));

    await expect(client.tombstoneStream(stream, { expectedRevision: 3n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      expectedVersion: 3n,
      actualVersion: 0n,
    });
  });
});
