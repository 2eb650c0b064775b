import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { CrashWorld } from '../crashWorld.js';
import { eventually } from '../eventually.js';

export interface BulkAwbSize {
  readonly orders: number;
  /** How often the worker is killed while it runs. */
  readonly kills: number;
  /** Calls a second that the marketplace takes of the bucket that AWBs belong to. */
  readonly perSecond: number;
  readonly deadlineMs: number;
}

interface Failed {
  readonly order_id: string;
  readonly code: string;
  readonly error: string;
}

interface Operation {
  readonly id: string;
  readonly state: string;
  readonly progress: { readonly done: number; readonly total: number };
  readonly links: Readonly<Record<string, string>>;
  readonly result: {
    readonly results: {
      readonly success: readonly { order_id: string; awb_number: string; status: string; operation_id: string }[];
      readonly failed: readonly Failed[];
      readonly total: number;
    };
    readonly success_count: number;
    readonly failed_count: number;
  };
}

interface Counters {
  readonly counters: Record<string, Record<string, { received: number; limited: number; max_per_second: number }>>;
}

const UNKNOWN = '999999999999';

/** Settings of the world under which the scenario counts calls: the same limits on both sides. Orders need stock. */
export const bulkWorld = (
  perSecond: number,
  offers: number,
): { settings: Record<string, string>; sandbox: string[] } => ({
  settings: { EMAG_MAIN_LIMITS: `orders=400/s,24000/m;general=${perSecond}/s,${perSecond * 60}/m` },
  sandbox: [
    '--limits',
    `orders=400/s,24000/m;general=${perSecond}/s,${perSecond * 60}/m`,
    '--latency-ms',
    '40',
    '--offers',
    String(offers),
  ],
});

/**
 * A bulk of AWBs that is killed, stopped, settled and taken up again, with orders among them that can have none. Ends with
 * one AWB at the marketplace for every order that may have one, and an outcome for every item.
 */
export const bulkAwbs = async (world: CrashWorld, size: BulkAwbSize): Promise<void> => {
  const operation = async (id: string, result = 'full'): Promise<Operation> => {
    const answer = await world.call('GET', `/operations/${id}?result=${result}`);
    if (answer?.status !== 200) throw new Error(`operation ${id}: ${JSON.stringify(answer)}`);
    return answer.body as unknown as Operation;
  };
  const until = (id: string, isThere: (operation: Operation) => boolean): Promise<Operation> =>
    eventually(() => operation(id, 'none'), isThere, size.deadlineMs);
  const hasDone = (id: string, share: number) =>
    until(id, ({ progress, state }) => progress.done >= Math.floor(progress.total * share) || !isOpen(state));
  const isOpen = (state: string) => state === 'queued' || state === 'running';

  const orders: string[] = [];
  for (let made = 0; made < size.orders; made += 1) orders.push(await world.newOrder({ status: 2 }));
  const cancelled = await world.newOrder({ status: 2 });
  await world.steer(`/orders/${cancelled}`, { status: 0 });
  await world.startRoles();
  await world.sync(size.deadlineMs);
  await fetch(`${world.control}/calls/reset`, { method: 'POST' });

  const asked = await world.command('/emag/phase2/awb/bulk-generate', {
    account_type: 'main',
    orders: [UNKNOWN, cancelled, ...orders, orders[0]].map((order_id) => ({ order_id, parcels: 1 })),
  });
  expect(asked).toMatchObject({ status: 202, body: { state: 'queued' } });
  const id = String(asked?.body['operation_id']);

  for (let kill = 1; kill <= size.kills; kill += 1) {
    await hasDone(id, (0.5 * kill) / size.kills);
    await world.killRoles();
    await world.startRoles();
  }
  await hasDone(id, 0.6);
  const stopped = await world.call('DELETE', `/operations/${id}`);
  expect([200, 202]).toContain(stopped?.status);
  await until(id, ({ state }) => !isOpen(state));

  const rest = await operation(id);
  const codesOf = ({ result }: Operation) =>
    new Map(result.results.failed.map(({ order_id, code }) => [order_id, code]));
  expect(rest.result.results.total).toBe(size.orders + 2);
  expect(rest.result.success_count + rest.result.failed_count).toBe(size.orders + 2);
  expect(codesOf(rest).get(UNKNOWN)).toBe('order-unknown');
  expect(codesOf(rest).get(cancelled)).toBe('order-not-shippable');

  // What nobody knows, a person looks up at the marketplace.
  for (const { order_id } of rest.result.results.failed.filter(({ code }) => code === 'awb-in-doubt')) {
    const { awbs } = await world.ledger(order_id);
    expect(awbs).toHaveLength(1);
    const settled = await world.command(`/emag/phase2/awb/${order_id}/resolve`, {
      account_type: 'main',
      awb_number: String((awbs[0] as { awb_number?: unknown } | undefined)?.awb_number ?? `4EMG${order_id}`),
    });
    expect(settled?.status).toBe(200);
  }
  const ended = await until(id, ({ state }) => state === 'partial');
  expect(ended.links['retry_failed']).toBe(`/api/v1/operations/${id}/retry-failed`);

  const key = randomUUID();
  const retried = await world.command(`/operations/${id}/retry-failed`, {}, key);
  expect(retried?.status).toBe(202);
  const retryId = String(retried?.body['operation_id']);
  const again = await world.command(`/operations/${id}/retry-failed`, {}, key);
  expect(again?.body['operation_id']).toBe(retryId);
  await until(retryId, ({ state }) => !isOpen(state));

  const [first, second] = [await operation(id), await operation(retryId)];
  const undone = first.result.failed_count;
  expect(second.progress.total).toBe(undone);
  const succeeded = [...first.result.results.success, ...second.result.results.success];
  expect(succeeded.map(({ order_id }) => order_id).sort()).toEqual([...orders].sort());
  expect(succeeded.every(({ status, awb_number }) => status === 'generated' && awb_number.length > 3)).toBe(true);
  expect([...codesOf(second)].sort()).toEqual(
    [
      [UNKNOWN, 'order-unknown'],
      [cancelled, 'order-not-shippable'],
    ].sort(),
  );

  const ledger = (await (await fetch(`${world.control}/ledger?account=main`)).json()) as {
    accounts: { main: { awbs: { order_id: string }[] } };
  };
  const issued = ledger.accounts.main.awbs.map(({ order_id }) => order_id).filter((one) => orders.includes(one));
  expect(issued.sort()).toEqual([...orders].sort());

  const { counters } = (await (await fetch(`${world.control}/calls`)).json()) as Counters;
  const general = counters['main']?.['general'];
  expect(general?.limited).toBe(0);
  expect(general?.max_per_second).toBeLessThanOrEqual(size.perSecond);
};
