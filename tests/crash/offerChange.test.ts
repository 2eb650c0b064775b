import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CrashWorld } from '../support/crashWorld.js';
import { eventually } from '../support/eventually.js';

const LIST = '/emag/enhanced/offers/all?account_type=main&items_per_page=1&sort=id';

interface OfferRow {
  readonly offer_id: string;
  readonly sku: string;
  readonly price_net: string;
  readonly min_price_net: string;
  readonly stock: number;
}

const world = new CrashWorld();
let worker: Awaited<ReturnType<CrashWorld['startProcess']>>;
let apis: string[];

const firstOffer = async (api: string): Promise<OfferRow> => {
  world.pointAt(api);
  const [offer] = ((await world.call('GET', LIST))?.body['offers'] ?? []) as OfferRow[];
  if (!offer) throw new Error('There is no offer');
  return offer;
};
const changesOf = async (offerId: string): Promise<unknown[]> => {
  const answer = await fetch(`${world.control}/ledger?account=main`);
  const { accounts } = (await answer.json()) as { accounts: { main: { offer_changes: { offer_id: number }[] } } };
  return accounts.main.offer_changes.filter((change) => String(change.offer_id) === offerId);
};

beforeAll(async () => {
  await world.open();
  worker = await world.startProcess('worker,projector,relay');
  apis = [(await world.startProcess('api')).url, (await world.startProcess('api')).url];
  world.pointAt(apis[0] ?? '');
  const synced = await world.call('POST', '/emag/enhanced/sync/all-products', { account_type: 'main' });
  await eventually(
    () => world.call('GET', `/operations/${String(synced?.body['operation_id'])}`),
    (operation) => operation?.body['state'] === 'succeeded',
    120_000,
  );
});
afterAll(() => world.close());

describe('an offer that is changed through one of two API processes', () => {
  it('is shown changed at once there, soon by the other, and by the marketplace', async () => {
    const [one = '', other = ''] = apis;
    const { offer_id: id, sku, min_price_net: price } = await firstOffer(one);
    // Both keep the page from now on.
    await firstOffer(other);
    world.pointAt(one);
    const changed = await world.call('PATCH', `/offers/main/${id}`, { price_net: price, stock: 7 });
    expect(changed).toMatchObject({ status: 200, body: { price_net: price, stock: 7, sync_status: 'synced' } });
    expect(await firstOffer(one)).toMatchObject({ price_net: price, stock: 7 });
    await eventually(
      () => firstOffer(other),
      ({ stock }) => stock === 7,
      120_000,
    );
    const row = await world.call('GET', `/catalogue/${encodeURIComponent(sku)}?account_type=main`);
    expect(row?.body).toMatchObject({ sku, stock_total: 7, offers: [{ price_net: price }] });
    expect(await changesOf(id)).toHaveLength(1);
  });

  it('is changed once though the worker dies while the marketplace answers', async () => {
    const { offer_id: id } = await firstOffer(apis[0] ?? '');
    const before = (await changesOf(id)).length;
    await world.steer('/faults', { kind: 'slow_after', account: 'main', route: 'offer/save', seconds: 20 });
    const wished = await world.call('PATCH', `/offers/main/${id}`, { status: 0 }, { prefer: 'wait=0' });
    expect(wished?.status).toBe(202);
    await eventually(
      () => changesOf(id),
      (changes) => changes.length === before + 1,
      120_000,
    );
    worker.process.kill('SIGKILL');
    await worker.exit;
    worker = await world.startProcess('worker,projector,relay');
    const operation = await eventually(
      () => world.call('GET', `/operations/${String(wished?.body['operation_id'])}`),
      (answer) => ['succeeded', 'failed'].includes(String(answer?.body['state'])),
      120_000,
    );
    expect(operation?.body).toMatchObject({
      kind: 'change_offer',
      state: 'succeeded',
      result: { offer_id: id, status: 0, sync_status: 'synced' },
      links: { offer: `/api/v1/offers/main/${id}` },
    });
    expect(await changesOf(id)).toHaveLength(before + 1);
  });
});
