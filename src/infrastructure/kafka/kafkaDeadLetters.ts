import { Partitioners, type IHeaders, type Kafka, type Message, type Producer } from 'kafkajs';
import type { BusMessage, DeadLetter } from '../../application/ports/bus.js';
import { deriveId } from '../../application/eventIds.js';
import { DeadLetterUnknown } from '../bus/deadLetterUnknown.js';
import { readToEnd } from './readToEnd.js';
import { fromRecord, headerText, InvalidRecord, type ReceivedRecord } from './record.js';
import { withAdmin, type TopicSet } from './topicSet.js';

/** Where a record that failed came from. */
export interface FailedRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly group: string;
  readonly record: ReceivedRecord;
}

const header = (record: ReceivedRecord, name: string): string => headerText(record.headers, name) ?? '';

/** A record that nobody can parse is still a letter: its place stands in for what it does not tell. */
const messageOf = (record: ReceivedRecord): BusMessage => {
  const topic = header(record, 'dlq_topic');
  try {
    return fromRecord(topic, record);
  } catch (error) {
    if (!(error instanceof InvalidRecord)) throw error;
    const place = `${topic}/${header(record, 'dlq_partition')}/${header(record, 'dlq_offset')}`;
    const key = record.key?.toString('utf8') ?? '';
    return {
      topic,
      id: place,
      type: 'unreadable',
      source: '',
      subject: place,
      time: header(record, 'dlq_failed_at'),
      key,
      stream: key,
      revision: 0n,
      position: 0n,
      data: {},
    };
  }
};

/** A record of a dead-letter topic that asks its group to try once more; undefined for the letters themselves. */
export const redriveOf = (record: ReceivedRecord): string | undefined => headerText(record.headers, 'dlq_redrive');
export const redrivenTopic = (record: ReceivedRecord): string => header(record, 'dlq_topic');

/**
 * The dead-letter topics `<topic>.<group>.dlq`. A letter is the record as it came, with headers that tell the cause.
 * Redriving appends the record again with `dlq_redrive`: it closes the letter, and only its group reads it.
 */
export class KafkaDeadLetters {
  private producer: Promise<Producer> | null = null;

  constructor(
    private readonly kafka: Kafka,
    private readonly topics: TopicSet,
  ) {}

  async park(
    { topic, partition, offset, group, record }: FailedRecord,
    cause: string,
    attempts: number,
  ): Promise<void> {
    await this.append(this.topics.deadLetters(topic, group), record, {
      dlq_topic: topic,
      dlq_partition: String(partition),
      dlq_offset: offset,
      dlq_group: group,
      dlq_cause: cause,
      dlq_attempts: String(attempts),
      dlq_failed_at: new Date().toISOString(),
    });
  }

  /** Letters that nobody has sent back yet, oldest first. */
  async open(): Promise<DeadLetter[]> {
    const letters = await Promise.all((await this.letterTopics()).map((topic) => this.openOf(topic)));
    return letters
      .flatMap((found) => [...found.values()].map(({ letter }) => letter))
      .sort((a, b) => a.failedAt.localeCompare(b.failedAt));
  }

  /** @throws DeadLetterUnknown */
  async redrive(id: string): Promise<void> {
    for (const topic of await this.letterTopics()) {
      const found = (await this.openOf(topic)).get(id);
      if (!found) continue;
      await this.append(topic, found.record, { dlq_redrive: id });
      return;
    }
    throw new DeadLetterUnknown(id);
  }

  async close(): Promise<void> {
    await (await this.producer)?.disconnect();
  }

  private async letterTopics(): Promise<string[]> {
    const names = await withAdmin(this.kafka, (admin) => admin.listTopics());
    return names.filter((name) => name.startsWith(this.topics.namespace) && name.endsWith('.dlq'));
  }

  private async openOf(topic: string): Promise<Map<string, { letter: DeadLetter; record: ReceivedRecord }>> {
    const open = new Map<string, { letter: DeadLetter; record: ReceivedRecord }>();
    await readToEnd(this.kafka, {
      topic,
      onMessage: (record) => {
        const message = messageOf(record);
        const group = header(record, 'dlq_group');
        const id = deriveId('dead-letter', group, message.id);
        if (redriveOf(record) !== undefined) return void open.delete(id);
        const letter = {
          id,
          topic: header(record, 'dlq_topic'),
          group,
          cause: header(record, 'dlq_cause'),
          attempts: Number(header(record, 'dlq_attempts')),
          failedAt: header(record, 'dlq_failed_at'),
          message,
        };
        open.set(id, { letter, record });
      },
    });
    return open;
  }

  private async append(topic: string, record: ReceivedRecord, added: IHeaders): Promise<void> {
    const { dlq_redrive: _closed, ...headers } = record.headers ?? {};
    const message: Message = { key: record.key, value: record.value, headers: { ...headers, ...added } };
    const producer = await this.connected();
    await producer.send({ topic, messages: [message], acks: -1 });
  }

  private connected(): Promise<Producer> {
    this.producer ??= (async () => {
      const producer = this.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
      await producer.connect();
      return producer;
    })().catch((error: unknown) => {
      this.producer = null;
      throw error;
    });
    return this.producer;
  }
}
