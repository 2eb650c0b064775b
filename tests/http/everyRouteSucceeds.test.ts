import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { BulkOutcome } from '../../src/domain/operation/bulk.js';
import type { OrderEvent } from '../../src/domain/order/orderEvents.js';
import type { Route } from '../../src/infrastructure/http/route.js';
import { routes } from '../../src/infrastructure/http/routes/routes.js';
import type { SyncRunRecord } from '../../src/projections/syncRuns/syncRunQueries.js';
import { newEvent } from '../support/integrationEvents.js';
import { offerFacts } from '../support/offerSamples.js';
import { received } from '../support/orderSamples.js';
import { catalogueRow } from './support/catalogueRow.js';
import { invoiceBuyer, invoiceDocument } from './support/invoiceSample.js';
import { PASSWORD, startTestApp, type CallOptions, type TestApp } from './support/testApp.js';

const RUN = '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a001';
const LETTER = '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a0d1';
const NOTIFICATION = '0f4b1c9e-5a53-4d5b-9b57-0c7a86f0a0aa';
const AWB = '4EMG12345678901';
const NUMBER = 'MF0000042';
const INVOICED = '700';

let app: TestApp;
let next = 6_700_000_000;
let names = 0;

const order = async (status: 'new' | 'in_progress' | 'prepared', orderId = String((next += 1))): Promise<string> => {
  await app.receive({ account: 'main', orderId }, received({ status }));
  return orderId;
};

const shipped = async (mood: 'accepts' | 'leaves_in_doubt'): Promise<string> => {
  const orderId = await order('in_progress');
  app.marketplace.mood = mood;
  await app.call('POST', `/api/v1/emag/phase2/awb/${orderId}/generate`);
  return orderId;
};

const newUser = async (): Promise<string> => {
  const body = { username: `user-${(names += 1)}`, password: PASSWORD, roles: ['operator'] };
  return String((await app.call('POST', '/api/v1/users', { as: 'admin', body })).json()['id']);
};

const newAccount = async (): Promise<string> => {
  const key = `shop_${(names += 1)}`;
  await app.call('POST', '/api/v1/accounts', { as: 'admin', body: { key, username: 'u', password: 'p' } });
  return key;
};

const newBulk = async (): Promise<string> => {
  const body = { account_type: 'main', order_ids: [await order('new')] };
  return String((await app.call('POST', '/api/v1/emag/orders/bulk-acknowledge', { body })).json()['operation_id']);
};

const session = async (): Promise<string> => {
  const body = { username: 'auditor', password: PASSWORD };
  return String((await app.call('POST', '/api/v1/auth/login', { as: null, body })).json()['refresh_token']);
};

type Asked = CallOptions & { readonly path?: string };
const at = (path: string, options: CallOptions = {}): Asked => ({ ...options, path });
const now = { headers: { prefer: 'wait=0' } };

