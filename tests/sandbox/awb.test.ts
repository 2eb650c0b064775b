import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  awbRequest,
  openSandbox,
  party,
  type Json,
  type OpenSandbox,
  type WireOrder,
} from './support/sandboxClient.js';
import { waitUntil } from './support/waitUntil.js';

jest.setTimeout(60_000);

let sandbox: OpenSandbox;
beforeAll(async () => {
  sandbox = await openSandbox({ orders: 400, offers: 60 });
});
afterAll(() => sandbox.close());

const place = async (changes: Json = {}, status = 2): Promise<WireOrder> => {
  const order = await sandbox.control.place({
    account: 'main',
    payment_mode_id: 1,
    delivery_mode: 'courier',
    ...changes,
  });
  await sandbox.control.change(order.id, { status });
  return sandbox.main.order(order.id);
};

interface IssuedAwb {
  reservation_id: number;
  courier_id: number;
  courier_name: string;
  awb: { emag_id: number; awb_number: string; awb_barcode: string }[];
}
const issue = async (order: WireOrder, changes: Json = {}): Promise<IssuedAwb> => {
  const { body } = await sandbox.main.call('awb/save', awbRequest(order.id, changes));
  if (body['isError'] !== false) throw new Error(JSON.stringify(body));
  return body['results'] as IssuedAwb;
};
const problems = (order: WireOrder, changes: Json): Promise<string> =>
  sandbox.main.messages('awb/save', awbRequest(order.id, changes));

describe('issuing an AWB', () => {
  it('answers in the live shape, one entry per parcel', async () => {
    const order = await place();
    const awb = await issue(order, { parcel_number: 2 });
    expect(awb).toEqual({
      reservation_id: expect.any(Number),
      courier_id: 2,
      courier_name: 'Sameday',
      awb: [1, 2].map((n) => ({
        emag_id: expect.any(Number),
        awb_number: expect.stringMatching(/^4EMG\d+$/),
        awb_barcode: `${awb.awb[0]?.awb_number ?? ''}00${n}`,
      })),
    });
  });

  it('finalises the order some seconds later', async () => {
    const order = await place();
    await issue(order);
    expect((await sandbox.main.order(order.id)).status).toBe(2);
    await waitUntil(
      () => sandbox.main.order(order.id),
      ({ status }) => status === 4,
    );
    expect(await sandbox.control.ledger('main', order.id)).toMatchObject({
      status_changes: [expect.anything(), { from: 2, to: 4, by: 'marketplace' }],
    });
  });

  it('is not idempotent: the same request costs another AWB', async () => {
    const order = await place();
    const [one, two] = [await issue(order), await issue(order)];
    expect(two.reservation_id).not.toBe(one.reservation_id);
    expect(two.awb[0]?.awb_number).not.toBe(one.awb[0]?.awb_number);
    expect((await sandbox.control.ledger('main', order.id))['awbs']).toHaveLength(2);
  });

  it('takes a list of one, and a request wrapped in data', async () => {
    const order = await place();
    for (const body of [[awbRequest(order.id)], { data: [awbRequest(order.id)] }, { data: awbRequest(order.id) }])
      expect((await sandbox.main.call('awb/save', body)).body['isError']).toBe(false);
  });

  it.each([
    ['no parcel at all', { parcel_number: 0, envelope_number: 0 }, 'cannot be both 0'],
    ['a missing envelope number', { envelope_number: undefined }, 'envelope_number is mandatory'],
    ['too many parcels', { parcel_number: 1000 }, 'parcel_number must be between 0 and 999'],
    ['a missing cod', { cod: undefined }, 'cod is mandatory'],
    ['a negative cod', { cod: -1 }, 'cod must be'],
    ['too much weight', { weight: 100_000 }, 'weight must be'],
    ['a long observation', { observation: 'x'.repeat(256) }, 'observation'],
    ['a missing sender', { sender: undefined }, 'sender is mandatory'],
    ['a short name', { receiver: party({ name: 'ab' }) }, 'receiver: name'],
    ['no contact', { receiver: party({ contact: '' }) }, 'receiver: contact'],
    ['a short phone', { receiver: party({ phone1: '+407' }) }, 'receiver: phone1'],
    ['a long phone', { receiver: party({ phone1: '+407000000012' }) }, 'receiver: phone1'],
    ['no legal entity', { receiver: party({ legal_entity: undefined }) }, 'receiver: legal_entity'],
    ['an unknown locality', { receiver: party({ locality_id: 1 }) }, 'receiver: locality_id'],
    ['a short street', { receiver: party({ street: 'ab' }) }, 'receiver: street'],
    ['an unknown sender address', { sender: party({ address_id: '1' }) }, 'sender: address_id'],
    ['an unknown courier account', { courier_account_id: 1 }, 'Courier account not found'],
    ['a courier account for returns', { courier_account_id: 30013 }, 'cannot be used for orders'],
    ['an inactive courier account', { courier_account_id: 30014 }, 'not active'],
    ['an unknown order', { order_id: 12 }, 'Order not found'],
    ['an unknown return', { rma_id: 12 }, 'Return request not found'],
  ])('is refused with %s', async (_name, changes, text) => {
    const order = await place();
    expect(await problems(order, changes)).toContain(text);
    expect((await sandbox.control.ledger('main', order.id))['awbs']).toHaveLength(0);
  });

  it.each([
    [0, 'cancelled'],
    [1, 'must be acknowledged'],
    [5, 'returned'],
  ])('is refused in status %i', async (status, text) => {
    expect(await problems(await place({}, status), {})).toContain(text);
  });

  it('is refused with cod for an order paid by card', async () => {
    expect(await problems(await place({ payment_mode_id: 3 }), { cod: 10 })).toContain('cod must be 0');
  });

  it('is refused for orders of the marketplace warehouse', async () => {
    const order = await sandbox.control.place({ account: 'fbe' });
    const text = await sandbox.fbe.messages('awb/save', awbRequest(order.id, { courier_account_id: undefined }));
    expect(text).toContain('fulfilled by eMAG');
  });

  it('takes the first usable account when none is named, and the sender address by its id', async () => {
    const order = await place();
    const awb = await issue(order, {
      courier_account_id: undefined,
      sender: party({ address_id: '700112', locality_id: undefined, street: undefined }),
    });
    expect(awb.courier_id).toBe(2);
  });
});

