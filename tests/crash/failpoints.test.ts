import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAILPOINTS } from '../../src/application/failpointCatalogue.js';
import { CrashWorld } from '../support/crashWorld.js';
import { eventually } from '../support/eventually.js';
import type { StartedProgram } from '../support/installation.js';

type Flow = 'acknowledge' | 'status' | 'awb' | 'invoice';

const FLOWS: readonly Flow[] = ['acknowledge', 'status', 'awb', 'invoice'];
interface Point {
  readonly name: string;
  readonly flow: Flow;
}

/**
 * Neighbours are of different flows, as far as it goes: the process that takes up what one point left is armed for the
 * next already, whose flow it does not enter by itself. That saves every second start.
 */
const takingTurns = (points: readonly Point[]): Point[] => {
  const waiting = FLOWS.map((flow) => points.filter((point) => point.flow === flow));
  const turns: Point[] = [];
  for (let left = points.length; left > 0; left -= 1) {
    const others = waiting.filter(([next]) => next && next.flow !== turns.at(-1)?.flow);
    const longest = (others.length > 0 ? others : waiting).reduce((one, two) => (two.length > one.length ? two : one));
    const next = longest.shift();
    if (next) turns.push(next);
  }
  return turns;
};

const points = takingTurns(
  FAILPOINTS.filter(({ flow }) => (FLOWS as readonly string[]).includes(flow)) as readonly Point[],
);

/** Status in which an order must be before each flow, by the marketplace's numbers. */
const STATUS_BEFORE: Readonly<Record<Flow, number>> = { acknowledge: 1, status: 2, awb: 2, invoice: 4 };
const SETTLED = ['succeeded', 'failed', 'in_doubt'];

const world = new CrashWorld();
const orders = new Map<string, string>();

beforeAll(async () => {
  await world.open();
  for (const { name, flow } of points) {
    const orderId = await world.newOrder();
    if (STATUS_BEFORE[flow] !== 1) await world.steer(`/orders/${orderId}`, { status: STATUS_BEFORE[flow] });
    orders.set(name, orderId);
  }
  await world.startRoles();
  await world.sync();
  await world.killRoles();
});

afterAll(() => world.close());

const ask = (flow: Flow, orderId: string, key: string) => {
  const body = { account_type: 'main' };
  const headers = { 'idempotency-key': key, prefer: 'wait=0' };
  switch (flow) {
    case 'acknowledge':
      return world.call('POST', `/emag/orders/${orderId}/acknowledge`, body, headers);
    case 'status':
      return world.call('PUT', `/emag/orders/${orderId}/status`, { ...body, new_status: 3 }, headers);
    case 'awb':
      return world.call('POST', `/emag/phase2/awb/${orderId}/generate`, body, headers);
    case 'invoice':
      return world.call('POST', `/emag/phase2/invoice/${orderId}/generate`, body, headers);
  }
};

const orderNow = async (orderId: string): Promise<Record<string, unknown>> =>
  (await world.call('GET', `/emag/orders/${orderId}?account_type=main`))?.body ?? {};

const eventTypes = async (orderId: string): Promise<string[]> => {
  const answer = await world.call('GET', `/emag/orders/${orderId}/history?account_type=main`);
  return ((answer?.body['events'] ?? []) as { type: string }[]).map(({ type }) => type);
};

let armed: { readonly name: string; readonly process: StartedProgram } | undefined;

/** The process that kills itself at the point: the one that runs, when it was started for that. */
const armedFor = async (name: string): Promise<StartedProgram> => {
  const running = armed;
  armed = undefined;
  if (running?.name === name) return running.process;
  await world.killRoles();
  return world.startRoles(name);
};

/** Kills the process at the point, starts another, repeats the command as a careful client does, waits for the end. */
const crashAt = async ({ name, flow }: Point, orderId: string): Promise<{ state: string; types: string[] }> => {
  const killed = await armedFor(name);
  const first = await ask(flow, orderId, randomUUID());
  expect(await killed.exit).toBe('SIGKILL');

  const following = points[points.findIndex((point) => point.name === name) + 1];
  const isApart = following !== undefined && following.flow !== flow;
  const process = await world.startRoles(isApart ? following.name : undefined);
  const again = first?.status === 202 ? first : await ask(flow, orderId, randomUUID());
  // Somebody who asks again hears of the wish that stands, or finds the deed done.
  const operationId = again?.body['operation_id'];
  const state =
    typeof operationId !== 'string'
      ? 'succeeded'
      : String(
          (
            await eventually(
              () => world.call('GET', `/operations/${operationId}`),
              (operation) => SETTLED.includes(String(operation?.body['state'])),
              120_000,
            )
          )?.body['state'],
        );
  const types = await eventTypes(orderId);
  if (isApart) armed = { name: following.name, process };
  return { state, types };
};

