import { setTimeout as sleep } from 'node:timers/promises';
import { Partitioners, type Kafka, type Message, type Producer, type TopicMessages } from 'kafkajs';
import type pg from 'pg';
import type { BusMessage } from '../../application/ports/bus.js';
import type { EventStore, RecordedEvent } from '../../application/ports/eventStore.js';
import type { Failpoints } from '../../application/ports/failpoints.js';
import { holdLock } from '../bus/advisoryLock.js';
import type { BusLog } from '../bus/busLog.js';
import { positionOfEvent } from '../bus/groupOffset.js';
import { toRecord } from '../kafka/record.js';
import { CHECKPOINT_TOPIC, STATE_TOPIC, type TopicSet } from '../kafka/topicSet.js';
import { batches } from './batches.js';
import { checkpointRecord, holdsRecords, newestPublished, readCheckpoint, type Checkpoint } from './checkpoint.js';
import { followLog } from './followLog.js';
import { INTEGRATION_PREFIXES, IntegrationMapper } from './integrationMapper.js';
import type { OrderStateData } from './integrationSchemas.js';

export interface RelayDeps {
  readonly kafka: Kafka;
  readonly store: EventStore;
  /** Where stand-by relays wait; null when there is only one for certain. Fencing holds without it. */
  readonly pool: pg.Pool | null;
  readonly topics: TopicSet;
  readonly log: BusLog;
  readonly failpoints: Failpoints;
  /** Go on after the newest published record when the checkpoint is lost. */
  readonly adopt?: boolean;
  /** Newest position of the backup that this log was restored from last; null when it never was. */
  readonly restoredTo?: () => Promise<bigint | null>;
}

export type RelayState = 'starting' | 'stand_by' | 'running' | 'refused' | 'stopped';

/** Topics hold records, but nothing says up to where: publishing could repeat or leave out. */
export class RelayRefused extends Error {
  override readonly name = 'RelayRefused';
}

const TRANSACTIONAL_ID = 'magflow-relay';
/** A killed relay blocks read_committed consumers for at most this long. */
const TRANSACTION_TIMEOUT_MS = 10_000;
const BATCH = { maxCount: 500, lingerMs: 2 } as const;
const RETRY_MS = 500;
/** One role stops after the other: relay and consumers together must end within a role process's six seconds, also without a broker. */
const STOP_MS = 2_000;

/** An event of the log with what is published of it; a null message only moves us on. */
interface Mapped {
  readonly event: RecordedEvent;
  readonly message: BusMessage;
  readonly state: OrderStateData | null;
}

/**
 * Publishes the log: every integration event once and in order for read_committed consumers, across kill -9 of the relay
 * or the broker. One fixed transactional id. A session begins a transaction first, which fences a predecessor and settles
 * what it left open, then reads the checkpoint, then publishes; the new checkpoint is a record of the same transaction.
 * After any error the outcome of a commit may be unknown: the session is dropped, and the next one asks the checkpoint.
 */
export class Relay {
  private readonly stopped = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private published: bigint | null = null;
  private current: RelayState = 'starting';
  private refusedBecause: string | null = null;

  constructor(private readonly deps: RelayDeps) {}

  get state(): RelayState {
    return this.current;
  }

  /** Why it refused to publish; null while it did not. */
  get refusal(): string | null {
    return this.refusedBecause;
  }

  /** Position of the last published event, as far as this process knows. */
  get position(): bigint | null {
    return this.published;
  }

  start(): void {
    this.running = this.run();
  }

