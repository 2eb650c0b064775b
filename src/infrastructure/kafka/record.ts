import type { IHeaders, Message } from 'kafkajs';
import { z } from 'zod';
import type { BusMessage } from '../../application/ports/bus.js';

const count = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt);

const recordSchema = z.object({
  key: z.string().min(1),
  value: z.record(z.string(), z.unknown()),
  headers: z.object({
    ce_specversion: z.literal('1.0'),
    ce_id: z.string().min(1),
    ce_source: z.string().min(1),
    ce_type: z.string().min(1),
    ce_time: z.string().min(1),
    ce_subject: z.string(),
    stream: z.string().min(1),
    revision: count,
    position: count,
  }),
});

/** What stands on a topic is none of ours, or broken. */
export class InvalidRecord extends Error {
  override readonly name = 'InvalidRecord';
}

export interface ReceivedRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: IHeaders;
}

/** CloudEvents 1.0 in Kafka's binary mode: attributes are headers, data is the value. */
export const toRecord = (message: BusMessage): Message => ({
  key: message.key,
  value: JSON.stringify(message.data),
  headers: {
    ce_specversion: '1.0',
    ce_id: message.id,
    ce_source: message.source,
    ce_type: message.type,
    ce_time: message.time,
    ce_subject: message.subject,
    'content-type': 'application/json',
    stream: message.stream,
    revision: message.revision.toString(),
    position: message.position.toString(),
  },
});

/** A header's text; a header given several times counts once. */
export const headerText = (headers: IHeaders | undefined, name: string): string | undefined => {
  const value = headers?.[name];
  return (Array.isArray(value) ? value[0] : value)?.toString();
};

const json = (value: Buffer | null): unknown => {
  try {
    return JSON.parse(value?.toString('utf8') ?? 'null');
  } catch {
    return undefined;
  }
};

/** @throws InvalidRecord */
export const fromRecord = (topic: string, record: ReceivedRecord): BusMessage => {
  const names = Object.keys(recordSchema.shape.headers.shape);
  const parsed = recordSchema.safeParse({
    key: record.key?.toString('utf8'),
    value: json(record.value),
    headers: Object.fromEntries(names.map((name) => [name, headerText(record.headers, name)])),
  });
  if (!parsed.success) throw new InvalidRecord(z.prettifyError(parsed.error));
  const { key, value, headers } = parsed.data;
  return {
    topic,
    id: headers.ce_id,
    type: headers.ce_type,
    source: headers.ce_source,
    subject: headers.ce_subject,
    time: headers.ce_time,
    key,
    stream: headers.stream,
    revision: headers.revision,
    position: headers.position,
    data: value,
  };
};
