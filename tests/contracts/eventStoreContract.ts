import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  RevisionConflict,
  type EventStore,
  type NewEvent,
  type SubscriptionMessage,
  type SubscriptionOptions,
} from '../../src/application/ports/eventStore.js';

export interface OpenedEventStore {
  readonly store: EventStore;
  /** Closes what `open` opened beside the store. */
  close?(): Promise<void>;
}

const metadata = {
  correlationId: '7d5e3c1a-0000-4000-8000-000000000001',
  actor: { kind: 'user', id: 'ana' },
  occurredAt: '2026-03-01T10:00:00.000Z',
  schemaVersion: 1,
} as const;

export const newEvent = (n: number, overrides: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'OrderNoted',
  data: { n },
  metadata,
  ...overrides,
});

const uniqueStream = (kind = 'note') => `${kind}-main-${randomUUID()}`;

/** Reads a subscription in the background, so that a test can look at what has come so far. */
export class Collected {
  readonly messages: SubscriptionMessage[] = [];
  private readonly abort = new AbortController();
  private readonly reading: Promise<void>;
  private failure: unknown;

  constructor(store: EventStore, options: Omit<SubscriptionOptions, 'signal'>) {
    this.reading = (async () => {
      for await (const message of store.subscribe({ ...options, signal: this.abort.signal })) {
        this.messages.push(message);
      }
    })().catch((error: unknown) => {
      this.failure = error;
    });
  }

  /** `n` of the events that came, in order, of the given stream. */
  numbers(stream?: string): unknown[] {
    return this.messages.flatMap((message) =>
      message.kind === 'event' && (stream === undefined || message.event.stream === stream)
        ? [Object.entries(message.event.data)[0]?.[1]]
        : [],
    );
  }