/** What a route needs to succeed, where its own path with the document's examples does not. */
const requests: Readonly<Record<string, () => Asked | Promise<Asked>>> = {
  'post /auth/login': () => ({ as: null, body: { username: 'auditor', password: PASSWORD } }),
  'post /auth/refresh-token': async () => ({ as: null, body: { refresh_token: await session() } }),
  'post /auth/logout': async () => ({ as: 'auditor', body: { refresh_token: await session() } }),
  'post /auth/password': async () => {
    await newUser();
    const body = { username: `user-${names}`, password: PASSWORD };
    const token = String((await app.call('POST', '/api/v1/auth/login', { as: null, body })).json()['access_token']);
    return { token, body: { current_password: PASSWORD, new_password: 'another battery' } };
  },
  'get /emag/orders/{order_id}': async () => at(`/emag/orders/${await order('new')}`),
  'get /emag/orders/{order_id}/history': async () => at(`/emag/orders/main-${await order('new')}/history`),
  'post /emag/orders/{order_id}/acknowledge': async () => at(`/emag/orders/${await order('new')}/acknowledge`),
  'put /emag/orders/{order_id}/status': async () =>
    at(`/emag/orders/${await order('in_progress')}/status`, { body: { new_status: 3 } }),
  'post /emag/orders/{order_id}/invoice': async () =>
    at(`/emag/orders/${await order('prepared')}/invoice`, { body: { invoice_url: 'https://shop.example/1.pdf' } }),
  'post /emag/orders/bulk-acknowledge': async () => ({ body: { order_ids: [await order('new')] } }),
  'post /emag/phase2/awb/{order_id}/generate': async () =>
    at(`/emag/phase2/awb/${await order('in_progress')}/generate`),
  'post /emag/phase2/awb/{order_id}/resolve': async () =>
    at(`/emag/phase2/awb/${await shipped('leaves_in_doubt')}/resolve`, { body: { awb_number: '4EMG999' } }),
  'get /emag/phase2/awb/labels': () => at(`/emag/phase2/awb/labels?awb=${AWB}&format=ZPL`),
  'post /emag/phase2/awb/bulk-generate': async () => ({ body: { orders: [{ order_id: await order('in_progress') }] } }),
  'get /emag/phase2/invoice/{order_id}/data': async () => at(`/emag/phase2/invoice/${await order('prepared')}/data`),
  'post /emag/phase2/invoice/{order_id}/generate': async () =>
    at(`/emag/phase2/invoice/${await order('prepared')}/generate`, now),
  'post /emag/phase2/invoice/bulk-generate': async () => ({ body: { order_ids: [await order('prepared')] } }),
  'get /invoices/{number}': () => at(`/invoices/${NUMBER}`),
  'get /invoices/{number}/pdf': () => at(`/invoices/${NUMBER}/pdf`),
  'post /invoices/{number}/storno': () => at(`/invoices/${NUMBER}/storno`, now),
  'get /emag/phase2/ean/validate/{ean}': () => at('/emag/phase2/ean/validate/5941234567899'),
  'post /emag/phase2/ean/search': () => ({ body: { ean: '5941234567899' } }),
  'post /emag/phase2/ean/bulk-search': () => ({ body: { eans: ['5941234567899'] } }),
  'post /emag/phase2/ean/match': () => ({ body: { account_type: 'main', ean: '5941234567899' } }),
  'get /pictures/{token}': () =>
    at(app.deps.pictures.pathOf('main', 'https://img.emag.example/p/1.png')?.slice(7) ?? ''),
  'get /offers/{account}/{id}': () => at('/offers/main/501001'),
  'patch /offers/{account}/{id}': () => at('/offers/main/501001', { body: { stock: 3 } }),
  'get /categories/{id}': () => at('/categories/77?account_type=main'),
  'get /operations/{id}': async () => at(`/operations/${await newBulk()}`),
  'delete /operations/{id}': async () => at(`/operations/${await newBulk()}`),
  'post /operations/{id}/retry-failed': async () => {
    const id = await newBulk();
    const failed: BulkOutcome = { item: 0, result: 'failed', operationId: null, code: 'refused', text: 'Nu' };
    const counts = { total: 1, succeeded: 0, failed: 1, inDoubt: 0, notDone: 0 };
    const ended = { operationId: id, at: metadata.occurredAt };
    await app.store.append(
      `operation-${id}`,
      [
        newEvent({ type: 'BulkItemsEnded', data: { ...ended, outcomes: [failed] } }),
        newEvent({ type: 'BulkEnded', data: { ...ended, kind: 'bulk_acknowledge_orders', counts } }),
      ],
      'any',
    );
    return at(`/operations/${id}/retry-failed`);
  },
  'patch /settings': () => ({ body: { seller: { phone: '+40700000001' } } }),
  'post /notifications/{id}/read': () => at(`/notifications/${NOTIFICATION}/read`),
  'post /parked-events/{id}/replay': () => at('/parked-events/42/replay'),
  'post /dead-letters/{id}/redrive': () => at(`/dead-letters/${LETTER}/redrive`),
  'post /accounts': () => ({ body: { key: `shop_${(names += 1)}`, username: 'u', password: 'p' } }),
  'patch /accounts/{key}': async () => at(`/accounts/${await newAccount()}`, { body: { username: 'other' } }),
  'delete /accounts/{key}': async () => at(`/accounts/${await newAccount()}`),
  'post /accounts/{key}/rotate-callback': async () => at(`/accounts/${await newAccount()}/rotate-callback`),
  'post /users': () => ({ body: { username: `user-${(names += 1)}`, roles: ['auditor'] } }),
  'get /users/{id}': async () => at(`/users/${await newUser()}`),
  'patch /users/{id}': async () => at(`/users/${await newUser()}`, { body: { roles: ['auditor'] } }),
  'delete /users/{id}': async () => at(`/users/${await newUser()}`),
  'post /users/{id}/reset-password': async () => at(`/users/${await newUser()}/reset-password`),
};

const examplePath = ({ path, params }: Route): string =>
  path.replace(/\{([a-z_]+)\}/g, (_, name: string) => {
    const schema: unknown = params.shape[name];
    return encodeURIComponent(String(schema instanceof z.ZodType ? schema.meta()?.['example'] : ''));
  });

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
/** The one that only says that there is no such report succeeds for nobody. */
const succeeding = routes.filter(({ responses }) => Object.keys(responses).length > 0);

const send = async (route: Route, headers: Readonly<Record<string, string>> = {}) => {
  const asked = await requests[nameOf(route)]?.();
  const [role = null] = route.access === 'public' ? [] : route.access;
  app.marketplace.mood = 'accepts';
  return app.call(route.method.toUpperCase(), `/api/v1${asked?.path ?? examplePath(route)}`, {
    as: role,
    ...asked,
    headers: { ...asked?.headers, ...headers },
  });
};

const metadata = {
  correlationId: randomUUID(),
  actor: { kind: 'job', id: 'reactor' },
  occurredAt: '2026-03-02T22:30:00.000Z',
  schemaVersion: 1,
} as const;

