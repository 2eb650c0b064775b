import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { eventually } from '../support/eventually.js';

const world = new CrashWorld();
beforeAll(async () => {
  // Nothing is due by itself for the length of the test but what a new account sets off.
  await world.open({ MAGFLOW_JOBS: 'on', MAGFLOW_JOB_SYNC_ORDERS_SECONDS: '9999' });
  await world.startProcess('worker,projector,relay');
  world.pointAt((await world.startProcess('api')).url);
});
afterAll(() => world.close());

const ordersOf = async (account: string): Promise<number> =>
  Number((await world.call('GET', `/emag/orders/list?account_type=${account}`))?.body['total'] ?? 0);

describe('an account that is added while everything runs', () => {
  it('is read at once by the worker, which learns of its credentials and of better ones', async () => {
    const { base_url, username, password } = world.marketplaceAccount('main');
    const added = await world.call('POST', '/accounts', { key: 'shop', base_url, username, password });
    expect([added?.status, added?.body['source']]).toEqual([201, 'panel']);
    await eventually(
      () => ordersOf('shop'),
      (orders) => orders > 0,
      120_000,
    );
    expect((await world.call('POST', '/accounts/shop/test-connection', {}))?.body).toMatchObject({
      ok: true,
      advice: null,
    });

    await world.call('PATCH', '/accounts/shop', { password: 'no longer right' });
    const refused = await world.call('POST', '/accounts/shop/test-connection', {});
    expect(refused?.body).toMatchObject({ ok: false, code: 'credentials-refused' });
    expect(refused?.body['advice']).toContain('API right');
    await world.call('PATCH', '/accounts/shop', { password });
    expect((await world.call('POST', '/accounts/shop/test-connection', {}))?.body).toMatchObject({ ok: true });
  });

  it('is asked of no more once it was removed, and its orders stay', async () => {
    const orders = await ordersOf('shop');
    const removed = await world.call('DELETE', '/accounts/shop');
    expect(removed?.status).toBe(204);
    const list = (await world.call('GET', '/accounts'))?.body['items'] as { key: string }[];
    expect(list.map(({ key }) => key)).not.toContain('shop');
    const all = Number((await world.call('GET', '/emag/orders/list'))?.body['total'] ?? 0);
    expect(all).toBeGreaterThanOrEqual(orders);
  });
});
