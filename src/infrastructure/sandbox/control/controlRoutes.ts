import { toNaive, fromNaive } from '../bucharestTime.js';
import { faultKinds, type FaultKind } from '../http/faults.js';
import { intOf, textOf } from '../http/fieldReaders.js';
import type { Fields } from '../http/requestBody.js';
import type { LedgerEntry, Order } from '../model.js';
import { orderView } from '../routes/orderView.js';
import { noCallbacks, type CallbackUrls, type SandboxAccount } from '../world/world.js';
import { ControlError } from './controlError.js';
import type { ControlCall, ControlParts } from './controlParts.js';
import { changeOffer, offerOf, shownOffer } from './offerChanges.js';
import { changeOrder } from './orderChanges.js';

type ControlHandler = (call: ControlCall) => unknown;
type ControlRoute = readonly [method: string, pattern: RegExp, handler: ControlHandler];

const httpUrl = (value: unknown): string | null => {
  if (value === null || value === '') return null;
  const text = textOf(value) ?? '';
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new ControlError(400, `not a URL: ${text}`);
  return text;
};

const callbackUrls = (body: Fields): CallbackUrls => {
  const all = body['url'] === undefined ? null : httpUrl(body['url']);
  const urls: CallbackUrls = { ...noCallbacks };
  for (const kind of ['new_order', 'order_cancelled', 'awb_status', 'rma'] as const)
    urls[kind] = body[kind] === undefined ? all : httpUrl(body[kind]);
  return urls;
};

const sections: Readonly<Record<LedgerEntry['kind'], string>> = {
  awb: 'awbs',
  acknowledge: 'acknowledgements',
  status: 'status_changes',
  attachment: 'attachments',
  attachment_fetch: 'attachment_fetches',
  order_created: 'orders_created',
  offer: 'offer_changes',
  rma: 'rma_changes',
};

const ledgerOf = (account: SandboxAccount, orderId: number | undefined): Record<string, unknown[]> => {
  const ledger: Record<string, unknown[]> = Object.fromEntries(Object.values(sections).map((name) => [name, []]));
  for (const { kind, at, order_id, detail } of account.ledger) {
    if (orderId !== undefined && order_id !== orderId) continue;
    ledger[sections[kind]]?.push({ at, order_id: order_id === null ? null : String(order_id), ...detail });
  }
  return ledger;
};

const positive = (value: unknown, fallback: number): number => {
  const number = value === undefined ? fallback : Number(value);
  if (!Number.isFinite(number) || number < 0) throw new ControlError(400, 'expected a number of at least 0');
  return number;
};

