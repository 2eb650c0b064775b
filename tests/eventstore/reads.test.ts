import { randomUUID } from 'node:crypto';
import { BACKWARDS, binaryEvent, END, EventStoreDBClient, FORWARDS, jsonEvent, START } from '@eventstore/db-client';
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
  stream = `reads-${randomUUID()}`;
});

const events = (count: number) => Array.from({ length: count }, (_, n) => jsonEvent({ type: 'Counted', data: { n } }));

type StreamOptions = Parameters<EventStoreDBClient['readStream']>[1];
type AllOptions = Parameters<EventStoreDBClient['readAll']>[0];

const revisions = async (options: StreamOptions = {}, name = stream): Promise<number[]> => {
  const found: number[] = [];
  for await (const { event } of client.readStream(name, options)) found.push(Number(event?.revision));
  return found;
};

const positions = async (options: AllOptions): Promise<bigint[]> => {
  const found: bigint[] = [];
  for await (const { event } of client.readAll(options)) if (event) found.push(event.position.commit);
  return found;
};

describe('reading a stream', () => {
  beforeEach(async () => {
    await client.appendToStream(stream, events(5), { expectedRevision: 'no_stream' });
  });

  it.each([
    ['from the start', {}, [0, 1, 2, 3, 4]],
    ['from a revision, it included', { fromRevision: 2n }, [2, 3, 4]],
    ['no more than asked for', { fromRevision: 1n, maxCount: 2 }, [1, 2]],
    ['beyond the end', { fromRevision: 9n }, []],
    ['forwards from the end', { fromRevision: END, direction: FORWARDS }, []],
    ['backwards from the end', { fromRevision: END, direction: BACKWARDS }, [4, 3, 2, 1, 0]],
    ['backwards from a revision, it included', { fromRevision: 2n, direction: BACKWARDS }, [2, 1, 0]],
    ['backwards from beyond the end', { fromRevision: 99n, direction: BACKWARDS }, [4, 3, 2, 1, 0]],
    ['backwards from the start', { fromRevision: START, direction: BACKWARDS }, [0]],
    ['the newest one', { fromRevision: END, direction: BACKWARDS, maxCount: 1 }, [4]],
  ] as const)('%s', async (_how, options, expected) => {
    expect(await revisions(options)).toEqual(expected);
  });

  it('shows who wrote what, when, and in which form', async () => {
    const id = randomUUID();
    const data = Uint8Array.from([0, 1, 254, 255]);
    const before = Date.now();
    await client.appendToStream(stream, binaryEvent({ id, type: 'Blob', data, metadata: Buffer.from([255, 0]) }));
    await client.appendToStream(stream, jsonEvent({ type: 'Counted', data: { n: 6 }, metadata: { by: 'ana' } }));
    const found = [];
    for await (const { event } of client.readStream(stream, { fromRevision: 5n })) found.push(event);

    expect(found[0]).toMatchObject({ id, streamId: stream, type: 'Blob', isJson: false, revision: 5n });
    expect(Buffer.from(found[0]?.data instanceof Uint8Array ? found[0].data : [])).toEqual(Buffer.from(data));
    expect(found[1]).toMatchObject({ isJson: true, data: { n: 6 }, metadata: { by: 'ana' } });
    expect(Math.abs((found[0]?.created.getTime() ?? 0) - before)).toBeLessThan(10_000);
  });
});

