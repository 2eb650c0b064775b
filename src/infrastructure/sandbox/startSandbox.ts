import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createControlServer } from './control/controlServer.js';
import type { Modes } from './control/controlParts.js';
import { generateWorld, typeOf, type WorldPlan } from './data/generateWorld.js';
import { sellers } from './data/sellers.js';
import { CallLog } from './http/callLog.js';
import { Faults } from './http/faults.js';
import { createMarketplaceServer } from './http/marketplaceServer.js';
import { RateLimiter } from './http/rateLimits.js';
import { AttachmentFetcher } from './life/attachmentFetcher.js';
import { Callbacks } from './life/callbacks.js';
import { Life } from './life/life.js';
import { OrderDesk } from './life/orderDesk.js';
import { buildRoutes } from './routes/routes.js';
import type { SandboxOptions } from './sandboxOptions.js';
import { FolderClaim } from './world/folderClaim.js';
import { SandboxClock } from './world/sandboxClock.js';
import { memoryStorage, openFolderStorage, type Birth, type Storage } from './world/storage.js';
import { noCallbacks, World } from './world/world.js';

export interface SandboxAccountAccess {
  key: string;
  /** Ends in `/api-3`. */
  base_url: string;
  username: string;
  password: string;
}

export interface RunningSandbox {
  /** Where the control API listens: `http://127.0.0.1:port`. */
  readonly control: string;
  readonly accounts: SandboxAccountAccess[];
  /** Stops listening, ends what is under way and closes the state. */
  stop(): Promise<void>;
}

const giveBirth = (options: SandboxOptions): Birth => {
  const born = Date.now();
  return {
    seed: options.seed,
    now: new Date(Math.floor((options.now ?? born) / 1000) * 1000).toISOString(),
    born: new Date(born).toISOString(),
    orders: options.orders,
    offers: options.offers,
    accounts: ['main', 'fbe'].map((key) => ({
      key,
      username: `${key}@magazin-demo.example`,
      password: randomBytes(18).toString('base64url'),
    })),
  };
};

const planOf = (birth: Birth): WorldPlan => ({
  seed: birth.seed,
  now: Date.parse(birth.now),
  orders: birth.orders,
  offers: birth.offers,
});

const openWorld = (storage: Storage, options: SandboxOptions): { world: World; birth: Birth } => {
  const birth = storage.birth ?? giveBirth(options);
  const world = new World(new SandboxClock(Date.parse(birth.now) - Date.parse(birth.born)), storage);
  for (const { key, username, password } of birth.accounts) {
    const seller = sellers[key === 'fbe' ? 'fbe' : 'main'];
    world.addAccount({
      key,
      username,
      password,
      type: typeOf(key),
      vendorName: seller.vendorName,
      couriers: seller.couriers,
      orders: new Map(),
      offers: new Map(),
      awbs: new Map(),
      rmas: new Map(),
      ledger: [],
      settings: { callbacks: noCallbacks, allowedIps: null },
    });
  }
  if (storage.birth) world.load(storage.records);
  else {
    const generated = generateWorld(planOf(birth));
    for (const account of world.accounts.values()) {
      world.fill(account, generated[account.key === 'fbe' ? 'fbe' : 'main']);
    }
    storage.begin(birth, world.snapshot());
  }
  return { world, birth };
};

const listen = async (server: Server, port: number): Promise<string> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const close = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const deadline = setTimeout(() => server.closeAllConnections(), 2000);
  await closed;
  clearTimeout(deadline);
};

/**
 * Starts the imitated marketplace and its control API, both on loopback. Rejects when a port is taken (`EADDRINUSE`), when
 * another sandbox has the folder (`FolderInUseError`) or when it cannot be used. `report` hears of what went wrong inside while it runs.
 */
export const startSandbox = async (
  options: SandboxOptions,
  report: (error: unknown) => void = () => undefined,
): Promise<RunningSandbox> => {
  const claim = options.dataDir === undefined ? undefined : new FolderClaim(options.dataDir);
  await claim?.check();
  const storage = options.dataDir === undefined ? memoryStorage() : openFolderStorage(options.dataDir);
  const { world, birth } = openWorld(storage, options);
  const faults = new Faults();
  const limiter = new RateLimiter(options.limits);
  const log = new CallLog();
  const modes: Modes = { ignore_wrapped_filters: true };
  const desk = new OrderDesk(world, planOf(birth));
  const callbacks = new Callbacks(world, faults);
  const fetcher = new AttachmentFetcher(world);
  const life = new Life(world, desk, callbacks, options.newOrders, report);
  const routes = buildRoutes({
    fetchLater: (account, orderId, attachment) => fetcher.later(account, orderId, attachment),
  });
  const marketplace = createMarketplaceServer({
    world,
    routes,
    limiter,
    faults,
    log,
    report,
    latencyMs: options.latencyMs,
    ignoreWrappedFilters: () => modes.ignore_wrapped_filters,
  });
  const control = createControlServer({
    world,
    desk,
    callbacks,
    life,
    faults,
    limiter,
    log,
    modes,
    instance: claim?.id ?? '',
  });
  const stop = async (): Promise<void> => {
    life.stop();
    await Promise.all([close(marketplace), close(control), callbacks.close(), fetcher.close()]);
    await storage.close();
    claim?.release();
  };
  try {
    const base = await listen(marketplace, options.port);
    const controlUrl = await listen(control, options.controlPort);
    claim?.take(controlUrl);
    life.start();
    fetcher.resume();
    const accounts = birth.accounts.map(({ key, username, password }) => ({
      key,
      base_url: `${base}/api-3`,
      username,
      password,
    }));
    return { control: controlUrl, accounts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
