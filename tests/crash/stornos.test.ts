import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { eventually } from '../support/eventually.js';

const POINTS = ['invoice.after_claim', 'invoice.after_render', 'invoice.after_call'] as const;
const world = new CrashWorld();
const invoices = new Map<string, { readonly orderId: string; readonly number: string }>();

const call = (path: string, body: object, wait: number) =>
  world.call('POST', path, body, { 'idempotency-key': randomUUID(), prefer: `wait=${wait}` });

beforeAll(async () => {
  await world.open();
  const orders: string[] = [];
  for (const _point of POINTS) orders.push(await world.newOrder({ status: 4 }));
  await world.startRoles();
  await world.sync();
  for (const [index, point] of POINTS.entries()) {
    const orderId = orders[index] ?? '';
    const issued = await call(`/emag/phase2/invoice/${orderId}/generate`, { account_type: 'main' }, 60);
    invoices.set(point, { orderId, number: String(issued?.body['number']) });
  }
  await world.killRoles();
});
afterAll(() => world.close());

describe('kill -9 in the middle of a storno', () => {
  it.each(POINTS)('at %s leaves one storno with one number', async (point) => {
    const { orderId, number } = invoices.get(point) ?? { orderId: '', number: '' };
    const killed = await world.startRoles(point);
    const asked = await call(`/invoices/${number}/storno`, {}, 0);
    expect(await killed.exit).toBe('SIGKILL');
    await world.startRoles();
    expect(asked?.status).toBe(202);
    const storno = await eventually(
      () => world.call('GET', `/operations/${String(asked?.body['operation_id'])}`),
      (operation) => operation?.body['state'] === 'succeeded',
      120_000,
    );
    expect(storno?.body).toMatchObject({ kind: 'issue_storno', result: { storno_of: number } });
    const again = await call(`/invoices/${number}/storno`, {}, 10);
    expect([again?.status, again?.body['code']]).toEqual([409, 'storno-exists']);
    const history = await world.call('GET', `/emag/orders/${orderId}/history?account_type=main`);
    const types = ((history?.body['events'] ?? []) as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'StornoIssued')).toHaveLength(1);
    expect((await world.ledger(orderId)).attachments).toHaveLength(2);
    await world.killRoles();
  });

  it('left no gap and no double in the series', async () => {
    await world.startRoles();
    const answer = await world.call('GET', '/invoices?items_per_page=100&sort=number&order=asc');
    const numbers = ((answer?.body['items'] ?? []) as { number: string }[]).map(({ number }) => number);
    expect(numbers).toEqual(['MF0000001', 'MF0000002', 'MF0000003', 'MF0000004', 'MF0000005', 'MF0000006']);
  });
});
