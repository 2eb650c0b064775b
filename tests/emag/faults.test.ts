import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { MarketplaceAccount } from '../../src/application/ports/marketplace.js';
import { Circuit } from '../../src/infrastructure/emag/circuit.js';
import { openReceiver, type Receiver, type ReceiverAnswer } from './support/arrivals.js';
import {
  accountAt,
  background,
  interactive,
  openTestMarketplaces,
  type TestMarketplaces,
} from './support/openMarketplace.js';

jest.setTimeout(60_000);

let test: TestMarketplaces;
let receiver: Receiver;
let answers: ReceiverAnswer[];
let main: MarketplaceAccount;

const json = (body: unknown, status = 200, headers: object = {}): ReceiverAnswer => ({
  status,
  body: JSON.stringify(body),
  headers,
});
const html = (status: number): ReceiverAnswer => ({
  status,
  body: '<html><head><title>Oops</title></head><body><h1>Maintenance</h1></body></html>',
  headers: { 'content-type': 'text/html' },
});
const good = json({ isError: false, messages: [], errors: [], results: [] });

beforeEach(async () => {
  test = await openTestMarketplaces();
  answers = [];
  receiver = await openReceiver(() => answers.shift() ?? good);
  main = await test.open([accountAt(receiver.baseUrl)]).account('main');
});

afterEach(async () => {
  await test.close();
  await receiver.close();
});

