import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { asyncApiDocument, schemaFiles } from '../../src/infrastructure/relay/asyncApi.js';
import { IntegrationMapper } from '../../src/infrastructure/relay/integrationMapper.js';
import { orderReceived } from '../support/integrationEvents.js';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const references = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
};

const resolved = (document: unknown, reference: string): unknown =>
  reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);

describe('the published description of our topics', () => {
  it('is current (npm run generate:asyncapi)', () => {
    const { version } = read('package.json') as { version: string };
    expect(read('docs/asyncapi.json')).toEqual(throughJson(asyncApiDocument(version)));
    const files = Object.entries(schemaFiles());
    expect(readdirSync('schemas').sort()).toEqual(files.map(([name]) => name).sort());
    for (const [name, schema] of files) expect(read(`schemas/${name}`)).toEqual(throughJson(schema));
  });

  it('has no reference that leads nowhere', () => {
    const document = read('docs/asyncapi.json');
    const found = references(document);
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter((reference) => resolved(document, reference) === undefined)).toEqual([]);
  });

  it('names every topic and puts each event on one', () => {
    const { channels } = asyncApiDocument('1') as {
      channels: Record<string, { address: string; messages: Record<string, unknown> }>;
    };
    expect(Object.values(channels).map(({ address }) => address)).toEqual([
      'magflow.orders.v1',
      'magflow.offers.v1',
      'magflow.invoices.v1',
      'magflow.sync.v1',
      'magflow.orders.state.v1',
    ]);
    expect(Object.keys(channels['invoices']?.messages ?? {})).toEqual([
      'InvoiceRequested',
      'InvoiceNumbered',
      'InvoiceIssued',
      'InvoiceAttached',
      'InvoiceAttachRefused',
      'StornoIssued',
    ]);
    expect(Object.keys(channels['orders']?.messages ?? {})).toHaveLength(17);
  });

  it('is what a foreign validator accepts of a real message, and nothing beside it', async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(read('schemas/OrderReceived.json') as object);
    const store = new InMemoryEventStore();
    await store.append('order-main-1', [orderReceived('1')], 'no_stream');
    const [event] = (await store.read('order-main-1')).events;
    if (!event) throw new Error('The event was appended just now');
    const message = await new IntegrationMapper(store, 'store-1').map(event);
    expect([validate(message?.data), validate.errors]).toEqual([true, null]);
    expect(validate({ ...message?.data, customer_name: 'Ion Popescu' })).toBe(false);
  });
});