  /** Finishes the transaction that is under way, within bounds. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.race([this.running, sleep(STOP_MS, undefined, { ref: false })]);
    this.current = 'stopped';
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      try {
        await this.asOnly((lost) => this.session(AbortSignal.any([signal, lost])));
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof RelayRefused) {
          this.current = 'refused';
          this.refusedBecause = error.message;
          this.deps.log.error({ err: error }, error.message);
          return;
        }
        this.current = 'starting';
        this.deps.log.warn({ err: error }, 'The relay starts anew');
      }
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async asOnly(work: (lost: AbortSignal) => Promise<void>): Promise<void> {
    const { pool } = this.deps;
    if (!pool) return work(new AbortController().signal);
    const lock = await holdLock(pool, 'relay', this.stopped.signal, () => (this.current = 'stand_by'));
    if (!lock) return;
    try {
      await work(lock.lost);
    } finally {
      lock.release();
    }
  }

  private async session(signal: AbortSignal): Promise<void> {
    const { kafka, topics, failpoints } = this.deps;
    await topics.create(kafka);
    const producer = kafka.producer({
      transactionalId: topics.name(TRANSACTIONAL_ID),
      idempotent: true,
      maxInFlightRequests: 1,
      transactionTimeout: TRANSACTION_TIMEOUT_MS,
      createPartitioner: Partitioners.DefaultPartitioner,
      // A finite number of retries would break exactly-once; short pauses make a transaction take 10 ms, not 160.
      retry: { initialRetryTime: 5, maxRetryTime: 500, retries: Number.MAX_SAFE_INTEGER },
    });
    try {
      await producer.connect();
      let transaction: Awaited<ReturnType<Producer['transaction']>> | null = await producer.transaction();
      const storeId = await this.deps.store.storeId();
      this.published = await this.placeToStart(storeId, signal);
      this.current = 'running';
      for await (const batch of batches(this.mapped(storeId, this.published, signal), BATCH)) {
        const last = batch.at(-1);
        if (!last) continue;
        transaction ??= await producer.transaction();
        failpoints.reach('relay.before_publish');
        const { position, id: eventId, stream, revision } = last.event;
        const checkpoint = { storeId, position, eventId, place: { stream, revision } };
        await transaction.sendBatch({ acks: -1, topicMessages: this.records(batch, checkpoint) });
        failpoints.reach('relay.after_publish_before_commit');
        await transaction.commit();
        transaction = null;
        this.published = checkpoint.position;
        failpoints.reach('relay.after_commit');
      }
    } finally {
      await producer.disconnect().catch(() => undefined);
    }
  }

  /** Exclusive position to publish from. */
  private async placeToStart(storeId: string, signal: AbortSignal): Promise<bigint | null> {
    const { kafka, topics, store, adopt = false } = this.deps;
    const saved = await readCheckpoint(kafka, topics);
    if (!saved) {
      if (!(await holdsRecords(kafka, topics))) return null;
      const newest = adopt ? await newestPublished(kafka, topics, storeId) : null;
      if (newest) return newest.position;
      throw new RelayRefused(
        adopt
          ? 'The topics hold records, but none of this event log: nothing tells where to go on'
          : 'The topics hold records, but the checkpoint is missing. Start once with --adopt (MAGFLOW_RELAY_ADOPT=on) to go on after the newest record',
      );
    }
    if (saved.storeId === storeId) return this.placeInSameLog(saved);
    const position = await positionOfEvent(store, saved.eventId, signal);
    if (position !== null) return position;
    throw new RelayRefused(
      `The topics belong to the event log ${saved.storeId}, and this one (${storeId}) does not hold its event ${saved.eventId}`,
    );
  }

  /** A log restored from an older backup has lost what came after it, and has put other events in its place since. */
  private async placeInSameLog(saved: Checkpoint): Promise<bigint> {
    const { store, adopt = false, restoredTo } = this.deps;
    if (await this.isInLog(saved)) return saved.position;
    const restored = adopt && restoredTo ? await restoredTo() : null;
    // Up to the backup the lost log and this one are the same, and all of that was published.
    if (restored !== null && restored < saved.position) return restored;
    throw new RelayRefused(
      `The topics are ahead of this event log, which does not hold their newest event ${saved.eventId} (it ends at ` +
        `${await store.lastPosition()}): it was restored from an older backup, and consumers have heard what it lost. ` +
        'Start once with --adopt (MAGFLOW_RELAY_ADOPT=on) to publish what has happened since the backup',
    );
  }

  private async isInLog({ position, eventId, place }: Checkpoint): Promise<boolean> {
    const { store } = this.deps;
    if (!place) return position <= (await store.lastPosition());
    const { events } = await store.read(place.stream, { fromRevision: place.revision, maxCount: 1 });
    return events[0]?.id === eventId;
  }

  private async *mapped(storeId: string, from: bigint | null, signal: AbortSignal): AsyncGenerator<Mapped> {
    const { store, log } = this.deps;
    const mapper = new IntegrationMapper(store, storeId);
    const messages = followLog(store, {
      from: from ?? 'start',
      streamPrefixes: INTEGRATION_PREFIXES,
      signal,
      onTrouble: (error) => log.warn({ err: error }, 'The subscription broke and is taken up again'),
    });
    for await (const message of messages) {
      if (message.kind !== 'event') continue;
      const mapped = await mapper.map(message.event);
      if (!mapped) continue;
      const state = message.event.stream.startsWith('order-') ? await mapper.orderState(message.event) : null;
      yield { event: message.event, message: mapped, state };
    }
  }

  private records(batch: readonly Mapped[], checkpoint: Checkpoint): TopicMessages[] {
    const { topics } = this.deps;
    const byTopic = new Map<string, Message[]>();
    for (const { message } of batch) {
      const records = byTopic.get(message.topic) ?? [];
      byTopic.set(message.topic, records);
      records.push(toRecord(message));
    }
    const states = new Map(batch.flatMap(({ message, state }) => (state ? [[message.key, { message, state }]] : [])));
    if (states.size > 0) {
      byTopic.set(
        STATE_TOPIC,
        [...states.values()].map(({ message, state }) => ({ ...toRecord(message), value: JSON.stringify(state) })),
      );
    }
    return [
      ...[...byTopic].map(([topic, messages]) => ({ topic: topics.name(topic), messages })),
      { topic: topics.name(CHECKPOINT_TOPIC), messages: [checkpointRecord(checkpoint)] },
    ];
  }
}
