import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSandbox, type Json, type OpenSandbox, type WireOrder } from './support/sandboxClient.js';
import { waitUntil } from './support/waitUntil.js';

jest.setTimeout(60_000);

const pdf = Buffer.from('%PDF-1.7\nnot much of one\n');
let sandbox: OpenSandbox;
let shop: Server;
let shopUrl: string;
/** Every request that the seller's machine has had. */
const heard: string[] = [];

beforeAll(async () => {
  sandbox = await openSandbox({ orders: 60, offers: 60 });
  shop = createServer((request, response) => {
    heard.push(request.url ?? '');
    if (request.url?.startsWith('/late.pdf') && heard.filter((url) => url.startsWith('/late.pdf')).length < 2)
      response.writeHead(503).end();
    else if (request.url?.includes('.pdf')) response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>');
  });
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await sandbox.close();
  shop.closeAllConnections();
  shop.close();
});

const place = async (status: number, changes: Json = {}): Promise<WireOrder> => {
  const order = await sandbox.control.place({ account: 'main', ...changes });
  if (status !== 1) await sandbox.control.change(order.id, { status });
  return order;
};
const attachment = (order: WireOrder, url: string, changes: Json = {}): Json => ({
  order_id: order.id,
  order_type: 3,
  name: 'Factura DEMO-1001',
  url,
  type: 1,
  ...changes,
});
const fetches = async (order: WireOrder, account = 'main'): Promise<Json[]> =>
  (await sandbox.control.ledger(account, order.id))['attachment_fetches'] ?? [];

describe('attachments', () => {
  it('are kept, shown on the order and fetched later', async () => {
    const order = await place(3);
    const { body } = await sandbox.main.call('order/attachments/save', [attachment(order, `${shopUrl}/i/9f2c.pdf`)]);
    expect(body).toEqual({ isError: false, messages: [], errors: [], results: [null] });
    expect((await sandbox.main.order(order.id)).attachments).toMatchObject([
      { name: 'Factura DEMO-1001', url: `${shopUrl}/i/9f2c.pdf`, type: 1, order_id: String(order.id) },
    ]);
    expect(
      (await sandbox.main.call('order/attachments/read', { order_id: order.id, order_type: 3 })).results,
    ).toHaveLength(1);
    const [fetched] = await waitUntil(
      () => fetches(order),
      (list) => list.length === 1,
    );
    expect(fetched).toMatchObject({ fetched: true, is_pdf: true, status: 200, bytes: pdf.length });
  });

  it('that are no PDF, or not on this machine, are told apart', async () => {
    const order = await place(3);
    await sandbox.main.call('order/attachments/save', [
      attachment(order, `${shopUrl}/page`),
      attachment(order, 'https://facturi.example/1.pdf', { type: 11 }),
    ]);
    const list = await waitUntil(
      () => fetches(order),
      (found) => found.length >= 2,
    );
    expect(list.find(({ url }) => url === `${shopUrl}/page`)).toMatchObject({ fetched: true, is_pdf: false });
    expect(list.find(({ url }) => url !== `${shopUrl}/page`)).toMatchObject({ fetched: false, status: null });
  });

  it('are tried again when the seller does not answer', async () => {
    const order = await place(3);
    await sandbox.main.call('order/attachments/save', [attachment(order, `${shopUrl}/late.pdf`)]);
    const list = await waitUntil(
      () => fetches(order),
      (found) => found.length === 2,
    );
    expect(list.map(({ status, is_pdf }) => [status, is_pdf])).toEqual([
      [503, false],
      [200, true],
    ]);
  });

  it('are the one thing allowed on orders of the marketplace warehouse', async () => {
    const order = await sandbox.control.place({ account: 'fbe' });
    const entry = attachment(order, `${shopUrl}/fbe.pdf`, { order_type: 2 });
    expect((await sandbox.fbe.call('order/attachments/save', [entry])).body['isError']).toBe(false);
  });

  it.each([
    ['no order type', { order_type: undefined }],
    ['another order type', { order_type: 2 }],
    ['no URL', { url: undefined }],
    ['a URL that is none', { url: 'ftp://shop/1.pdf' }],
    ['a long name', { name: 'x'.repeat(61) }],
    ['an unknown order', { order_id: 7 }],
    ['a warranty without its line', { type: 3 }],
  ])('are refused with %s', async (_name, changes) => {
    const order = await place(3);
    const entry = attachment(order, `${shopUrl}/no.pdf`, changes);
    expect((await sandbox.main.call('order/attachments/save', [entry])).body['isError']).toBe(true);
  });
});

describe('callbacks', () => {
  const rings = (id: number | string) => heard.filter((url) => url.endsWith(`order_id=${id}`));

  it('ring for a new order as a plain GET that keeps the token of the URL', async () => {
    await sandbox.control.ask('POST', '/accounts/main/callback', { url: `${shopUrl}/hook?token=abc` });
    const order = await place(1);
    await waitUntil(
      () => rings(order.id),
      (list) => list.length === 1,
    );
    expect(rings(order.id)).toEqual([`/hook?token=abc&order_id=${order.id}`]);
  });

  it('ring for a cancellation', async () => {
    const order = await place(1);
    await waitUntil(
      () => rings(order.id),
      (list) => list.length === 1,
    );
    await sandbox.control.ask('POST', `/orders/${order.id}/cancel`, {});
    await waitUntil(
      () => rings(order.id),
      (list) => list.length === 2,
    );
    expect((await sandbox.main.order(order.id)).status).toBe(0);
  });

  it('can be silent or a storm', async () => {
    await sandbox.control.fault({ kind: 'callback_silence' });
    const silent = await place(1);
    await sandbox.control.ask('DELETE', '/faults');
    await sandbox.control.fault({ kind: 'callback_storm', account: 'main' });
    const loud = await place(1);
    await waitUntil(
      () => rings(loud.id),
      (list) => list.length === 25,
    );
    await sandbox.control.ask('DELETE', '/faults');
    expect(rings(silent.id)).toEqual([]);
  });

  it('are not steered by a web page', async () => {
    const response = await fetch(`${sandbox.control.url}/orders`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
  });
});