describe('enforced couriers', () => {
  it('allow only the named accounts', async () => {
    const order = await place({ enforced_vendor_courier_accounts: [30012] });
    expect(await problems(order, {})).toContain('not allowed for this order');
    expect((await issue(order, { courier_account_id: 30012 })).courier_name).toBe('FAN Courier');
    expect((await issue(order, { courier_account_id: undefined })).courier_name).toBe('FAN Courier');
  });

  it('allow none when the list is empty', async () => {
    expect(await problems(await place({ enforced_vendor_courier_accounts: [] }), {})).toContain('No AWB can be issued');
  });
});

describe('orders to a locker', () => {
  it('need the locker of the order', async () => {
    const order = await place({ locker_id: 'EB10203', delivery_mode: undefined });
    expect(await problems(order, {})).toContain('locker_id is mandatory');
    expect(await problems(order, { locker_id: 'EB99999' })).toContain('does not belong');
  });

  it('go by the locker account whatever was sent, when the marker is still in the street', async () => {
    const order = await place({ locker_id: 'EB10203', delivery_mode: undefined });
    const receiver = party({ street: order.customer['shipping_street'] });
    const awb = await issue(order, { courier_account_id: 30012, receiver });
    expect(awb.courier_name).toBe('Sameday');
  });
});

describe('reading an AWB', () => {
  it('finds it by reservation or barcode id, and by nothing else', async () => {
    const order = await place();
    const awb = await issue(order);
    for (const filter of [{ reservation_id: awb.reservation_id }, { emag_id: awb.awb[0]?.emag_id }])
      expect((await sandbox.main.call('awb/read', filter)).results).toMatchObject({
        order_id: Number(order.id),
        type: 3,
        weight: 2,
        awb: awb.awb,
        status: { code: 'REG' },
        courier: { courier_account_id: 30011, courier_name: 'SAMEDAY' },
      });
    expect(await sandbox.main.messages('awb/read', { order_id: order.id })).toBe(
      'Emag id or reservation id is mandatory',
    );
    expect((await sandbox.main.call('awb/read', { reservation_id: 1 })).results).toEqual([]);
    expect((await sandbox.fbe.call('awb/read', { reservation_id: awb.reservation_id })).results).toEqual([]);
  });

  it('shows it travel with the clock until it is delivered', async () => {
    const awb = await issue(await place());
    const codes: unknown[] = [];
    for (const hours of [0, 4, 20, 4]) {
      await sandbox.control.advance(hours * 3600);
      const { results } = await sandbox.main.call('awb/read', { reservation_id: awb.reservation_id });
      codes.push(((results as Json)['status'] as Json)['code']);
    }
    expect(codes).toEqual(['REG', 'TRN', 'OUT', 'DLV']);
  });
});

describe('cash on delivery', () => {
  it('is paid once the parcel is delivered', async () => {
    const order = await place();
    await issue(order, { cod: '50.5' });
    await sandbox.control.advance(60);
    expect(await sandbox.main.order(order.id)).toMatchObject({ status: 4, payment_status: 0, cashed_cod: 0 });
    await sandbox.control.advance(27 * 3600);
    expect(await sandbox.main.order(order.id)).toMatchObject({
      payment_status: 1,
      cashed_cod: expect.stringMatching(/^\d+\.\d{4}$/),
    });
  });
});

