import { parseLimits } from '../../../src/infrastructure/sandbox/http/rateLimits.js';
import type { SandboxOptions } from '../../../src/infrastructure/sandbox/sandboxOptions.js';
import { startSandbox, type SandboxAccountAccess } from '../../../src/infrastructure/sandbox/startSandbox.js';

export type Json = Record<string, unknown>;

export interface Reply {
  status: number;
  headers: Headers;
  bytes: Buffer;
  /** Parsed body; undefined when it is no JSON. */
  body: Json;
  results: unknown;
}

/** An order as it comes over the wire, as far as tests look at it. */
export interface WireOrder extends Json {
  id: number | string;
  status: number;
  type: number;
  payment_mode_id: number;
  delivery_mode: string;
  modified: string;
  created: string;
  details: { locker_id: string } | [];
  customer: Json;
  products: (Json & { id: number; status: number; quantity: number; initial_qty: number; storno_qty: number })[];
  attachments: Json[];
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface CallOptions {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as it is, instead of JSON. */
  raw?: string;
}

export const toReply = async (response: Response): Promise<Reply> => {
  const bytes = Buffer.from(await response.arrayBuffer());
  let body: Json = {};
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'));
    if (isJson(parsed)) body = parsed;
  } catch {
    body = {};
  }
  return { status: response.status, headers: response.headers, bytes, body, results: body['results'] };
};

/** Calls the marketplace as a seller's program does. */
export class Seller {
  constructor(readonly access: Pick<SandboxAccountAccess, 'base_url' | 'username' | 'password'>) {}

  async call(path: string, body?: unknown, options: CallOptions = {}): Promise<Reply> {
    const url = path.startsWith('/') ? new URL(path, this.access.base_url) : `${this.access.base_url}/${path}`;
    const credentials = Buffer.from(`${this.access.username}:${this.access.password}`).toString('base64');
    const method = options.method ?? 'POST';
    const content = options.raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(url, {
      method,
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json', ...options.headers },
      ...(content === undefined ? {} : { body: content }),
    });
    return toReply(response);
  }

  get(path: string): Promise<Reply> {
    return this.call(path, undefined, { method: 'GET' });
  }

  async orders(filters: Json = {}): Promise<WireOrder[]> {
    return (await this.call('order/read', filters)).results as WireOrder[];
  }

  async order(id: number | string, type = 3): Promise<WireOrder> {
    const [order] = await this.orders({ id, type });
    if (!order) throw new Error(`no order ${id}`);
    return order;
  }

  async count(route: string, filters: Json = {}): Promise<number> {
    return Number(((await this.call(route, filters)).results as Json)['noOfItems']);
  }

  async messages(path: string, body?: unknown): Promise<string> {
    return ((await this.call(path, body)).body['messages'] as string[]).join(' | ');
  }
}

/** What tests ask of the control API. */
export class Control {
  constructor(readonly url: string) {}

  async ask(method: string, path: string, body?: unknown): Promise<Json> {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${this.url}/control${path}`, { method, ...content });
    const answer = (await response.json()) as Json;
    if (response.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async place(changes: Json = {}): Promise<WireOrder> {
    return (await this.ask('POST', '/orders', changes)) as WireOrder;
  }

  change(id: number | string, changes: Json): Promise<Json> {
    return this.ask('POST', `/orders/${id}`, changes);
  }

  advance(seconds: number): Promise<Json> {
    return this.ask('POST', '/clock', { advance_seconds: seconds });
  }

  fault(fault: Json): Promise<Json> {
    return this.ask('POST', '/faults', fault);
  }

  async ledger(account = 'main', orderId?: number | string): Promise<Record<string, Json[]>> {
    const query = orderId === undefined ? '' : `&order_id=${orderId}`;
    const { accounts } = await this.ask('GET', `/ledger?account=${account}${query}`);
    return (accounts as Record<string, Record<string, Json[]>>)[account] ?? {};
  }
}

export const born = Date.parse('2025-11-24T10:00:00Z');

export const smallWorld: SandboxOptions = {
  port: 0,
  controlPort: 0,
  dataDir: undefined,
  seed: 1,
  now: born,
  orders: 300,
  offers: 240,
  limits: parseLimits('off'),
  newOrders: 0,
  latencyMs: 0,
};

/** A sandbox in this process; errors inside it fail the test that closes it. */
export const openSandbox = async (changes: Partial<SandboxOptions> = {}) => {
  const errors: unknown[] = [];
  const running = await startSandbox({ ...smallWorld, ...changes }, (error) => errors.push(error));
  const [main, fbe] = running.accounts;
  if (!main || !fbe) throw new Error('two accounts expected');
  return {
    main: new Seller(main),
    fbe: new Seller(fbe),
    control: new Control(running.control),
    close: async (): Promise<void> => {
      await running.stop();
      if (errors.length > 0) throw new AggregateError(errors, 'the sandbox reported errors');
    },
  };
};

export type OpenSandbox = Awaited<ReturnType<typeof openSandbox>>;

/** A sender or receiver that passes every check. */
export const party = (changes: Json = {}): Json => ({
  name: 'Client Demo',
  contact: 'Client Demo',
  phone1: '+40700000001',
  legal_entity: 0,
  locality_id: 4027,
  street: 'Str. Exemplului nr. 7',
  zipcode: '400001',
  ...changes,
});

/** The order example of reference §18.1. */
export const awbRequest = (orderId: number | string, changes: Json = {}): Json => ({
  order_id: Number(orderId),
  courier_account_id: 30011,
  is_oversize: 0,
  weight: 2,
  envelope_number: 0,
  parcel_number: 1,
  cod: 0,
  insured_value: 0,
  observation: `Comanda ${orderId}`,
  unboxing: 1,
  sender: party({ name: 'Magazin Demo SRL', contact: 'Depozit', phone1: '+40700000002', legal_entity: 1 }),
  receiver: party(),
  ...changes,
});
