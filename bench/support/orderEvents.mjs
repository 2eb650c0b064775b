import { readFileSync } from 'node:fs';
import { deriveEventId } from '../../dist/application/eventIds.js';

/** The life of an order until it is on its way, with the stored samples as its data. */
const TYPES = [
  'OrderReceived',
  'AcknowledgeRequested',
  'AcknowledgeAttemptStarted',
  'OrderAcknowledged',
  'OrderChanged',
  'AwbRequested',
  'AwbAttemptStarted',
  'AwbGenerated',
];

const samples = TYPES.map((type) =>
  JSON.parse(readFileSync(new URL(`../../tests/samples/events/${type}.v1.json`, import.meta.url), 'utf8')),
);

export const EVENTS_PER_ORDER = TYPES.length;

/** All events of the nth order; its customer comes back after some thousand orders. */
export const orderEvents = (n) => {
  const orderId = String(6_000_000_000 + n);
  const personId = `customer-main-${n % 5_000}`;
  return {
    stream: `order-main-${orderId}`,
    events: samples.map(({ type, schemaVersion, data }, index) => ({
      id: deriveEventId(`bench-${orderId}`, index),
      type,
      data: { ...data, orderId, ...('personId' in data && { personId }) },
      metadata: {
        correlationId: `bench-${orderId}`,
        actor: { kind: 'job', id: 'bench' },
        occurredAt: '2026-03-02T10:00:00.000Z',
        schemaVersion,
      },
    })),
  };
};
