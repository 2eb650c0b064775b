import type { CDPSession, WebSocketRoute } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import type { PanelWorld } from './panelWorld.js';

const AT_ONCE = 100;
const PAUSE_MS = 60;
/** One message of five is a new order, whose id the list remembers until somebody loads it. */
const NEW_EVERY = 5;

export interface LiveHeap {
  /** Bytes in use after forced collections. */
  readonly before: number;
  readonly after: number;
  /** How many new orders the list tells of. */
  readonly told: number;
}

/** Three times, since what one collection frees may have held what the next one can. */
const collected = async (session: CDPSession): Promise<number> => {
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
};

/**
 * Messages of the live socket as the server would send them, in the mix of a busy day, through the panel's own
 * connection: changes of orders on the page and elsewhere, new orders, AWBs, offers, syncs, notifications.
 */
const messageOf = (index: number, account: string, listed: readonly string[]): object => {
  const ofListed = { account_type: account, order_id: listed[index % listed.length] };
  const elsewhere = { account_type: account, order_id: String(900_000_000 + index) };
  const kinds = [
    { type: 'order_new', data: { ...elsewhere, status: 1, status_name: 'new' } },
    { type: 'order_status_change', data: { ...ofListed, old_status: 'new', new_status: 'in_progress' } },
    { type: 'awb_generated', data: { ...elsewhere, awb_number: String(index) } },
    { type: 'notification', data: { kind: 'order_new', ...elsewhere } },
    index % 2 === 0
      ? { type: 'offer_changed', data: { account_type: account, offer_id: String(index), stock: index } }
      : { type: 'sync_progress', data: { account_type: account, kind: 'offers', processed: index, sync_run_id: 'x' } },
  ];
  return {
    id: `heap-${index}`,
    ...kinds[index % NEW_EVERY],
    timestamp: new Date(index).toISOString(),
    // Read long ago: nobody waits for it.
    position: '1',
  };
};

/** Lets an open list of orders hear `events` live messages and tells its heap before and after. */
export const runLiveEvents = async (world: PanelWorld, events: number): Promise<LiveHeap> => {
  const page = await world.page();
  let live: WebSocketRoute | undefined;
  await page.routeWebSocket(/\/ws\/notifications/, (route) => {
    route.connectToServer();
    live = route;
  });
  await page.goto(`${world.home}/orders?tab=all`);
  await page.locator('[data-live="live"]').waitFor();
  await world.settled(page);
  const { orders } = await world.call('GET', '/emag/orders/list?items_per_page=25');
  const rows = orders as { emag_order_id: string; account_type: string }[];
  const account = rows[0]?.account_type ?? '';
  const listed = rows.filter((row) => row.account_type === account).map(({ emag_order_id }) => emag_order_id);

  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const hear = async (from: number, to: number): Promise<void> => {
    for (let index = from; index < to; index += 1) {
      live?.send(JSON.stringify(messageOf(index, account, listed)));
      if (index % AT_ONCE === AT_ONCE - 1) await page.waitForTimeout(PAUSE_MS);
    }
  };
  // The first messages bring code that is loaded on demand: it is no trace of an event.
  await hear(0, AT_ONCE);
  await page.getByTestId('new-orders').waitFor();
  await world.settled(page);
  const before = await collected(session);
  await hear(AT_ONCE, events);
  const arrived = async (): Promise<number> =>
    Number(((await page.getByTestId('new-orders').textContent()) ?? '').replace(/\D/g, ''));
  const told = await eventually(arrived, (count) => count >= events / NEW_EVERY, 120_000);
  await world.settled(page);
  const after = await collected(session);
  return { before, after, told };
};
