import { randomUUID } from 'node:crypto';
import {
  END,
  EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  START,
  streamNameFilter,
  type AllStreamSubscription,
  type StreamSubscription,
} from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
  stream = `subscriptions-${randomUUID()}`;
});

const events = (count: number, from = 0, type = 'Counted') =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type, data: { n: from + n } }));

/** What a subscription did, in order: revisions, `caught up`, or the type of its error. */
class Watched {
  readonly seen: string[] = [];

  constructor(readonly subscription: StreamSubscription | AllStreamSubscription) {
    subscription.on('data', ({ event }) => this.seen.push(`${event?.streamId}:${event?.revision}`));
    subscription.on('caughtUp', () => this.seen.push('caught up'));
    subscription.on('error', (error) => this.seen.push('type' in error ? String(error.type) : error.message));
    running.push(this);
  }

  of(name: string): string[] {
    return this.seen
      .filter((text) => text.startsWith(`${name}:`) || !text.includes(':'))
      .map((text) => text.replace(`${name}:`, ''));
  }

  async until(condition: (seen: readonly string[]) => boolean): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!condition(this.seen)) {
      if (Date.now() > deadline) throw new Error(`Not seen in time; seen: ${this.seen.slice(-20).join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  untilCaughtUp(): Promise<void> {
    return this.until((seen) => seen.includes('caught up'));
  }
}

let running: Watched[] = [];
afterEach(async () => {
  await Promise.all(running.map(({ subscription }) => subscription.unsubscribe()));
  running = [];
});

describe('a subscription to a stream', () => {
  it('brings what is there, says so once, and goes on', async () => {
    await client.appendToStream(stream, events(3));
    const watched = new Watched(client.subscribeToStream(stream));
    await watched.untilCaughtUp();
    await client.appendToStream(`${stream}-other`, events(1));
    await client.appendToStream(stream, events(2, 3));
    await watched.until((seen) => seen.length === 6);

    expect(watched.of(stream)).toEqual(['0', '1', '2', 'caught up', '3', '4']);
  });

  it.each([
    [1n, ['2', 'caught up', '3']],
    [END, ['caught up', '3']],
    [START, ['0', '1', '2', 'caught up', '3']],
  ] as const)('from %s starts after it', async (fromRevision, expected) => {
    await client.appendToStream(stream, events(3));
    const watched = new Watched(client.subscribeToStream(stream, { fromRevision }));
    await watched.untilCaughtUp();
    await client.appendToStream(stream, events(1, 3));
    await watched.until((seen) => seen.at(-1) === `${stream}:3`);

    expect(watched.of(stream)).toEqual(expected);
  });

  it('waits for a stream that is not there yet, and for a revision that is not', async () => {
    const first = new Watched(client.subscribeToStream(stream));
    const later = new Watched(client.subscribeToStream(stream, { fromRevision: 1n }));
    await Promise.all([first.untilCaughtUp(), later.untilCaughtUp()]);
    await client.appendToStream(stream, events(3));
    await Promise.all([first, later].map((watched) => watched.until((seen) => seen.at(-1) === `${stream}:2`)));

    expect(first.of(stream)).toEqual(['caught up', '0', '1', '2']);
    expect(later.of(stream)).toEqual(['caught up', '2']);
  });

  it('ends with stream-deleted at a tombstone, live or before it began', async () => {
    await client.appendToStream(stream, events(1));
    const live = new Watched(client.subscribeToStream(stream));
    await live.untilCaughtUp();
    await client.tombstoneStream(stream);
    await live.until((seen) => seen.includes('stream-deleted'));
    const late = new Watched(client.subscribeToStream(stream));
    await late.until((seen) => seen.includes('stream-deleted'));

    expect(late.seen).toEqual(['stream-deleted']);
  });

  it('goes on over a soft delete', async () => {
    await client.appendToStream(stream, events(1));
    const watched = new Watched(client.subscribeToStream(stream));
    await watched.untilCaughtUp();
    await client.deleteStream(stream);
    await client.appendToStream(stream, events(1));
    await watched.until((seen) => seen.includes(`${stream}:1`));

    expect(watched.of(stream)).toEqual(['0', 'caught up', '1']);
  });
});

describe('a subscription to $all', () => {
  it('resumes after the position of the last event it saw', async () => {
    await client.appendToStream(stream, events(5));
    const appended = await client.appendToStream(stream, events(5, 5));
    const first = new Watched(client.subscribeToAll({ filter: excludeSystemEvents() }));
    await first.until((seen) => seen.includes(`${stream}:9`));
    await first.subscription.unsubscribe();
    await client.appendToStream(stream, events(2, 10));
    const position = appended.position ?? { commit: 0n, prepare: 0n };
    const second = new Watched(client.subscribeToAll({ fromPosition: position, filter: excludeSystemEvents() }));
    await second.until((seen) => seen.includes(`${stream}:11`));
    await second.untilCaughtUp();

    expect(second.of(stream)).toEqual(['10', '11', 'caught up']);
  });

  it('from a position still to come skips until it has passed', async () => {
    const { position } = await client.appendToStream(stream, events(1));
    const ahead = (position?.commit ?? 0n) + 2n;
    const watched = new Watched(client.subscribeToAll({ fromPosition: { commit: ahead, prepare: ahead } }));
    await watched.untilCaughtUp();
    for (let n = 1; n < 5; n += 1) await client.appendToStream(stream, events(1, n));
    await watched.until((seen) => seen.includes(`${stream}:4`));

    expect(watched.of(stream)).toEqual(['caught up', '3', '4']);
  });

  it.each([
    ['stream prefixes', () => streamNameFilter({ prefixes: [`${stream}-a`, `${stream}-c`] }), ['a', 'c']],
    ['a stream pattern', () => streamNameFilter({ regex: `^${stream}-[bc]$` }), ['b', 'c']],
    ['type prefixes', () => eventTypeFilter({ prefixes: [`${stream}B`] }), ['b']],
    ['an unanchored type pattern', () => eventTypeFilter({ regex: `${stream.slice(-12)}[AC]` }), ['a', 'c']],
  ])('filters by %s', async (_what, filter, expected) => {
    for (const letter of ['a', 'b', 'c']) {
      await client.appendToStream(`${stream}-${letter}`, events(1, 0, `${stream}${letter.toUpperCase()}`));
    }
    const watched = new Watched(client.subscribeToAll({ filter: filter() }));
    await watched.untilCaughtUp();

    expect(watched.seen).toEqual([...expected.map((letter) => `${stream}-${letter}:0`), 'caught up']);
  });

  it('tells a checkpoint every so many considered events and at the end of the history', async () => {
    const { position: before } = await client.appendToStream(stream, events(1));
    await client.appendToStream(stream, events(384, 1));
    const checkpoints: bigint[] = [];
    const watched = new Watched(
      client.subscribeToAll({
        fromPosition: before ?? { commit: 0n, prepare: 0n },
        filter: streamNameFilter({
          prefixes: ['nothing-'],
          checkpointInterval: 2,
          checkpointReached: (_subscription, { commit }) => void checkpoints.push(commit),
        }),
      }),
    );
    await watched.untilCaughtUp();

    const start = before?.commit ?? 0n;
    expect(checkpoints).toEqual([64n, 128n, 192n, 256n, 320n, 384n].map((offset) => start + offset));
    await client.appendToStream(stream, events(64, 385));
    await watched.until(() => checkpoints.length === 7);
    expect(checkpoints.at(-1)).toBe(start + 448n);
  });

  it('shows concurrent writers in the order of their positions', async () => {
    const watched = new Watched(client.subscribeToAll({ fromPosition: END }));
    await watched.untilCaughtUp();
    const written = await Promise.all(
      Array.from({ length: 300 }, async (_, n) => {
        const name = `${stream}-${n % 7}`;
        const { position, nextExpectedRevision } = await client.appendToStream(name, events(1, n));
        return { position: position?.commit ?? 0n, text: `${name}:${nextExpectedRevision}` };
      }),
    );
    await watched.until((seen) => seen.length === 301);

    written.sort((a, b) => Number(a.position - b.position));
    expect(watched.seen.slice(1)).toEqual(written.map(({ text }) => text));
  });

  it('loses nothing when its reader stands still while more is written than memory keeps', async () => {
    const subscription = client.subscribeToAll({ fromPosition: END, filter: streamNameFilter({ prefixes: [stream] }) });
    await new Promise((resolve) => subscription.once('confirmation', resolve));
    const blobs = (from: number) =>
      Array.from({ length: 20 }, (_, n) =>
        jsonEvent({ type: 'Counted', data: { n: from + n, fill: 'x'.repeat(45_000) } }),
      );
    for (let n = 0; n < 600; n += 20) await client.appendToStream(stream, blobs(n));
    const revisions: bigint[] = [];
    for await (const { event } of subscription) {
      if (event) revisions.push(event.revision);
      if (revisions.length === 600) break;
    }

    expect(revisions).toEqual(Array.from({ length: 600 }, (_, n) => BigInt(n)));
  });

  it('is told when the server goes', async () => {
    const watched = new Watched(client.subscribeToAll({ fromPosition: END }));
    await watched.untilCaughtUp();
    await eventStore.restart();
    await watched.until((seen) => seen.some((text) => text === 'unavailable' || text === 'cancelled'));
    await client.dispose();
    client = EventStoreDBClient.connectionString(eventStore.server.url);
  });
});
