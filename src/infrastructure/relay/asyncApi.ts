import { z } from 'zod';
import { TOPICS } from '../../application/ports/bus.js';
import { CHECKPOINT_TOPIC, STATE_TOPIC } from '../kafka/topicSet.js';
import {
  integrationSchemas,
  orderStateSchema,
  topicOf,
  unreadableSchema,
  type IntegrationType,
} from './integrationSchemas.js';

type Json = Readonly<Record<string, unknown>>;

const types = Object.keys(integrationSchemas) as IntegrationType[];

const jsonSchema = (schema: z.ZodType, title: string): Json => ({ title, ...z.toJSONSchema(schema) });

/** JSON Schema files by name: one for each event, the stand-in for unreadable data, and the order state. */
export const schemaFiles = (): Readonly<Record<string, Json>> => ({
  ...Object.fromEntries(types.map((type) => [`${type}.json`, jsonSchema(integrationSchemas[type], `magflow.${type}`)])),
  'Unreadable.json': jsonSchema(unreadableSchema, 'Data of an event that could not be read'),
  'OrderState.json': jsonSchema(orderStateSchema, 'Latest state of an order'),
});

const text = (description: string, more: Json = {}): Json => ({ type: 'string', description, ...more });
const digits = (description: string): Json => text(description, { pattern: '^[0-9]{1,20}$' });

const headers: Json = {
  type: 'object',
  required: [
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_time',
    'ce_subject',
    'content-type',
    'stream',
    'revision',
    'position',
  ],
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: text('Id of the event; the same for ever, so that a consumer can tell what it has seen', { format: 'uuid' }),
    ce_source: text('/magflow/ and the id of the event log'),
    ce_type: text('magflow. and the type of the event'),
    ce_time: text('When it happened', { format: 'date-time' }),
    ce_subject: text('Account and id of the object'),
    'content-type': { type: 'string', const: 'application/json' },
    stream: text('Stream of the event, also the key of the record'),
    revision: digits('Place in the stream, gapless from 0: compare it to find out what is newer'),
    position: digits('Place in the event log; strictly increasing, with gaps'),
  },
};

const reference = (path: string): Json => ({ $ref: path });

const channel = (address: string, description: string, messages: readonly string[]): Json => ({
  address,
  description,
  messages: Object.fromEntries(messages.map((name) => [name, reference(`#/components/messages/${name}`)])),
});

const CHANNELS: Readonly<Record<keyof typeof TOPICS, string>> = {
  orders: 'Life of orders and of their AWBs',
  offers: 'Offers as the marketplace shows them, and edits of them',
  invoices: 'Invoices and credit notes',
  sync: 'Runs that read the marketplace',
};

/** The AsyncAPI 3 document of our topics, from the schemas that every record passes on its way out. */
export const asyncApiDocument = (version: string): Json => ({
  asyncapi: '3.0.0',
  info: {
    title: 'MagFlow integration events',
    version,
    description:
      'CloudEvents 1.0 in binary mode on Kafka. Records are written in transactions: read with isolation level ' +
      'read_committed, and every event comes once and in order of its key. No personal data.',
    license: { name: 'Apache-2.0' },
  },
  defaultContentType: 'application/json',
  channels: {
    ...Object.fromEntries(
      Object.entries(TOPICS).map(([name, topic]) => [
        name,
        channel(
          topic,
          CHANNELS[name as keyof typeof TOPICS],
          types.filter((type) => topicOf(type) === topic),
        ),
      ]),
    ),
    orderStates: channel(STATE_TOPIC, 'Latest state of each order, compacted by key', ['OrderState']),
  },
  operations: Object.fromEntries(
    [...Object.keys(TOPICS), 'orderStates'].map((name) => [
      `publish_${name}`,
      { action: 'send', channel: reference(`#/channels/${name}`) },
    ]),
  ),
  components: {
    messages: {
      ...Object.fromEntries(
        types.map((type) => [
          type,
          {
            name: `magflow.${type}`,
            headers: reference('#/components/schemas/Headers'),
            payload: {
              oneOf: [reference(`#/components/schemas/${type}`), reference('#/components/schemas/Unreadable')],
            },
          },
        ]),
      ),
      OrderState: {
        name: 'OrderState',
        headers: reference('#/components/schemas/Headers'),
        payload: reference('#/components/schemas/OrderState'),
      },
    },
    schemas: {
      Headers: headers,
      ...Object.fromEntries(Object.entries(schemaFiles()).map(([file, schema]) => [file.replace('.json', ''), schema])),
    },
  },
  'x-internal-topics': [CHECKPOINT_TOPIC],
});
