import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EmagMarketplace } from '../../src/infrastructure/emag/emagMarketplace.js';
import { PayloadCipher } from '../../src/infrastructure/emag/payloadCipher.js';
import { wrapPassword } from '../../src/infrastructure/emag/storedAccounts.js';
import { openReceiver, type Receiver, type ReceiverAnswer } from './support/arrivals.js';
import {
  accountAt,
  background,
  interactive,
  masterKey,
  openTestMarketplaces,
  type TestMarketplaces,
} from './support/openMarketplace.js';
import { referenceOrder } from './support/referenceOrder.js';
import { parcelRequest } from '../support/orderSamples.js';

jest.setTimeout(60_000);

let test: TestMarketplaces;
let receiver: Receiver;
let answer: (call: { route: string }) => ReceiverAnswer;
let marketplace: EmagMarketplace;

const json = (body: unknown, status = 200): ReceiverAnswer => ({ status, body: JSON.stringify(body) });
const results = (value: unknown): ReceiverAnswer => json({ isError: false, messages: [], errors: [], results: value });

beforeEach(async () => {
  test = await openTestMarketplaces();
  answer = () => results([]);
  receiver = await openReceiver((call) => answer(call));
  marketplace = test.open([accountAt(receiver.baseUrl)]);
});

afterEach(async () => {
  await test.close();
  await receiver.close();
});

describe('the journal', () => {
  it('keeps the calls about an order, newest first, without the person', async () => {
    answer = ({ route }) =>
      route === 'order/read' ? results([referenceOrder]) : json({ isError: true, messages: ['No such order'] });
    const main = await marketplace.account('main');
    const context = { ...interactive, correlationId: 'op-1', orderId: '412345678' };
    await main.readOrder('412345678', context);
    await main.acknowledge('412345678', context);
    await main.readOrders({ fulfilment: 'own' }, 1, background);
    await marketplace.close();

    const calls = await marketplace.callsOfOrder('412345678');
    expect(calls).toMatchObject([
      {
        account: 'main',
        route: 'order/acknowledge',
        correlationId: 'op-1',
        httpStatus: 200,
        outcome: 'refused',
        detail: 'No such order',
        requestBody: null,
        responseBody: '{"isError":true,"messages":["No such order"]}',
      },
      { route: 'order/read', outcome: 'ok', detail: null, httpStatus: 200 },
    ]);
    expect(calls[1]?.requestBody).toBe('{"id":412345678,"type":3,"currentPage":1,"itemsPerPage":100}');
    const answered = calls[1]?.responseBody ?? '';
    expect(answered).toContain('"sale_price":"148.7603"');
    for (const personal of ['Client Demo', '+40700000001', 'alias.example', 'Exemplului', 'Cluj'])
      expect(answered).not.toContain(personal);
    expect(await marketplace.callsOfOrder('412345678', { account: 'other' })).toEqual([]);
  });

  it('is encrypted where it lies', async () => {
    await (await marketplace.account('main')).couriers(interactive);
    await marketplace.close();
    const { rows } = await test.pool.query<{ response_body: Buffer }>(
      'select response_body from ops.marketplace_calls',
    );
    expect(rows[0]?.response_body.includes('isError')).toBe(false);
    const cipher = new PayloadCipher(masterKey, 'marketplace payloads');
    expect(cipher.open(rows[0]?.response_body ?? Buffer.alloc(0))).toContain('isError');
    expect(() =>
      new PayloadCipher(masterKey, 'another purpose').open(rows[0]?.response_body ?? Buffer.alloc(0)),
    ).toThrow();
  });

  it('caps bodies and keeps only the length of what is no JSON', async () => {
    answer = ({ route }) =>
      route === 'order/read' ? { status: 200, body: '<html>' } : results([{ text: 'x'.repeat(50_000) }]);
    const main = await marketplace.account('main');
    await main.couriers({ ...interactive, orderId: '1' });
    await expect(main.readOrders({ fulfilment: 'own' }, 1, { ...interactive, orderId: '2' })).rejects.toThrow();
    await marketplace.close();
    const [long] = await marketplace.callsOfOrder('1');
    expect(long?.responseBody?.length).toBeLessThan(17_000);
    const [html] = await marketplace.callsOfOrder('2');
    expect(html?.responseBody).toBe('[6 characters that are no JSON]');
  });

  it('keeps the first rows of a long page and how many were left out', async () => {
    answer = () => results(Array.from({ length: 100 }, (_, index) => ({ ...referenceOrder, id: index + 1 })));
    const main = await marketplace.account('main');
    await main.readOrders({ fulfilment: 'own' }, 1, { ...background, orderId: '7' });
    await marketplace.close();
    const [page] = await marketplace.callsOfOrder('7');
    const kept = JSON.parse(page?.responseBody ?? '') as { results: { id: number }[]; omitted_rows: number };
    expect(kept.results.map(({ id }) => id)).toEqual([1, 2]);
    expect(kept.omitted_rows).toBe(98);
  });

  it('counts calls and what is left as metrics', async () => {
    await (await marketplace.account('main')).couriers(interactive);
    expect(await test.registry.metrics()).toContain(
      'magflow_emag_calls_total{account="main",route="courier_accounts/read",outcome="ok"} 1',
    );
    expect(await test.registry.metrics()).toContain('magflow_emag_budget_remaining{account="main",bucket="general"}');
  });
});