  async until(condition: () => boolean): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!condition()) {
      if (this.failure !== undefined) throw this.failure;
      if (Date.now() > deadline) throw new Error(`Not seen in time, but ${this.messages.length} messages`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async untilCaughtUp(): Promise<void> {
    await this.until(() => this.messages.some(({ kind }) => kind === 'caught_up'));
  }

  async stop(): Promise<void> {
    this.abort.abort();
    await this.reading;
  }
}

/** What every event store does, whatever it is made of. */
export const eventStoreContract = (name: string, open: () => Promise<OpenedEventStore>): void => {
  describe(`event store: ${name}`, () => {
    let opened: OpenedEventStore;
    let store: EventStore;
    let stream: string;

    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(async () => {
      await opened.store.close();
      await opened.close?.();
    });
    beforeEach(() => {
      stream = uniqueStream();
    });

    describe('appending', () => {
      it('counts revisions from zero and positions upwards', async () => {
        const first = await store.append(stream, [newEvent(1), newEvent(2)], 'no_stream');
        const second = await store.append(stream, [newEvent(3)], 1n);

        expect(first.revision).toBe(1n);
        expect(second.revision).toBe(2n);
        expect(second.position > first.position).toBe(true);
      });

      it('is refused at a revision that is not the last, and says which is', async () => {
        await store.append(stream, [newEvent(1), newEvent(2)], 'no_stream');

        await expect(store.append(stream, [newEvent(3)], 0n)).rejects.toMatchObject({
          name: 'RevisionConflict',
          stream,
          expected: 0n,
          actual: 1n,
        });
        await expect(store.append(stream, [newEvent(3)], 7n)).rejects.toMatchObject({ expected: 7n, actual: 1n });
        expect((await store.read(stream)).events).toHaveLength(2);
      });

      it('is refused when the stream should be new and is not, or should be there and is not', async () => {
        await expect(store.append(stream, [newEvent(1)], 'stream_exists')).rejects.toMatchObject({
          expected: 'stream_exists',
          actual: -1n,
        });
        await expect(store.append(stream, [newEvent(1)], 0n)).rejects.toMatchObject({ expected: 0n, actual: -1n });
        await store.append(stream, [newEvent(1)], 'no_stream');
        await expect(store.append(stream, [newEvent(2)], 'no_stream')).rejects.toMatchObject({
          expected: 'no_stream',
          actual: 0n,
        });
        expect((await store.append(stream, [newEvent(2)], 'stream_exists')).revision).toBe(1n);
      });

      it('lets exactly one of many racing writers win each revision', async () => {
        await store.append(stream, [newEvent(0)], 'no_stream');
        const outcomes = await Promise.allSettled(
          Array.from({ length: 20 }, (_, n) => store.append(stream, [newEvent(n + 1)], 0n)),
        );

        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RevisionConflict);
        }
        expect((await store.read(stream)).revision).toBe(1n);
      });

      it('keeps every event of writers that make no claim', async () => {
        const numbers = Array.from({ length: 40 }, (_, n) => n);
        await Promise.all(numbers.map((n) => store.append(stream, [newEvent(n)], 'any')));

        const { events } = await store.read<{ type: string; data: { n: number } }>(stream);
        expect(events.map(({ data }) => data.n).sort((a, b) => a - b)).toEqual(numbers);
        expect(events.map(({ revision }) => revision)).toEqual(numbers.map(BigInt));
      });

      it.each(['no_stream', 'any'] as const)('with the same ids and %s answers as the first time', async (expected) => {
        const events = [newEvent(1), newEvent(2)];
        const first = await store.append(stream, events, expected);
        await store.append(stream, [newEvent(3)], 1n);

        expect(await store.append(stream, events, expected)).toEqual(first);
        expect((await store.read(stream)).events).toHaveLength(3);
      });

      it('with the same ids and revision answers as the first time', async () => {
        await store.append(stream, [newEvent(0)], 'no_stream');
        const events = [newEvent(1), newEvent(2)];
        const first = await store.append(stream, events, 0n);
        await store.append(stream, [newEvent(3)], 2n);

        expect(await store.append(stream, events, 0n)).toEqual(first);
        expect((await store.read(stream)).events).toHaveLength(4);
      });

      it('is refused when only the first of its ids is a repeat', async () => {
        const event = newEvent(1);
        await store.append(stream, [event], 'no_stream');
        await store.append(stream, [newEvent(2)], 0n);

        await expect(store.append(stream, [event, newEvent(3)], 'no_stream')).rejects.toBeInstanceOf(RevisionConflict);
      });

      it('takes the same id in another stream as another event', async () => {
        const event = newEvent(1);
        await store.append(stream, [event], 'no_stream');
        const other = uniqueStream();

        expect((await store.append(other, [event], 'no_stream')).revision).toBe(0n);
      });
    });

    describe('reading', () => {
      it('gives back what was written, as it was written', async () => {
        const event = newEvent(1, {
          data: { text: 'șoseaua „Ștefan cel Mare”', list: [1, null, { deep: true }], empty: {} },
          metadata: {
            ...metadata,
            causationId: '7d5e3c1a-0000-4000-8000-000000000002',
            traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
          },
        });
        const { position } = await store.append(stream, [event], 'no_stream');
        const { events, revision } = await store.read(stream);

        expect(revision).toBe(0n);
        expect(events).toEqual([{ ...event, stream, revision: 0n, position, recordedAt: events[0]?.recordedAt }]);
        expect(events[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      });

      it('finds nothing in a stream that was never written', async () => {
        expect(await store.read(stream)).toEqual({ events: [], revision: -1n });
      });

      it('starts at a revision and stops at a count, and knows the last revision all the same', async () => {
        await store.append(
          stream,
          [0, 1, 2, 3, 4].map((n) => newEvent(n)),
          'no_stream',
        );
        const part = await store.read<{ type: string; data: { n: number } }>(stream, { fromRevision: 1n, maxCount: 2 });

        expect(part.events.map(({ data }) => data.n)).toEqual([1, 2]);
        expect(part.revision).toBe(4n);
        expect(await store.read(stream, { fromRevision: 5n })).toEqual({ events: [], revision: 4n });
      });

      it('holds streams of more than one page', async () => {
        for (let start = 0; start < 2_500; start += 500) {
          const events = Array.from({ length: 500 }, (_, n) => newEvent(start + n));
          await store.append(stream, events, start === 0 ? 'no_stream' : BigInt(start - 1));
        }
        const { events } = await store.read<{ type: string; data: { n: number } }>(stream);

        expect(events.map(({ data }) => data.n)).toEqual(Array.from({ length: 2_500 }, (_, n) => n));
      });
    });

    describe('subscribing', () => {
      let running: Collected[] = [];
      const collect = (options: Omit<SubscriptionOptions, 'signal'>) => {
        const collected = new Collected(store, options);
        running.push(collected);
        return collected;
      };
      afterEach(async () => {
        await Promise.all(running.map((collected) => collected.stop()));
        running = [];
      });

      it('brings the history, says so when it is done, and goes on live', async () => {
        await store.append(stream, [newEvent(1), newEvent(2)], 'no_stream');
        const seen = collect({ from: 'start', filter: { streamPrefixes: [stream] } });
        await seen.untilCaughtUp();
        expect(seen.numbers()).toEqual([1, 2]);

        await store.append(stream, [newEvent(3)], 1n);
        await seen.until(() => seen.numbers().length === 3);
        expect(seen.numbers()).toEqual([1, 2, 3]);
        expect(seen.messages.filter(({ kind }) => kind === 'caught_up')).toHaveLength(1);
      });

      it('goes on after a position, which is not repeated', async () => {
        const { position } = await store.append(stream, [newEvent(1)], 'no_stream');
        await store.append(stream, [newEvent(2)], 0n);
        const seen = collect({ from: position, filter: { streamPrefixes: [stream] } });
        await seen.untilCaughtUp();

        expect(seen.numbers()).toEqual([2]);
      });

      it('from the end brings only what comes later', async () => {
        await store.append(stream, [newEvent(1)], 'no_stream');
        const seen = collect({ from: 'end', filter: { streamPrefixes: [stream] } });
        await seen.untilCaughtUp();
        await store.append(stream, [newEvent(2)], 0n);
        await seen.until(() => seen.numbers().length > 0);

        expect(seen.numbers()).toEqual([2]);
      });

      it('without a filter brings every stream, and nothing of the store itself', async () => {
        const other = uniqueStream();
        const { position } = await store.append(stream, [newEvent(1)], 'no_stream');
        await store.append(other, [newEvent(2)], 'no_stream');
        const seen = collect({ from: position - 1n });
        await seen.until(() => seen.numbers(other).length === 1);

        expect(seen.numbers(stream)).toEqual([1]);
        const types = seen.messages.flatMap((message) => (message.kind === 'event' ? [message.event.type] : []));
        expect(types.filter((type) => type.startsWith('$'))).toEqual([]);
      });

      it('with several prefixes brings the streams of any of them', async () => {
        const [left, right, neither] = [uniqueStream('left'), uniqueStream('right'), uniqueStream('neither')];
        for (const name of [left, right, neither]) await store.append(name, [newEvent(1)], 'no_stream');
        const seen = collect({ from: 'start', filter: { streamPrefixes: [left, right] } });
        await seen.untilCaughtUp();

        const streams = seen.messages.flatMap((message) => (message.kind === 'event' ? [message.event.stream] : []));
        expect(streams).toEqual([left, right]);
      });

      it('tells how far it has come through events that do not match', async () => {
        const events = Array.from({ length: 400 }, (_, n) => newEvent(n));
        const { position } = await store.append(stream, events, 'no_stream');
        const seen = collect({ from: 'start', filter: { streamPrefixes: ['nothing-like-this-'] } });
        await seen.untilCaughtUp();

        const checkpoints = seen.messages.flatMap((message) =>
          message.kind === 'checkpoint' ? [message.position] : [],
        );
        expect(checkpoints.length).toBeGreaterThan(1);
        expect(checkpoints.at(-1)).toBe(position);
        expect(checkpoints).toEqual([...checkpoints].sort((a, b) => Number(a - b)));
      });

      it('sees concurrent writers in the order of positions, without a gap', async () => {
        const seen = collect({ from: 'end', filter: { streamPrefixes: [stream] } });
        await seen.untilCaughtUp();
        const appended = await Promise.all(
          Array.from({ length: 200 }, (_, n) => store.append(`${stream}-${n % 10}`, [newEvent(n)], 'any')),
        );
        await seen.until(() => seen.numbers().length === 200);

        const positions = seen.messages.flatMap((message) =>
          message.kind === 'event' ? [message.event.position] : [],
        );
        expect(positions).toEqual(appended.map(({ position }) => position).sort((a, b) => Number(a - b)));
      });

      it('waits for a consumer that takes its time, and loses nothing', async () => {
        const total = 3_000;
        for (let start = 0; start < total; start += 500) {
          await store.append(
            stream,
            Array.from({ length: 500 }, (_, n) => newEvent(start + n)),
            'any',
          );
        }
        const numbers: unknown[] = [];
        for await (const message of store.subscribe({ from: 'start', filter: { streamPrefixes: [stream] } })) {
          if (message.kind !== 'event') continue;
          numbers.push(Object.entries(message.event.data)[0]?.[1]);
          if (numbers.length % 500 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
          if (numbers.length === total) break;
        }

        expect(numbers).toEqual(Array.from({ length: total }, (_, n) => n));
      });

      it('ends when its signal aborts', async () => {
        const abort = new AbortController();
        const kinds: string[] = [];
        for await (const { kind } of store.subscribe({ from: 'end', signal: abort.signal })) {
          kinds.push(kind);
          abort.abort();
        }

        expect(kinds).toEqual(['caught_up']);
      });
    });

    describe('personal data', () => {
      it('comes back as it was written', async () => {
        const data = { personId: 'p-1', personal: { name: 'Ana Ionescu', phones: ['0722'] }, total: '10.00' };
        await store.append(stream, [newEvent(1, { data })], 'no_stream');

        expect((await store.read(stream)).events[0]?.data).toEqual(data);
      });
    });

    describe('identity', () => {
      it('stays the same', async () => {
        const id = await store.storeId();

        expect(id).toMatch(/^[0-9a-f-]{36}$/);
        expect(await store.storeId()).toBe(id);
      });

      it('knows the position of the newest event', async () => {
        const { position } = await store.append(stream, [newEvent(1)], 'no_stream');

        expect(await store.lastPosition()).toBe(position);
      });
    });
  });
};