describe('what stream metadata hides', () => {
  beforeEach(async () => {
    await client.appendToStream(stream, events(5), { expectedRevision: 'no_stream' });
  });

  it('is all but the newest of maxCount', async () => {
    await client.setStreamMetadata(stream, { maxCount: 2 });

    expect(await revisions()).toEqual([3, 4]);
    expect(await revisions({ fromRevision: END, direction: BACKWARDS })).toEqual([4, 3]);
    await client.appendToStream(stream, events(1), { expectedRevision: 4n });
    expect(await revisions()).toEqual([4, 5]);
  });

  it('is all before truncateBefore, even everything', async () => {
    await client.setStreamMetadata(stream, { truncateBefore: 3 });
    expect(await revisions()).toEqual([3, 4]);
    await client.setStreamMetadata(stream, { truncateBefore: 7 });
    expect(await revisions()).toEqual([]);
  });

  it('is what is older than maxAge', async () => {
    await eventStore.query(
      'UPDATE eventstore.events SET created = created - 3600::bigint * 10000000 WHERE stream = $1 AND revision < 3',
      [stream],
    );
    await client.setStreamMetadata(stream, { maxAge: 600 });

    expect(await revisions()).toEqual([3, 4]);
  });

  it('is nothing when the metadata is not valid, and nothing of $all', async () => {
    await client.appendToStream(`$$${stream}`, binaryEvent({ type: '$metadata', data: Buffer.from('{"$maxCount":') }));
    expect(await revisions()).toEqual([0, 1, 2, 3, 4]);

    await client.setStreamMetadata(stream, { maxCount: 1 });
    const inAll: bigint[] = [];
    for await (const { event } of client.readAll()) if (event?.streamId === stream) inAll.push(event.revision);
    expect(inAll).toEqual([0n, 1n, 2n, 3n, 4n]);
  });

  it('leaves of the metadata itself the newest', async () => {
    await client.setStreamMetadata(stream, { maxCount: 9 });
    await client.setStreamMetadata(stream, { maxCount: 8, owner: 'ana' }, { expectedRevision: 0n });

    expect(await client.getStreamMetadata(stream)).toMatchObject({ metadata: { maxCount: 8, owner: 'ana' } });
    expect(await revisions({}, `$$${stream}`)).toEqual([1]);
  });
});

describe('reading $all', () => {
  it('goes forwards from a position inclusive and backwards exclusive', async () => {
    await client.appendToStream(stream, events(4));
    const all = await positions({});
    const [, , third, last] = all.slice(-4);
    const at = (commit: bigint | undefined) => ({ commit: commit ?? 0n, prepare: commit ?? 0n });

    expect(all).toEqual([...all].sort((a, b) => Number(a - b)));
    expect(await positions({ fromPosition: at(third) })).toEqual([third, last]);
    expect(await positions({ fromPosition: at(third), maxCount: 1 })).toEqual([third]);
    expect(await positions({ fromPosition: at(third), direction: BACKWARDS, maxCount: 2 })).toEqual(
      all.slice(-4, -2).reverse(),
    );
    expect(await positions({ fromPosition: END, direction: BACKWARDS, maxCount: 1 })).toEqual([last]);
    expect(await positions({ fromPosition: END })).toEqual([]);
    expect(await positions({ fromPosition: START, direction: BACKWARDS })).toEqual([]);
  });

  it('is not empty in a new log', async () => {
    const fresh = await startTestEventStore();
    const other = EventStoreDBClient.connectionString(fresh.server.url);
    const types: (string | undefined)[] = [];
    for await (const { event } of other.readAll()) types.push(event?.type);
    await other.dispose();
    await fresh.close();

    expect(types).toEqual(['$storeCreated']);
  });

  it('holds more than a page, each event once', async () => {
    for (let n = 0; n < 5; n += 1) await client.appendToStream(stream, events(700));
    const found: number[] = [];
    for await (const { event } of client.readAll()) if (event?.streamId === stream) found.push(Number(event.revision));

    expect(found).toEqual(Array.from({ length: 3_500 }, (_, n) => n));
  });

  it('holds events whose bytes fill a page before their number does', async () => {
    const blob = () => binaryEvent({ type: 'Blob', data: new Uint8Array(900_000) });
    for (let n = 0; n < 12; n += 1) await client.appendToStream(stream, blob());

    expect(await revisions()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await revisions({ fromRevision: END, direction: BACKWARDS, maxCount: 7 })).toEqual([11, 10, 9, 8, 7, 6, 5]);
  });
});

describe('links', () => {
  it('are followed one step when asked for, and shown alone when their target is gone', async () => {
    const target = `${stream}-target`;
    await client.appendToStream(target, events(2));
    const link = (text: string) => binaryEvent({ type: '$>', data: Buffer.from(text) });
    await client.appendToStream(stream, [link(`1@${target}`), link(`9@${target}`), link('nonsense')]);

    const resolved = [];
    for await (const { event, link } of client.readStream(stream, { resolveLinkTos: true })) {
      resolved.push([event?.streamId, event?.revision, link?.streamId, link?.revision]);
    }
    expect(resolved).toEqual([
      [target, 1n, stream, 0n],
      [undefined, undefined, stream, 1n],
      [undefined, undefined, stream, 2n],
    ]);
    expect(await revisions()).toEqual([0, 1, 2]);
  });
});