describe('kill -9 of the process', () => {
  it('is tried at twenty failpoints at the least', () => expect(points.length).toBeGreaterThanOrEqual(20));

  it.each(points)('at $name leaves one deed, or says that it is in doubt', async (point) => {
    const { name, flow } = point;
    const orderId = orders.get(name) ?? '';
    const { state, types } = await crashAt(point, orderId);
    const ledger = await world.ledger(orderId);
    const count = (type: string) => types.filter((one) => one === type).length;

    switch (flow) {
      case 'acknowledge':
        expect(state).toBe('succeeded');
        expect(count('OrderAcknowledged')).toBe(1);
        expect(ledger.acknowledgements).toHaveLength(1);
        break;
      case 'status':
        expect(state).toBe('succeeded');
        expect(count('StatusChanged')).toBe(1);
        break;
      case 'awb':
        expect(['succeeded', 'in_doubt']).toContain(state);
        expect(ledger.awbs).toHaveLength(1);
        expect(count('AwbGenerated') + count('AwbInDoubt')).toBe(1);
        break;
      case 'invoice':
        expect(state).toBe('succeeded');
        expect([count('InvoiceNumbered'), count('InvoiceIssued'), count('InvoiceAttached')]).toEqual([1, 1, 1]);
        expect(ledger.attachments).toHaveLength(1);
        break;
    }
  });

  it('never left a gap or a double in the invoice numbers', async () => {
    await world.killRoles();
    await world.startRoles();
    const answer = await world.call('GET', '/invoices?items_per_page=100&sort=number&order=asc');
    const invoices = (answer?.body['items'] ?? []) as { number: string; order_id: string }[];
    const expected = points
      .filter(({ flow }) => flow === 'invoice')
      .map((_, index) => `MF${String(index + 1).padStart(7, '0')}`);
    expect(invoices.map(({ number }) => number).sort()).toEqual(expected);
    expect(new Set(invoices.map(({ order_id }) => order_id)).size).toBe(expected.length);
    await world.stopRoles();
  });
});

describe('an answer of the marketplace that is lost or late', () => {
  const fault = (route: string, kind: string, more: object = {}) =>
    world.steer('/faults', { kind, account: 'main', route, times: 1, ...more });
  const settle = async (flow: Flow, orderId: string): Promise<string> => {
    const asked = await ask(flow, orderId, randomUUID());
    const operation = await eventually(
      () => world.call('GET', `/operations/${String(asked?.body['operation_id'])}`),
      (answer) => SETTLED.includes(String(answer?.body['state'])),
      120_000,
    );
    return String(operation?.body['state']);
  };
  const given = async (status: number): Promise<string> => {
    const orderId = await world.newOrder();
    if (status !== 1) await world.steer(`/orders/${orderId}`, { status });
    await world.sync();
    return orderId;
  };

  beforeAll(async () => {
    await world.startRoles();
  });
  afterAll(() => world.stopRoles());

  it('after acknowledging is found out by reading', async () => {
    const orderId = await given(1);
    await fault('order/acknowledge', 'reset_after');
    expect(await settle('acknowledge', orderId)).toBe('succeeded');
    expect((await world.ledger(orderId)).acknowledgements).toHaveLength(1);
    expect(await orderNow(orderId)).toMatchObject({ status: 2 });
  });

  it('after issuing an AWB leaves it in doubt, and a person enters its number', async () => {
    const orderId = await given(2);
    await fault('awb/save', 'reset_after');
    expect(await settle('awb', orderId)).toBe('in_doubt');
    expect((await world.ledger(orderId)).awbs).toHaveLength(1);
    const refused = await ask('awb', orderId, randomUUID());
    expect(refused).toMatchObject({ status: 409, body: { code: 'awb-in-doubt' } });
    const resolved = await world.command(`/emag/phase2/awb/${orderId}/resolve`, {
      account_type: 'main',
      awb_number: '4EMG7654321',
    });
    expect(resolved?.status).toBe(200);
    expect(await orderNow(orderId)).toMatchObject({ awb_number: '4EMG7654321' });
  });

  it('before an AWB was issued is repeated once it is proved that none exists', async () => {
    const orderId = await given(2);
    await fault('awb/save', 'reset_before');
    expect(await settle('awb', orderId)).toBe('succeeded');
    expect((await world.ledger(orderId)).awbs).toHaveLength(1);
  });

  it('by several seconds is waited for', async () => {
    const orderId = await given(2);
    await fault('awb/save', 'slow_after', { seconds: 4 });
    expect(await settle('awb', orderId)).toBe('succeeded');
    expect((await world.ledger(orderId)).awbs).toHaveLength(1);
  });

  it('after attaching an invoice does not attach it twice', async () => {
    const orderId = await given(4);
    await fault('order/attachments/save', 'reset_after');
    expect(await settle('invoice', orderId)).toBe('succeeded');
    expect((await world.ledger(orderId)).attachments).toHaveLength(1);
  });
});