/** Method, path below `/control`, and what it does; docs/sandbox.md describes each for readers. */
export const controlRoutes = (parts: ControlParts): ControlRoute[] => {
  const { world, faults, limiter, log, desk, callbacks, life, modes } = parts;

  const accountOf = (key: string | undefined): SandboxAccount => {
    const account = world.account(key ?? '');
    if (!account) throw new ControlError(404, `no account ${key ?? ''}`);
    return account;
  };
  const orderOf = (id: string | undefined): { account: SandboxAccount; order: Order } => {
    for (const account of world.accounts.values()) {
      const order = account.orders.get(Number(id));
      if (order) return { account, order };
    }
    throw new ControlError(404, `no order ${id ?? ''}`);
  };
  const accountsWanted = (query: URLSearchParams): SandboxAccount[] => {
    const key = query.get('account');
    return key === null ? [...world.accounts.values()] : [accountOf(key)];
  };
  const shown = (account: SandboxAccount, order: Order) => ({
    account: account.key,
    ...orderView(order, account.vendorName),
    id: String(order.id),
  });
  const clock = () => ({
    now: new Date(world.clock.now()).toISOString(),
    local: toNaive(world.clock.now()),
    offset_ms: world.clock.offset,
  });

  const addFault = (body: Fields) => {
    const kind = faultKinds.find((candidate) => candidate === body['kind']);
    if (!kind) throw new ControlError(400, `kind must be one of ${faultKinds.join(', ')}`);
    const lasting: readonly FaultKind[] = ['callback_storm', 'callback_silence'];
    return faults.add({
      kind,
      account: body['account'] === undefined ? undefined : accountOf(textOf(body['account'])).key,
      route: textOf(body['route']),
      times: positive(body['times'], lasting.includes(kind) ? 0 : 1),
      skip: positive(body['skip'], 0),
      after: body['after'] === true,
      seconds: positive(body['seconds'], 5),
    });
  };

  const moveClock = (body: Fields) => {
    const advance = body['advance_seconds'];
    const now = textOf(body['now']);
    const target = now === undefined ? undefined : (fromNaive(now) ?? Date.parse(now));
    if (target !== undefined && Number.isNaN(target)) throw new ControlError(400, `not a time: ${now ?? ''}`);
    if (target !== undefined) world.moveClock(target - Date.now());
    else if (typeof advance === 'number') world.moveClock(world.clock.offset + Math.round(advance * 1000));
    else throw new ControlError(400, 'advance_seconds or now is needed');
    life.tick();
    return clock();
  };

  const placeOrder = ({ account: key, ...changes }: Fields) => {
    const account = accountOf(key === undefined ? 'main' : textOf(key));
    const order = desk.place(account, (made) => changeOrder(made, changes, world.clock.now()));
    if (order.status === 1 && order.complete === 1) callbacks.announce(account, order.id);
    return shown(account, order);
  };

  const mutateOrder = ({ params, body }: ControlCall) => {
    const { account, order } = orderOf(params[0]);
    const changed = changeOrder(order, body, world.clock.now());
    world.saveOrder(account, changed);
    if (order.status !== changed.status) {
      const detail = { from: order.status, to: changed.status, storno: false, by: 'control' };
      world.record(account, 'status', order.id, detail);
      if (changed.status === 0) callbacks.ring(account, 'order_cancelled', order.id);
    }
    return shown(account, changed);
  };

  const addProduct = (body: Fields) => {
    const [ean, partNumberKey] = [textOf(body['ean']) ?? '', textOf(body['part_number_key']) ?? ''];
    if (!/^\d{6,14}$/.test(ean) || partNumberKey === '')
      throw new ControlError(400, 'ean and part_number_key are needed');
    const product = {
      ean,
      partNumberKey,
      name: textOf(body['product_name']) ?? 'Produs',
      brand: textOf(body['brand_name']) ?? 'Marca',
      categoryId: intOf(body['doc_category_id']) ?? 3901,
      category: textOf(body['category_name']) ?? 'Rucsacuri',
    };
    world.foreignProducts.push(product);
    return product;
  };

  return [
    ['GET', /^\/health$/, () => ({ status: 'ok', instance: parts.instance, clock: clock() })],
    ['GET', /^\/clock$/, clock],
    ['POST', /^\/clock$/, ({ body }) => moveClock(body)],
    [
      'GET',
      /^\/accounts$/,
      () =>
        [...world.accounts.values()].map((account) => ({
          key: account.key,
          type: account.type,
          orders: account.orders.size,
          offers: account.offers.size,
          ...account.settings,
        })),
    ],
    [
      'POST',
      /^\/accounts\/([^/]+)\/callback$/,
      ({ params, body }) => {
        const account = accountOf(params[0]);
        world.saveSettings(account, { ...account.settings, callbacks: callbackUrls(body) });
        return account.settings;
      },
    ],
    [
      'POST',
      /^\/accounts\/([^/]+)\/ips$/,
      ({ params, body }) => {
        const account = accountOf(params[0]);
        const given = body['allowed'];
        const allowedIps = Array.isArray(given) ? given.map(String) : null;
        world.saveSettings(account, { ...account.settings, allowedIps });
        return account.settings;
      },
    ],
    [
      'GET',
      /^\/ledger$/,
      ({ query }) => {
        const orderId = intOf(query.get('order_id') ?? undefined);
        return {
          accounts: Object.fromEntries(
            accountsWanted(query).map((account) => [account.key, ledgerOf(account, orderId)]),
          ),
        };
      },
    ],
    [
      'GET',
      /^\/calls$/,
      ({ query }) => ({
        counters: limiter.counters(),
        calls: log.list({
          account: query.get('account') ?? undefined,
          route: query.get('route') ?? undefined,
          limit: positive(query.get('limit') ?? undefined, 500),
        }),
      }),
    ],
    [
      'POST',
      /^\/calls\/reset$/,
      () => {
        limiter.resetCounters();
        log.clear();
        return {};
      },
    ],
    ['GET', /^\/callbacks$/, () => callbacks.rung],
    ['POST', /^\/catalogue$/, ({ body }) => addProduct(body)],
    [
      'GET',
      /^\/offers\/([a-z0-9_]+)\/(\d+)$/,
      ({ params }) => {
        const account = accountOf(params[0]);
        return shownOffer(account, offerOf(account, params[1]));
      },
    ],
    [
      'POST',
      /^\/offers\/([a-z0-9_]+)\/(\d+)$/,
      ({ params, body }) => {
        const account = accountOf(params[0]);
        const changed = changeOffer(offerOf(account, params[1]), body);
        world.saveOffer(account, changed);
        return shownOffer(account, changed);
      },
    ],
    ['POST', /^\/orders$/, ({ body }) => placeOrder(body)],
    [
      'GET',
      /^\/orders\/(\d+)$/,
      ({ params }) => {
        const { account, order } = orderOf(params[0]);
        return shown(account, order);
      },
    ],
    ['POST', /^\/orders\/(\d+)$/, mutateOrder],
    ['POST', /^\/orders\/(\d+)\/cancel$/, ({ params, query }) => mutateOrder({ params, query, body: { status: 0 } })],
    ['GET', /^\/faults$/, () => faults.list()],
    ['POST', /^\/faults$/, ({ body }) => addFault(body)],
    [
      'DELETE',
      /^\/faults(?:\/(\d+))?$/,
      ({ params }) => {
        faults.reset(params[0] ? Number(params[0]) : undefined);
        return faults.list();
      },
    ],
    ['GET', /^\/modes$/, () => modes],
    [
      'POST',
      /^\/modes$/,
      ({ body }) => {
        if (typeof body['ignore_wrapped_filters'] === 'boolean')
          modes.ignore_wrapped_filters = body['ignore_wrapped_filters'];
        return modes;
      },
    ],
  ];
};