/** An order with an AWB and an invoice, an offer, a product, a customer, a run, a letter. */
const furnish = async (): Promise<void> => {
  const base = { account: 'main', orderId: INVOICED, operationId: randomUUID(), at: '2026-03-02T22:30:00.000Z' };
  const events: OrderEvent[] = [
    { type: 'InvoiceRequested', data: { ...base, series: 'MF', invoiceUrl: null } },
    {
      type: 'InvoiceNumbered',
      data: { ...base, number: NUMBER, personId: 'p', personal: invoiceBuyer, invoice: invoiceDocument(1) },
    },
    { type: 'InvoiceIssued', data: { ...base, number: NUMBER, sha256: 'f00d', bytes: 8 } },
    { type: 'InvoiceAttached', data: { ...base, number: NUMBER, url: 'https://x', name: 'Factura', call: null } },
  ];
  await app.call('POST', `/api/v1/emag/phase2/awb/${await order('in_progress', INVOICED)}/generate`);
  await app.deps.invoiceFiles.keep(NUMBER, new TextEncoder().encode('%PDF-1.7'));
  await app.store.append(
    `order-main-${INVOICED}`,
    events.map(({ type, data }) => ({ id: randomUUID(), type, data, metadata })),
    'any',
  );
  const offer = { account: 'main', offerId: '501001', facts: offerFacts(), digest: 'd', at: metadata.occurredAt };
  await app.store.append('offer-main-501001', [newEvent({ type: 'OfferReceived', data: offer })], 'no_stream');
};

const customer = {
  id: '7001122',
  name: 'Ștefan Țepeș',
  company: null,
  email: null,
  phone: null,
  city: 'Cluj-Napoca',
  county: 'Cluj',
  country: 'RO',
  accounts: ['main'],
  tier: 'new',
  orders: 1,
  canceled: 0,
  returns: 0,
  spend: [{ currency: 'RON', orders: 1, amount: '379.99' }],
  first_order_at: metadata.occurredAt,
  last_order_at: metadata.occurredAt,
  last_order_id: `main-${INVOICED}`,
};

const run: SyncRunRecord = {
  id: RUN,
  account: 'main',
  kind: 'orders',
  operationId: randomUUID(),
  phase: 'running',
  isCancelRequested: false,
  options: { mode: 'full', from: null, to: null, statuses: null, maxPages: null, includeInactive: true },
  trigger: 'user',
  requestedBy: { kind: 'user', id: 'operator' },
  counts: {
    page: 1,
    totalPages: 3,
    processed: 100,
    totalItems: 250,
    created: 100,
    updated: 0,
    unchanged: 0,
    failed: 0,
  },
  missing: [],
  failure: null,
  requestedAt: metadata.occurredAt,
  startedAt: metadata.occurredAt,
  progressedAt: metadata.occurredAt,
  finishedAt: null,
};

beforeAll(async () => {
  const none = { items: [], total: 0, totalIsLowerBound: false, nextCursor: null };
  app = await startTestApp({
    customers: {
      list: () => Promise.resolve({ ...none, items: [JSON.stringify(customer)], total: 1 }),
      byId: () => Promise.resolve(JSON.stringify(customer)),
      orders: () => Promise.resolve(none),
    },
    demonstration: {
      isKept: false,
      accounts: () => Promise.resolve(['demo_main']),
      leave: () => Promise.resolve(),
      renewLists: () => Promise.resolve(true),
    },
  });
  app.reads.catalogueRows.set('RDX-40-BLU', JSON.stringify(catalogueRow));
  app.reads.runRecords = [run];
  await furnish();
});
afterAll(() => app.close());
beforeEach(() => {
  const message = {
    topic: 'magflow.orders.v1',
    id: 'e1',
    type: 'magflow.OrderReceived',
    source: '/magflow/s',
    subject: 'main-7',
    time: '2026-03-02T09:59:00.000Z',
    key: 'order-main-7',
    stream: 'order-main-7',
    revision: 0n,
    position: 12n,
    data: { order_id: '7' },
  };
  app.letters.splice(0, Infinity, {
    id: LETTER,
    topic: 'magflow.orders.v1',
    group: 'magflow-notifications',
    cause: 'TypeError: the printer is on fire',
    attempts: 5,
    failedAt: '2026-03-02T10:00:00.000Z',
    message,
  });
});

describe('every route', () => {
  it.each(succeeding.map((route) => [nameOf(route), route] as const))('%s succeeds', async (_name, route) => {
    const answer = await send(route);
    expect([answer.status, answer.status < 300 ? '' : answer.text]).toEqual([expect.any(Number), '']);
    expect(Object.keys(route.responses)).toContain(String(answer.status));
  });

  it.each(succeeding.filter(({ isCommand }) => isCommand).map((route) => [nameOf(route), route] as const))(
    '%s does nothing for who read something else',
    async (_name, route) => {
      const answer = await send(route, { 'if-match': '"987654"' });
      expect([answer.status, answer.json()['code']]).toEqual([412, 'precondition-failed']);
    },
  );
});
