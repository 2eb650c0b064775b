import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { RunFile } from '../../src/infrastructure/supervisor/runFile.js';
import { TestInstallation, until } from '../support/installation.js';
import { buildProgram } from '../support/program.js';

interface Run {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

describe('the data commands on a running installation', () => {
  let installation: TestInstallation;
  let run: RunFile;
  let orderId: string;

  const magflow = async (...args: string[]): Promise<Run> => {
    const started = installation.cli(args);
    return { code: await started.exit, stdout: started.stdout(), stderr: started.stderr() };
  };
  const json = ({ stdout }: Run) => JSON.parse(stdout) as Record<string, unknown>;

  const control = (path: string, body: object): Promise<Response> =>
    fetch(`${run.urls.sandbox_control}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    installation = new TestInstallation(await buildProgram());
    run = await installation.ready(installation.cli(['start'], { MAGFLOW_JOBS: 'off' }));
    // A rung callback would start a sync of its own, and only one runs for an account at a time.
    await control('faults', { kind: 'callback_silence' });
    const placed = await control('orders', { account: 'main' });
    orderId = String(((await placed.json()) as { id: string }).id);
  });

  afterAll(() => installation.clean());

  it('sync orders --wait reads every order of the account once, and the second time finds nothing new', async () => {
    const accounts = (await (await fetch(`${run.urls.sandbox_control}/control/accounts`)).json()) as {
      key: string;
      orders: number;
    }[];
    const expected = accounts.find(({ key }) => key === 'main')?.orders;

    const first = await magflow('sync', 'orders', '--account', 'main', '--mode', 'full', '--wait', '--json');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(json(first)).toMatchObject({
      state: 'succeeded',
      runs: [{ account_type: 'main', kind: 'orders', status: 'completed', created: expected, failed: 0, missing: [] }],
    });

    const second = await magflow('sync', 'orders', '--account', 'main', '--mode', 'full', '--wait', '--json');
    expect(json(second)).toMatchObject({
      state: 'succeeded',
      runs: [{ created: 0, updated: 0, failed: 0, missing: [], requested_by: { kind: 'user', id: 'cli' } }],
    });
  });

  it('sync refuses an account that does not exist', async () => {
    expect(await magflow('sync', 'offers', '--account', 'shop')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'magflow: there is no account shop; there are fbe, main\n',
    });
  });

  it('order show prints the order as it is, with either form of its id', async () => {
    const short = json(await magflow('order', 'show', orderId, '--json'));
    expect(short).toMatchObject({
      id: `main-${orderId}`,
      emag_order_id: orderId,
      account_type: 'main',
      status: 1,
      revision: 0,
    });
    expect(json(await magflow('order', 'show', `main-${orderId}`, '--json'))).toEqual(short);
  });

  it('order show --history prints every event, and --revision and --as-of what they made', async () => {
    const history = json(await magflow('order', 'show', orderId, '--history', '--json'));
    expect(history).toMatchObject({
      order_id: orderId,
      account_type: 'main',
      revision: 0,
      events: [{ revision: 0, type: 'OrderReceived', actor: { kind: 'marketplace' } }],
    });
    expect(json(await magflow('order', 'show', orderId, '--revision', '0', '--json'))).toMatchObject({
      emag_order_id: orderId,
      revision: 0,
      allowed_actions: [],
    });
    expect(await magflow('order', 'show', orderId, '--as-of', '2020-01-01T00:00:00Z')).toMatchObject({
      code: 1,
      stderr: `magflow: order ${orderId} was not known then\n`,
    });
  });

  it('order show says when there is no such order', async () => {
    expect(await magflow('order', 'show', '999999999999')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'magflow: there is no order 999999999999\n',
    });
  });

  it('projections status tells how far each is, and rebuild --wait changes readers over', async () => {
    const { projections } = json(await magflow('projections', 'status', '--json')) as {
      projections: { name: string; state: string; is_running: boolean; parked: number }[];
    };
    expect(projections.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['order_list', 'offers', 'sync_runs', 'operations']),
    );
    expect(projections.every(({ is_running, parked }) => is_running && parked === 0)).toBe(true);

    const rebuilt = await magflow('projections', 'rebuild', 'order_list', '--wait', '--json');
    expect(rebuilt.code).toBe(0);
    expect(json(rebuilt)).toMatchObject({ name: 'order_list', state: 'current' });
    expect(json(await magflow('order', 'show', orderId, '--json'))).toMatchObject({ emag_order_id: orderId });
  });

  it('projections parked lists none, and replay of an unknown one fails', async () => {
    expect(json(await magflow('projections', 'parked', '--json'))).toEqual({ items: [], total: 0 });
    expect(await magflow('projections', 'replay', '17')).toMatchObject({
      code: 1,
      stderr: 'magflow: there is no parked event 17\n',
    });
  });

  it('user create prints a one-time password that signs in, once per name', async () => {
    const created = await magflow('user', 'create', 'ana', '--role', 'operator');
    expect(created.code).toBe(0);
    const password = /^One-time password of ana: (\S+)$/m.exec(created.stdout)?.[1];
    const login = await fetch(`${run.urls.api}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'ana', password }),
    });
    expect(login.status).toBe(200);

    expect(await magflow('user', 'create', 'ana')).toMatchObject({
      code: 1,
      stderr: 'magflow: there is a user ana already\n',
    });
    expect(await magflow('user', 'create', 'ion', '--role', 'owner')).toMatchObject({ code: 2 });
  });

  it('user set-password ends the old password', async () => {
    const first = await magflow('user', 'set-password', 'ana');
    const second = await magflow('user', 'set-password', 'ana');
    const passwords = [first, second].map(({ stdout }) => /: (\S+)$/m.exec(stdout)?.[1]);
    const signIn = async (password: string | undefined): Promise<number> => {
      const answer = await fetch(`${run.urls.api}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'ana', password }),
      });
      return answer.status;
    };
    expect(await signIn(passwords[0])).toBe(401);
    expect(await signIn(passwords[1])).toBe(200);
  });

  it('shows a person whose key was erased nowhere any more, once the read model was rebuilt', async () => {
    const database = new pg.Client({ connectionString: run.database_url });
    await database.connect();
    try {
      const { rows } = await database.query<{ person: string }>(
        `select convert_from(data, 'UTF8')::jsonb ->> 'personId' as person
           from eventstore.events where stream = $1 and revision = 0`,
        [`order-main-${orderId}`],
      );
      // As docs/operations.md says.
      const erased = await database.query(
        `update ops.person_keys set wrapped_key = null, erased_at = now()
          where person_id = $1 and wrapped_key is not null`,
        [rows[0]?.person],
      );
      expect(erased.rowCount).toBe(1);
    } finally {
      await database.end();
    }
    // A projector may have the key in its memory for some seconds.
    const shown = await until(async () => {
      expect(await magflow('projections', 'rebuild', 'order_list', '--wait')).toMatchObject({ code: 0 });
      const view = json(await magflow('order', 'show', orderId, '--json'));
      return view['customer_name'] === '[erased]' ? view : undefined;
    });
    expect(shown).toMatchObject({ customer_name: '[erased]', shipping_address: { name: '[erased]' } });
    const history = await magflow('order', 'show', orderId, '--revision', '0', '--json');
    expect(json(history)).toMatchObject({ customer_name: '[erased]' });
  });
});
