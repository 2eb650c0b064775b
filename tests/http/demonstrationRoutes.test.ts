import { afterEach, expect, it } from '@jest/globals';
import { DEMONSTRATION_SELLER } from '../../src/infrastructure/config/demonstrationSeller.js';
import type { Demonstration, HttpDeps } from '../../src/infrastructure/http/httpDeps.js';
import { startTestApp, type TestApp } from './support/testApp.js';
import { untold } from '../support/untold.js';

const path = '/api/v1/demonstration/leave';
let app: TestApp | undefined;
afterEach(() => app?.close());

/** `demo` is the sandbox's; `shop` is real when there is one. */
const open = async ({ isKept = false, keys = ['demo'], hasShop = true, isRenewed = true } = {}) => {
  const done: string[] = [];
  const demonstration: Demonstration = {
    isKept,
    accounts: () => Promise.resolve(keys),
    leave: (telling) => {
      app?.outbox.keepAll(telling(keys));
      return Promise.resolve(void done.push('left'));
    },
    renewLists: () => Promise.resolve(done.push('renewed') > 0 && isRenewed),
  };
  const info = (key: string, isDemonstration: boolean) => ({
    key,
    platform: 'emag-ro' as const,
    fulfilment: 'own' as const,
    baseUrl: 'https://marketplace-api.emag.ro/api-3',
    isDemonstration,
  });
  const infos = [info('demo', true), ...(hasShop ? [info('shop', false)] : [])];
  const marketplace: HttpDeps['marketplace'] = {
    accounts: () => Promise.resolve(infos),
    account: () => Promise.reject(new Error('nobody is called')),
  };
  app = await startTestApp({ demonstration, marketplace });
  return { app, done };
};

it('stops, clears the demonstration’s seller, gives its series to nobody, and makes the lists anew', async () => {
  const { app, done } = await open();
  const metadata = {
    correlationId: 'c',
    actor: { kind: 'job', id: 'j' },
    occurredAt: '2026-03-02T10:00:00.000Z',
  } as const;
  const claim = { series: 'MF', sequence: 1, number: 'MF0000001', account: 'demo', orderId: '1', purpose: 'invoice' };
  await app.store.append(
    'invoiceSeries-MF',
    [
      {
        id: '5b7a4b0e-5a53-4d5b-9b57-0c7a86f0a0aa',
        type: 'InvoiceNumberClaimed',
        data: { ...claim, at: metadata.occurredAt },
        metadata: { ...metadata, schemaVersion: 1 },
      },
    ],
    'no_stream',
  );
  await app.deps.sellerSettings.save({ seller: { ...DEMONSTRATION_SELLER, phone: '0711111111' } }, untold);

  const answer = await app.call('POST', path, { as: 'admin' });
  expect(answer.status).toBe(200);
  expect(answer.json()).toMatchObject({
    accounts: ['demo'],
    lists_renewed: true,
    settings: {
      seller: { name: '', fiscal_code: '', phone: '' },
      invoice_series: [{ series: 'MFB', next_number: 1, accounts: [] }],
    },
  });
  expect(done).toEqual(['left', 'renewed']);
  const { events } = await app.store.read('account-demo');
  expect(events.map(({ type, metadata: { actor } }) => [type, actor.id])).toEqual([['AccountRemoved', 'admin']]);

  // The old series goes on where the demonstration stopped, whoever takes it again.
  const body = { invoice_series: [{ series: 'MF', next_number: 1, accounts: [] }] };
  expect((await app.call('PATCH', '/api/v1/settings', { as: 'admin', body })).json()['errors']).toEqual([
    expect.objectContaining({ pointer: '/invoice_series/0/next_number', detail: 'The series MF goes on at 2' }),
  ]);
});

it('leaves a shop’s own seller and series as they are, and says that the lists need longer', async () => {
  const { app } = await open({ isRenewed: false });
  expect((await app.call('POST', path, { as: 'admin' })).json()).toMatchObject({
    lists_renewed: false,
    settings: { seller: { name: 'Exemplu SRL' }, invoice_series: [{ series: 'MF', next_number: 1 }] },
  });
});

it.each([
  ['without an account of one’s own', { hasShop: false }, 'demonstration-needed'],
  ['while the variable keeps it', { isKept: true }, 'demonstration-kept'],
  ['when there is none', { keys: [] }, 'demonstration-absent'],
])('is refused %s', async (_when, world, code) => {
  const { app, done } = await open(world);
  const answer = await app.call('POST', path, { as: 'admin' });
  expect([answer.status, answer.json()['code']]).toEqual([409, code]);
  expect(done).toEqual([]);
});

it.each([
  [401, null],
  [403, 'operator'],
  [403, 'auditor'],
] as const)('is %i for %s', async (status, as) => {
  const { app } = await open();
  expect((await app.call('POST', path, { as })).status).toBe(status);
});