describe('the label', () => {
  const textOf = async (bytes: Buffer): Promise<{ text: string; pages: number; size: number[] }> => {
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const document = await task.promise;
    const page = await document.getPage(1);
    const content = await page.getTextContent();
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join('\n');
    const size = page.view.slice(2).map((side: number) => Math.round(side));
    const pages = document.numPages;
    await task.destroy();
    return { text, pages, size };
  };

  it.each([
    ['A4', [595, 842]],
    ['A5', [420, 595]],
    ['A6', [298, 420]],
  ])('is one page of %s with Romanian letters', async (format, size) => {
    const order = await place();
    const receiver = party({
      name: 'Ștefăniță Țîrlea-Brânzan',
      contact: 'Ștefăniță Țîrlea-Brânzan',
      street: 'Str. Înfrățirii nr. 5',
      locality_id: 5212,
    });
    const awb = await issue(order, { receiver, cod: '369.99' });
    const reply = await sandbox.main.get(`awb/read_pdf?emag_id=${awb.awb[0]?.emag_id ?? 0}&awb_format=${format}`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(reply.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const label = await textOf(reply.bytes);
    expect(label.pages).toBe(1);
    expect(label.size).toEqual(size);
    for (const text of [
      'Ștefăniță Țîrlea-Brânzan',
      'Str. Înfrățirii nr. 5',
      'Iași',
      'Ramburs: 369,99 lei',
      awb.awb[0]?.awb_barcode,
    ])
      expect(label.text).toContain(text);
  });

  it('has a barcode of bars, not of letters', async () => {
    const awb = await issue(await place());
    const { bytes } = await sandbox.main.get(`awb/read_pdf?emag_id=${awb.awb[0]?.emag_id ?? 0}`);
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const operators = await (await (await task.promise).getPage(1)).getOperatorList();
    // Code 128 of 17 characters has 3 bars a symbol; pdf.js folds them into one path of rectangles.
    const paths = operators.argsArray.map((args: unknown) => JSON.stringify(args ?? '').length);
    expect(Math.max(...paths)).toBeGreaterThan(1500);
    await task.destroy();
  });

  it('answers without the prefix too', async () => {
    const awb = await issue(await place());
    const path = `/awb/read_pdf?emag_id=${awb.awb[0]?.emag_id ?? 0}&awb_format=A6`;
    expect((await sandbox.main.get(path)).headers.get('content-type')).toBe('application/pdf');
  });

  it.each(['emag_id=1', 'awb_format=A4', 'emag_id=1&awb_format=A3'])(
    'answers %s with JSON under 200',
    async (query) => {
      const reply = await sandbox.main.get(`awb/read_pdf?${query}`);
      expect([reply.status, reply.headers.get('content-type'), reply.body['isError']]).toEqual([
        200,
        'application/json',
        true,
      ]);
    },
  );

  it('exists as ZPL in base64', async () => {
    const awb = await issue(await place());
    const { results } = await sandbox.main.get(`awb/read_zpl?emag_id=${awb.awb[0]?.emag_id ?? 0}`);
    const { deliveries } = results as { deliveries: Record<string, { awbs: { content: string[] } }> };
    const zpl = Buffer.from(deliveries['20']?.awbs.content[0] ?? '', 'base64').toString('utf8');
    expect(zpl.startsWith('^XA')).toBe(true);
    expect(zpl).toContain(awb.awb[0]?.awb_barcode);
  });
});

describe('a return AWB', () => {
  const open = async (): Promise<{ rma: Json; order: WireOrder }> => {
    const rmas = (await sandbox.main.call('rma/read', { request_status: 2 })).results as Json[];
    const [rma] = rmas;
    if (!rma) throw new Error('an open return is expected');
    return { rma, order: await sandbox.main.order(String(rma['order_id'])) };
  };

  it('is shown by the return itself and leaves the order alone', async () => {
    const { rma, order } = await open();
    const awb = await issue(order, { rma_id: rma['emag_id'], courier_account_id: 30013, date: '2030-01-01', cod: 0 });
    const [read] = (await sandbox.main.call('rma/read', { emag_id: rma['emag_id'] })).results as Json[];
    expect(read?.['awbs']).toContainEqual({ reservation_id: awb.reservation_id });
    expect((await sandbox.main.order(order.id)).status).toBe(order.status);
    expect((await sandbox.main.call('awb/read', { reservation_id: awb.reservation_id })).results).toMatchObject({
      rma_id: rma['emag_id'],
    });
  });

  it.each([
    ['without a date', {}, 'date is mandatory'],
    ['for today', { date: '2025-11-24' }, 'date must be at least'],
    ['with cod', { date: '2030-01-01', cod: 5 }, 'cod must be 0'],
    ['with pickup and return', { date: '2030-01-01', pickup_and_return: 1 }, 'pickup_and_return must be 0'],
    ['by an account for orders', { date: '2030-01-01', courier_account_id: 30012 }, 'cannot be used for returns'],
  ])('is refused %s', async (_name, changes, text) => {
    const { rma, order } = await open();
    expect(await problems(order, { rma_id: rma['emag_id'], courier_account_id: 30013, ...changes })).toContain(text);
  });
});
