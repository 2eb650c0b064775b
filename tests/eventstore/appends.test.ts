import { randomUUID } from 'node:crypto';
import {
  binaryEvent,
  EventStoreDBClient,
  jsonEvent,
  type AppendExpectedRevision,
  type AppendToStreamOptions,
} from '@eventstore/db-client';
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
  stream = `appends-${randomUUID()}`;
});

const event = (n: number, id: string = randomUUID()) => jsonEvent({ id, type: 'Counted', data: { n } });

const numbersIn = async (name: string): Promise<unknown[]> => {
  const numbers: unknown[] = [];
  for await (const { event } of client.readStream<{ type: string; data: { n: number } }>(name)) {
    numbers.push(event?.data.n);
  }
  return numbers;
};

// Per-call credentials make the client take the classic call; over plain text it then drops them.
const ways: readonly (readonly [string, AppendToStreamOptions])[] = [
  ['batched', {}],
  ['classic', { credentials: { username: 'admin', password: 'changeit' } }],
];

describe.each(ways)('a %s append', (_way, options) => {
  const append = (events: ReturnType<typeof event>[], expectedRevision: AppendExpectedRevision) =>
    client.appendToStream(stream, events, { ...options, expectedRevision });

  it('answers the revision and position of its last event, as reads show it', async () => {
    const answer = await append([event(0), event(1), event(2)], 'no_stream');
    const positions: (bigint | undefined)[] = [];
    for await (const { event } of client.readStream(stream)) positions.push(event?.position?.commit);

    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(answer.position).toEqual({ commit: positions[2], prepare: positions[2] });
  });

  it.each([
    ['no_stream', 'no_stream', 1n],
    [0n, 0n, 1n],
    [5n, 5n, 1n],
  ] as const)('at %s on a stream of two is refused', async (expectedRevision, expectedVersion, actualVersion) => {
    await append([event(0), event(1)], 'no_stream');

    await expect(append([event(2)], expectedRevision)).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion,
      actualVersion,
    });
    expect(await numbersIn(stream)).toEqual([0, 1]);
  });

  it.each([
    ['stream_exists', 'stream_exists'],
    [0n, 0n],
  ] as const)('at %s on a stream that is not there is refused', async (expectedRevision, expectedVersion) => {
    await expect(append([event(0)], expectedRevision)).rejects.toMatchObject({
      type: 'wrong-expected-version',
      expectedVersion,
      actualVersion: 'no_stream',
    });
  });

  it('finds a stream that has only metadata existing', async () => {
    await client.setStreamMetadata(stream, { owner: 'ana' });

    expect(await append([event(0)], 'stream_exists')).toMatchObject({ nextExpectedRevision: 0n });
  });

  it('of 1 MiB is taken, of one byte more is refused with the limit', async () => {
    const sized = (bytes: number) => [binaryEvent({ type: 'Blob', data: new Uint8Array(bytes - 2 * 'Blob'.length) })];
    await client.appendToStream(stream, sized(1_048_576), { ...options, expectedRevision: 'no_stream' });

    await expect(client.appendToStream(stream, sized(1_048_577), options)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
  });

  it('of nothing writes nothing', async () => {
    await append([event(0)], 'no_stream');

    expect(await append([], 0n)).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(await numbersIn(stream)).toEqual([0]);
  });
});

describe('repeating an append', () => {
  const [a, b, c] = [event(1), event(2), event(3)];

  it.each(['any', 'stream_exists'] as const)('with %s and all ids known writes nothing', async (expectedRevision) => {
    await client.appendToStream(stream, event(0));
    const first = await client.appendToStream(stream, [a, b], { expectedRevision });
    await client.appendToStream(stream, event(9));

    expect(await client.appendToStream(stream, [a, b], { expectedRevision })).toEqual(first);
    expect(await numbersIn(stream)).toEqual([0, 1, 2, 9]);
  });

  it('with any and only the first id known is refused', async () => {
    await client.appendToStream(stream, [a]);

    await expect(client.appendToStream(stream, [a, b])).rejects.toMatchObject({ type: 'wrong-expected-version' });
  });

  it('with any and the first id new writes all, the known one again too', async () => {
    await client.appendToStream(stream, [b]);
    await client.appendToStream(stream, [a, b, c]);

    expect(await numbersIn(stream)).toEqual([2, 1, 2, 3]);
  });

  it('at an earlier revision may end before the last event', async () => {
    await client.appendToStream(stream, [a, b, c], { expectedRevision: 'no_stream' });

    expect(await client.appendToStream(stream, [a, b], { expectedRevision: 'no_stream' })).toMatchObject({
      nextExpectedRevision: 1n,
    });
    expect(await client.appendToStream(stream, [b], { expectedRevision: 0n })).toMatchObject({
      nextExpectedRevision: 1n,
    });
    await expect(client.appendToStream(stream, [b, event(4)], { expectedRevision: 0n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 2n,
    });
  });

  it('at the current revision writes the same id once more', async () => {
    await client.appendToStream(stream, [a], { expectedRevision: 'no_stream' });
    await client.appendToStream(stream, [a], { expectedRevision: 0n });

    expect(await numbersIn(stream)).toEqual([1, 1]);
  });

  it('sent twice at once is written once', async () => {
    const events = [event(1), event(2)];
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => client.appendToStream(stream, events, { expectedRevision: 'no_stream' })),
    );

    expect(new Set(answers.map(({ nextExpectedRevision }) => nextExpectedRevision))).toEqual(new Set([1n]));
    expect(await numbersIn(stream)).toEqual([1, 2]);
  });

  it('is recognised after the server has forgotten the stream', async () => {
    const first = await client.appendToStream(stream, [a, b]);
    await client.dispose();
    await eventStore.restart();
    client = EventStoreDBClient.connectionString(eventStore.server.url);

    expect(await client.appendToStream(stream, [a, b])).toEqual(first);
    expect(await client.appendToStream(stream, [a, b], { expectedRevision: 'no_stream' })).toEqual(first);
  });
});

describe('a deadline', () => {
  it('that passes while the chunks still come is told, and nothing is written', async () => {
    const events = Array.from({ length: 30_000 }, (_, n) => event(n));

    await expect(client.appendToStream(stream, events, { deadline: 1, batchAppendSize: 65_536 })).rejects.toMatchObject(
      { type: 'deadline-exceeded' },
    );
    await expect(numbersIn(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
  });
});

describe('names and types that cannot be', () => {
  it.each([
    ['an empty type', '', 'names-1'],
    ['a stream name with NUL', 'Counted', 'a\0b'],
    ['a stream name of a page', 'Counted', 'x'.repeat(2_000)],
  ])('such as %s are refused, and the client lives on', async (_what, type, name) => {
    await expect(client.appendToStream(name, jsonEvent({ type, data: {} }))).rejects.toMatchObject({ type: 'unknown' });
    await client.appendToStream(stream, event(0));
    expect(await numbersIn(stream)).toEqual([0]);
  });

  it('such as $all and metadata of metadata are denied', async () => {
    await expect(client.appendToStream('$all', event(0))).rejects.toMatchObject({ type: 'access-denied' });
    await expect(client.appendToStream('$$$$x', event(0))).rejects.toMatchObject({ type: 'access-denied' });
  });

  it('are any UTF-8 otherwise', async () => {
    const name = `comandă-№-${randomUUID()}/%20 ?`;
    await client.appendToStream(name, event(7));
    expect(await numbersIn(name)).toEqual([7]);
    await expect(client.appendToStream(name, event(8), { expectedRevision: 'no_stream' })).rejects.toMatchObject({
      streamName: name,
    });
  });
});
