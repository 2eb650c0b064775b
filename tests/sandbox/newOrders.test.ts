import { describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateWorld } from '../../src/infrastructure/sandbox/data/generateWorld.js';
import { noCallbacks, World, type SandboxAccount } from '../../src/infrastructure/sandbox/world/world.js';
import { SandboxClock } from '../../src/infrastructure/sandbox/world/sandboxClock.js';
import { memoryStorage } from '../../src/infrastructure/sandbox/world/storage.js';
import { Faults } from '../../src/infrastructure/sandbox/http/faults.js';
import { Callbacks } from '../../src/infrastructure/sandbox/life/callbacks.js';
import { born, openSandbox, type Json } from './support/sandboxClient.js';
import { waitUntil } from './support/waitUntil.js';

jest.setTimeout(60_000);

describe('new orders', () => {
  it('arrive at the pace that was set, in both accounts, all sellable', async () => {
    const sandbox = await openSandbox({ orders: 40, offers: 60, newOrders: 1 });
    try {
      const created = async () => {
        const [main, fbe] = [await sandbox.control.ledger('main'), await sandbox.control.ledger('fbe')];
        return [main['orders_created'] ?? [], fbe['orders_created'] ?? []] as const;
      };
      const [main, fbe] = await waitUntil(created, ([own, warehouse]) => own.length >= 3 && warehouse.length >= 1);
      const order = await sandbox.main.order(String(main[0]?.['order_id']));
      expect(order).toMatchObject({ status: 1, type: 3, is_complete: 1 });
      expect((await sandbox.fbe.order(String(fbe[0]?.['order_id']), 2)).status).toBe(1);
      for (const line of order.products) {
        const [offer] = (await sandbox.main.call('product_offer/read', { id: line['product_id'] })).results as Json[];
        expect(offer).toMatchObject({ status: 1 });
      }
    } finally {
      await sandbox.close();
    }
  });

  it('do not come when the pace is 0', async () => {
    const sandbox = await openSandbox({ orders: 40, offers: 60 });
    try {
      await sandbox.control.advance(7 * 86_400);
      expect((await sandbox.control.ledger('main'))['orders_created']).toEqual([]);
    } finally {
      await sandbox.close();
    }
  });
});

describe('the repeated callback', () => {
  it('waits a minute, then twice as long each time, ten minutes at most, until the order is acknowledged', async () => {
    const shop = createServer((_request, response) => response.end());
    shop.listen(0, '127.0.0.1');
    await once(shop, 'listening');
    const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`;

    const world = new World(new SandboxClock(0), memoryStorage());
    const account: SandboxAccount = {
      key: 'main',
      username: 'main',
      password: '',
      type: 3,
      vendorName: '',
      couriers: [],
      orders: new Map(),
      offers: new Map(),
      awbs: new Map(),
      rmas: new Map(),
      ledger: [],
      settings: { callbacks: { ...noCallbacks, new_order: url }, allowedIps: null },
    };
    world.addAccount(account);
    const order = generateWorld({ seed: 1, now: born, orders: 300, offers: 60 }).main.orders.find(
      (o) => o.status === 1,
    );
    if (!order) throw new Error('a new order is expected');
    world.saveOrder(account, order);

    const callbacks = new Callbacks(world, new Faults());
    callbacks.announce(account, order.id, 0);
    const rungAt: number[] = [];
    let rung = 1;
    for (let second = 1; second <= 3000; second += 1) {
      if (second === 2900) world.saveOrder(account, { ...order, status: 2 });
      callbacks.tick(second * 1000);
      const now = callbacks.started;
      if (now > rung) rungAt.push(second);
      rung = now;
    }
    await waitUntil(
      () => callbacks.rung.length,
      (length) => length === rung,
    );
    expect(rungAt).toEqual([60, 180, 420, 900, 1500, 2100, 2700]);
    expect(callbacks.rung.every(({ status }) => status === 200)).toBe(true);
    await callbacks.close();
    shop.closeAllConnections();
    shop.close();
  });
});