/** Nobody listens there: it was ours a moment ago. */
const deadBaseUrl = async (): Promise<string> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/api-3`;
};

describe('a write', () => {
  const envelope = (messages: unknown): ReceiverAnswer => json({ isError: true, messages, results: [] });

  it.each<[string, ReceiverAnswer, object]>([
    ['is done', good, { kind: 'done' }],
    ['is done when PHP says false otherwise', json({ isError: '0', messages: {}, results: null }), { kind: 'done' }],
    [
      'is done when somebody acknowledged before',
      envelope(['Order is already in progress']),
      { kind: 'done', call: { route: 'order/acknowledge', httpStatus: 200 } },
    ],
    [
      'is not sent while the order is locked',
      envelope([{ message: 'Resource locked for processing' }]),
      { kind: 'not_sent', code: 'resource-locked', retryAfterMs: 5_000 },
    ],
    [
      'is refused with the text of objects',
      envelope([{ field: 'status', text: 'No' }]),
      { kind: 'refused', text: 'status: No' },
    ],
    [
      'is refused with a singular message',
      json({ isError: true, message: 'Maximum input vars of 4000 exceeded' }),
      { kind: 'refused', code: 'too-large', text: 'Maximum input vars of 4000 exceeded' },
    ],
    ['is refused by a wrong path', json({ message: 'Invalid URL' }, 404), { kind: 'refused', code: 'not-found' }],
    [
      'is not sent when the rate is exceeded',
      json({ message: 'API rate limit exceeded' }, 429, { 'retry-after': '7' }),
      { kind: 'not_sent', code: 'rate-limited', retryAfterMs: 7_000 },
    ],
    [
      'is not sent with wrong credentials',
      json({ isError: true, messages: ['You are not allowed to use this API.'], results: [] }, 403),
      { kind: 'not_sent', code: 'credentials-refused' },
    ],
    ['is not sent with a bare 401', json({}, 401), { kind: 'not_sent', code: 'credentials-refused' }],
    [
      'is not sent from an address that is not allowed',
      envelope(['ERROR: Invalid vendor ip [203.0.113.10]']),
      { kind: 'not_sent', code: 'ip-refused', text: expect.stringContaining('203.0.113.10') },
    ],
    ['is unknown after a 500', html(500), { kind: 'unknown', code: 'marketplace-failing' }],
    ['is unknown after a 502 without a body', { status: 502, body: '' }, { kind: 'unknown' }],
    ['is unknown after a 503 that asks to come again', json({}, 503, { 'retry-after': '1' }), { kind: 'unknown' }],
    ['is unknown after a 504', html(504), { kind: 'unknown' }],
    ['is unknown after an empty answer', { status: 200, body: '' }, { kind: 'unknown', code: 'unreadable' }],
    ['is unknown after a page of HTML', html(200), { kind: 'unknown', code: 'unreadable' }],
    ['is unknown without isError', json({ messages: [], results: [] }), { kind: 'unknown', code: 'unreadable' }],
    ['is unknown after a bare list', json([]), { kind: 'unknown', code: 'unreadable' }],
    ['is unknown after a redirection', { status: 302, body: '', headers: { location: '/login' } }, { kind: 'unknown' }],
    ['is unknown when the connection breaks', 'reset', { kind: 'unknown', code: 'marketplace-failing' }],
    ['is unknown when the answer is cut off', 'cut', { kind: 'unknown', code: 'marketplace-failing' }],
  ])('%s', async (_name, answer, expected) => {
    answers = [answer];
    expect(await main.acknowledge('412345678', interactive)).toMatchObject(expected);
    // Never repeated inside, whatever happened.
    expect(receiver.arrivals.map(({ route }) => route)).toEqual(['order/acknowledge/412345678']);
  });

  it('is not sent when nobody listens', async () => {
    const account = await test.open([accountAt(await deadBaseUrl())]).account('main');
    const outcome = await account.acknowledge('412345678', interactive);
    expect(outcome).toMatchObject({ kind: 'not_sent', code: 'unreachable', call: { httpStatus: null } });
    expect(await account.state()).toMatchObject({ code: 'unreachable' });
  });

  it('is unknown when it was stopped while the marketplace was at it', async () => {
    answers = ['silence'];
    const stop = new AbortController();
    const outcome = main.acknowledge('412345678', { ...interactive, signal: stop.signal });
    while (receiver.arrivals.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    expect(await outcome).toMatchObject({ kind: 'unknown' });
    expect(await main.state()).toMatchObject({ code: 'unknown' });
  });

  it('is not sent when it was stopped before', async () => {
    const outcome = await main.acknowledge('412345678', { ...interactive, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ kind: 'not_sent', text: 'Stopped before it was sent', call: null });
    expect(receiver.arrivals).toEqual([]);
  });
});

describe('a read', () => {
  it.each<[string, ReceiverAnswer]>([
    ['a 500 with HTML', html(500)],
    ['a 502 without a body', { status: 502, body: '' }],
    ['an empty answer', { status: 200, body: '' }],
    ['a page of HTML', html(200)],
    ['an answer without isError', json({ results: [] })],
    ['a broken connection', 'reset'],
    ['half an answer', 'cut'],
    ['a locked resource', json({ isError: true, messages: ['Resource locked for processing'] })],
  ])('goes on after %s', async (_name, answer) => {
    answers = [answer, json({ isError: false, results: { noOfItems: '1287', noOfPages: '13' } })];
    expect(await main.countOrders({ fulfilment: 'own' }, background)).toEqual({ items: 1287, pages: 13 });
    expect(receiver.arrivals).toHaveLength(2);
  });

  it('gives up after three attempts', async () => {
    answers = [html(500), html(502), html(504), good];
    await expect(main.readOrders({ fulfilment: 'own' }, 1, background)).rejects.toMatchObject({
      code: 'marketplace-failing',
      isRetriable: true,
      call: { route: 'order/read', httpStatus: 504 },
    });
    expect(receiver.arrivals).toHaveLength(3);
  });

  it('does not repeat what is refused', async () => {
    answers = [json({ isError: true, messages: ['Invalid filter'] })];
    await expect(main.readOrders({ fulfilment: 'own' }, 1, background)).rejects.toMatchObject({
      code: 'refused',
      message: 'Invalid filter',
      isRetriable: false,
    });
    expect(receiver.arrivals).toHaveLength(1);
  });

  it.each<[string, unknown, number]>([
    ['null', null, 0],
    ['an empty list', [], 0],
    ['an empty object', {}, 0],
    ['a list with null', [null], 0],
  ])('takes %s for no rows', async (_name, results, rows) => {
    answers = [json({ isError: false, messages: [], results })];
    expect(await main.readOrders({ fulfilment: 'own' }, 1, background)).toEqual({ items: [], rows, parked: 0 });
  });

  it('raises an alert when isError is missing', async () => {
    answers = [json({ results: [] }), good];
    await main.readOrders({ fulfilment: 'own' }, 1, background);
    expect(test.warnings).toContainEqual({
      details: expect.objectContaining({ alert: 'is-error-missing', account: 'main', route: 'order/read' }),
      message: 'The marketplace answered without isError',
    });
  });
});

describe('the health of an account', () => {
  const ipRefusal = json({ isError: true, messages: ['ERROR: Invalid vendor ip [203.0.113.10]'], results: [] });

  it('freezes on a refused address until a test succeeds, in every process', async () => {
    const other = await test.open([accountAt(receiver.baseUrl)]).account('main');
    answers = [ipRefusal];
    await expect(main.readOrders({ fulfilment: 'own' }, 1, background)).rejects.toMatchObject({ code: 'ip-refused' });
    await expect(other.couriers(interactive)).rejects.toMatchObject({ code: 'ip-refused', isRetriable: false });
    expect(await other.acknowledge('1001', interactive)).toMatchObject({
      kind: 'not_sent',
      code: 'ip-refused',
      call: null,
    });
    expect(receiver.arrivals).toHaveLength(1);

    answers = [ipRefusal];
    expect(await other.testConnection(interactive)).toMatchObject({
      code: 'ip-refused',
      text: expect.stringContaining('203.0.113.10'),
    });
    expect(await main.testConnection(interactive)).toMatchObject({ code: 'ok' });
    expect(await other.couriers(interactive)).toEqual([]);
    expect(await other.state()).toMatchObject({ code: 'ok' });
  });

  it('is asked once by a test that somebody waits for, and is not well where nothing of its name is', async () => {
    answers = [html(502)];
    expect(await main.testConnection(interactive)).toMatchObject({ code: 'marketplace-failing' });
    expect(receiver.arrivals).toHaveLength(1);
    answers = [html(404)];
    expect(await main.testConnection(interactive)).toMatchObject({
      code: 'marketplace-failing',
      text: expect.stringMatching(/^HTTP 404: /),
    });
    expect(await main.state()).toMatchObject({ code: 'marketplace-failing' });
    answers = [html(502), html(502)];
    expect(await main.testConnection(background)).toMatchObject({ code: 'ok' });
    expect(receiver.arrivals).toHaveLength(5);
  });

  it('stays frozen whatever calls tell that were under way, and thaws by a test of any process', async () => {
    const [one, other] = [new Circuit(test.pool, 'main', 'digest'), new Circuit(test.pool, 'main', 'digest')];
    const ok = { code: 'ok', text: '' } as const;
    await other.report(ok);
    await one.report({ code: 'ip-refused', text: 'from 203.0.113.10' });
    await one.report(ok);
    await other.report({ code: 'marketplace-failing', text: 'HTTP 502' });
    expect(await other.state()).toMatchObject({ code: 'ip-refused', text: 'from 203.0.113.10' });
    expect(await one.permission()).toMatchObject({ allowed: false, code: 'ip-refused' });
    await other.report(ok, { isTest: true });
    expect(await one.permission()).toEqual({ allowed: true });

    await one.report({ code: 'credentials-refused', text: '' });
    await new Circuit(test.pool, 'main', 'another password').report(ok);
    expect(await new Circuit(test.pool, 'main', 'another password').state()).toMatchObject({ code: 'ok' });
  });

  it('thaws when user or password change', async () => {
    answers = [json({ isError: true, messages: ['You are not allowed to use this API.'] }, 403)];
    await expect(main.couriers(interactive)).rejects.toMatchObject({ code: 'credentials-refused' });
    const changed = await test.open([accountAt(receiver.baseUrl, { password: 'another' })]).account('main');
    expect(await changed.state()).toEqual({ code: 'unknown', text: '', checkedAt: null });
    expect(await changed.couriers(interactive)).toEqual([]);
  });

  it('is not fooled by a customer who writes what a refusal says', async () => {
    answers = [
      json({ isError: false, messages: [], results: [{ id: 1, observation: 'Invalid vendor ip [203.0.113.10]' }] }),
    ];
    await main.readOrders({ fulfilment: 'own' }, 1, background);
    expect(await main.state()).toMatchObject({ code: 'ok' });
  });

  it('opens after five failures, and lets one probe through when the pause is over', async () => {
    answers = Array.from({ length: 6 }, () => html(502));
    await expect(main.couriers(background)).rejects.toMatchObject({ code: 'marketplace-failing' });
    await expect(main.couriers(background)).rejects.toMatchObject({ code: 'marketplace-failing' });
    const reached = receiver.arrivals.length;
    expect(reached).toBe(5);
    expect(await main.acknowledge('1001', interactive)).toMatchObject({
      kind: 'not_sent',
      code: 'marketplace-failing',
      retryAfterMs: expect.any(Number),
    });
    expect(receiver.arrivals).toHaveLength(reached);

    await test.pool.query(`update ops.circuits set open_until = now()`);
    answers = ['silence'];
    const probe = main.acknowledge('1001', interactive);
    while (receiver.arrivals.length === reached) await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(main.couriers(background)).rejects.toMatchObject({ code: 'marketplace-failing' });
    expect(receiver.arrivals).toHaveLength(reached + 1);
    await receiver.close();
    expect(await probe).toMatchObject({ kind: 'unknown' });
  });

  it('closes when the probe succeeds', async () => {
    answers = Array.from({ length: 5 }, () => html(502));
    await expect(main.couriers(background)).rejects.toThrow();
    await expect(main.couriers(background)).rejects.toThrow();
    await test.pool.query(`update ops.circuits set open_until = now()`);
    expect(await main.couriers(background)).toEqual([]);
    expect(await main.couriers(background)).toEqual([]);
    expect(await main.state()).toMatchObject({ code: 'ok', text: '' });
  });

  it('leaves the other account alone', async () => {
    const both = test.open([
      accountAt(receiver.baseUrl),
      accountAt(receiver.baseUrl, { key: 'fbe', username: 'other', fulfilment: 'fbe' }),
    ]);
    answers = [ipRefusal];
    await expect((await both.account('main')).couriers(interactive)).rejects.toMatchObject({ code: 'ip-refused' });
    expect(await (await both.account('fbe')).couriers(interactive)).toEqual([]);
    expect((await both.accounts()).map(({ key }) => key)).toEqual(['main', 'fbe']);
    await expect(both.account('nobody')).rejects.toMatchObject({ code: 'account-unknown' });
  });
});