describe('a row that cannot be understood', () => {
  it('is parked once with the reason while the rest of the page goes on', async () => {
    answer = () => results([referenceOrder, { ...referenceOrder, id: 412345679, status: 9 }, 'nonsense']);
    const main = await marketplace.account('main');
    for (let reading = 0; reading < 2; reading += 1) {
      const page = await main.readOrders({ fulfilment: 'own' }, 1, background);
      expect(page).toMatchObject({ items: [{ orderId: '412345678' }], rows: 3, parked: 2 });
    }
    const { rows } = await test.pool.query<{ reference: string | null; reason: string; payload: Buffer }>(
      'select account, kind, reference, reason, payload from ops.parked_payloads order by reference nulls last',
    );
    expect(rows).toMatchObject([
      { account: 'main', kind: 'order', reference: '412345679', reason: 'status cannot be read' },
      { account: 'main', kind: 'order', reference: null, reason: 'The order is no object' },
    ]);
    expect(rows[0]?.payload.includes('Client Demo')).toBe(false);
    await expect(main.readOrder('412345679', interactive)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('is not confused with rows that nobody asked for', async () => {
    answer = () => results([referenceOrder, { ...referenceOrder, id: 412345679, type: 2 }]);
    const page = await (await marketplace.account('main')).readOrders({ fulfilment: 'own' }, 1, background);
    expect(page).toMatchObject({ items: [{ orderId: '412345678' }], rows: 2, parked: 0 });
    expect(test.warnings).toContainEqual(
      expect.objectContaining({ details: { alert: 'filter-ignored', account: 'main', rows: 1 } }),
    );
  });
});

describe('a label', () => {
  const pdf = { status: 200, body: Buffer.from('%PDF-1.7 label'), headers: { 'content-type': 'application/pdf' } };

  it('is asked for with the prefix first and then without, and remembered', async () => {
    const paths: string[] = [];
    answer = ({ route }) => {
      paths.push(route);
      return route.startsWith('/awb/') ? pdf : json({ message: 'Invalid URL' }, 404);
    };
    const main = await marketplace.account('main');
    expect(Buffer.from(await main.readLabel('88776655', 'A6', interactive)).toString()).toBe('%PDF-1.7 label');
    await main.readLabel('88776655', 'A4', interactive);
    expect(paths).toEqual([
      'awb/read_pdf?emag_id=88776655&awb_format=A6',
      '/awb/read_pdf?emag_id=88776655&awb_format=A6',
      '/awb/read_pdf?emag_id=88776655&awb_format=A4',
    ]);
  });

  it('is followed where the marketplace says that it lies, with a slot for each step', async () => {
    answer = ({ route }) =>
      route.startsWith('/labels/') ? pdf : { status: 302, body: '', headers: { location: '/labels/88776655.pdf' } };
    const label = await (await marketplace.account('main')).readLabel('88776655', 'A6', interactive);
    expect(Buffer.from(label).toString()).toBe('%PDF-1.7 label');
    expect(receiver.arrivals.map(({ authorization }) => authorization)).toEqual([
      'Basic c2hvcEBleGFtcGxlLnRlc3Q6YSBwYXNzd29yZA==',
      'Basic c2hvcEBleGFtcGxlLnRlc3Q6YSBwYXNzd29yZA==',
    ]);
  });

  it('is not looked for in the open, and not for ever', async () => {
    const elsewhere = await openReceiver(() => pdf);
    answer = () => ({ status: 302, body: '', headers: { location: `${elsewhere.baseUrl}/label.pdf` } });
    const main = await marketplace.account('main');
    await expect(main.readLabel('1', 'A4', interactive)).rejects.toMatchObject({ code: 'unreadable' });
    expect(elsewhere.arrivals).toEqual([]);
    await elsewhere.close();
    answer = () => results([]);
    await main.testConnection(interactive);
    answer = () => ({ status: 302, body: '', headers: { location: '/again' } });
    await expect(main.readLabel('1', 'A4', interactive)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('is refused by JSON under status 200', async () => {
    answer = () => json({ isError: true, messages: ['AWB not found'], results: [] });
    const main = await marketplace.account('main');
    await expect(main.readLabel('1', 'A4', interactive)).rejects.toMatchObject({
      code: 'refused',
      message: 'AWB not found',
    });
  });
});

describe('an AWB without a number in the answer', () => {
  const party = {
    name: 'A',
    contact: 'A',
    phone: '0700000000',
    isCompany: false,
    localityId: '1',
    street: 'Str.',
    postcode: '',
    addressId: null,
  };
  const order = {
    orderId: '412345678',
    sender: party,
    receiver: party,
    locker: null,
    currency: 'RON',
    parcel: parcelRequest(),
  };

  it('is read by the ids that came', async () => {
    answer = ({ route }) =>
      route === 'awb/save'
        ? results({ reservation_id: 61234567 })
        : results({ awb: [{ emag_id: 88776655, awb_number: '4EMGDEMO001' }] });
    const outcome = await (await marketplace.account('main')).issueAwb(order, interactive);
    expect(outcome).toMatchObject({ kind: 'done', awbNumber: '4EMGDEMO001', reservationId: '61234567' });
  });

  it('is in doubt when nothing tells it', async () => {
    answer = () => results([]);
    const outcome = await (await marketplace.account('main')).issueAwb(order, interactive);
    expect(outcome).toMatchObject({ kind: 'unknown', code: 'unreadable' });
    expect(receiver.arrivals).toHaveLength(1);
  });
});

describe('accounts of the panel', () => {
  it('stand beside those of the environment and are called with their own password', async () => {
    await test.pool.query(
      `insert into ops.accounts (key, platform, fulfilment, base_url, username, wrapped_password)
       values ('second', 'emag-hu', 'fbe', $1, 'user2', $2), ('main', 'emag-hu', 'fbe', $1, 'x', $2)`,
      [receiver.baseUrl, wrapPassword('secret', masterKey)],
    );
    expect(await marketplace.accounts()).toMatchObject([
      { key: 'main', platform: 'emag-ro', fulfilment: 'own' },
      { key: 'second', platform: 'emag-hu', fulfilment: 'fbe', isDemonstration: false },
    ]);
    expect(await (await marketplace.account('second')).testConnection(interactive)).toMatchObject({ code: 'ok' });
  });
});
