import { CrashWorld } from '../crashWorld.js';
import { eventually } from '../eventually.js';
import { fuzzDocument, type FuzzDocument, type FuzzReport } from '../fuzz/fuzzDocument.js';

const PASSWORD = 'a-password-for-tests';
const FIRST_PASSWORD = 'a-first-password';

/** Would end the sessions that the run lives on, or ask for more reading than a test has time for. */
const WITHOUT = ['post /auth/logout', 'post /auth/password', 'post /auth/refresh-token', 'post /jobs/{name}/run'];

const rowsOf = (body: Record<string, unknown> | undefined): readonly Record<string, unknown>[] => {
  const rows = Object.values(body ?? {}).find((value) => Array.isArray(value));
  return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
};

const post = async (url: string, body: object, token?: string): Promise<string> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`);
  return text;
};

const signedIn = async (api: string, username: string, password: string): Promise<string> =>
  (JSON.parse(await post(`${api}/auth/login`, { username, password })) as { access_token: string }).access_token;

/** A user with a password of their own: the first one is for one use. */
const tokenOf = async (api: string, role: string, admin: string): Promise<string> => {
  await post(`${api}/users`, { username: role, password: FIRST_PASSWORD, roles: [role] }, admin);
  const change = { current_password: FIRST_PASSWORD, new_password: PASSWORD };
  await post(`${api}/auth/password`, change, await signedIn(api, role, FIRST_PASSWORD));
  return signedIn(api, role, PASSWORD);
};

/** A whole program with demonstration orders, some of them worked on, asked by its own document. */
export const fuzzTheDoor = async (size: { requests: number; seed: number }): Promise<FuzzReport> => {
  const world = new CrashWorld();
  try {
    await world.open();
    await world.startRoles();
    const fresh = [await world.newOrder(), await world.newOrder(), await world.newOrder()];
    await world.sync();
    const api = `${world.url}/api/v1`;
    const admin = await signedIn(api, 'admin', PASSWORD);
    const tokens = [admin, await tokenOf(api, 'operator', admin), await tokenOf(api, 'auditor', admin), null];
    const list = async (path: string) => rowsOf((await world.call('GET', path))?.body);
    const orders = await list('/emag/orders/list?items_per_page=100');
    for (const id of fresh) {
      await world.call('POST', `/emag/orders/${id}/acknowledge`, {});
      await world.call('POST', `/emag/phase2/awb/${id}/generate`, {});
    }
    const invoiced = orders.find(({ status, type }) => status === 4 && type === 3);
    if (invoiced) await world.call('POST', `/emag/phase2/invoice/${String(invoiced['id'])}/generate`, {});
    const awbs = await eventually(
      () => list('/awbs'),
      (rows) => rows.length > 0,
      120_000,
    );
    const invoices = await list('/invoices');
    const operations = await list('/operations');
    const runs = await list('/emag/sync-runs');
    const offers = await list('/emag/enhanced/offers/all');
    const ids = (rows: readonly Record<string, unknown>[], name = 'id') =>
      rows.flatMap((row) => (typeof row[name] === 'string' ? [row[name]] : []));
    const document = (await (await fetch(`${api}/openapi.json`)).json()) as FuzzDocument;
    const report = await fuzzDocument({
      baseUrl: world.url,
      document,
      tokens,
      known: {
        order_id: [...ids(orders), ...ids(orders, 'emag_order_id')],
        awb_number: ids(awbs, 'awb_number'),
        number: ids(invoices, 'number'),
        id: [...ids(operations), ...ids(runs), ...ids(offers, 'offer_id')],
        account: ['main', 'fbe'],
        key: ['main', 'fbe'],
        sku: ids(offers, 'sku'),
      },
      requests: size.requests,
      seed: size.seed,
      inFlight: 8,
      without: WITHOUT,
    });
    const explained = report.findings.map((finding) => {
      const traceId = /"trace_id":"([0-9a-f]+)"/.exec(finding)?.[1];
      return traceId === undefined ? finding : `${finding}\n${world.logOf(traceId)}`;
    });
    return { ...report, findings: explained };
  } finally {
    await world.close();
  }
};
