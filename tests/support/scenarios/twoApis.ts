import WebSocket from 'ws';
import type { CrashWorld } from '../crashWorld.js';
import { eventually } from '../eventually.js';

export interface TwoApisSize {
  /** Sockets at each of the two processes. */
  readonly sockets: number;
  /** New orders, half before the kill and half while its clients are away. */
  readonly orders: number;
}

interface Envelope {
  readonly id?: string;
  readonly type: string;
  readonly data?: { readonly order_id?: string };
}

/** A client as somebody else writes it: knows the address, the token and the last id that it heard. */
class LiveClient {
  readonly heard: string[] = [];
  errors: Envelope[] = [];
  private lastId: string | null = null;
  private socket: WebSocket | null = null;

  constructor(private readonly token: string) {}

  async connect(url: string): Promise<void> {
    const query = this.lastId === null ? '' : `?last_id=${encodeURIComponent(this.lastId)}`;
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/orders${query}`, ['bearer', this.token]);
    this.socket = socket;
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (text) => {
        const message = JSON.parse(String(text)) as Envelope;
        if (message.type === 'connection_established') resolve();
        if (message.type === 'error') this.errors.push(message);
        if (message.id !== undefined) this.lastId = message.id;
        if (message.type === 'order_new') this.heard.push(message.data?.order_id ?? '');
      });
    });
    // From now on the peer may die: that is what this is about.
    socket.removeAllListeners('error');
    socket.on('error', () => undefined);
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  close(): void {
    this.socket?.terminate();
  }
}

export interface TwoApisResult {
  /** Order ids in the order in which the marketplace got them. */
  readonly made: readonly string[];
  /** What each client heard of, first those that stayed, then those that moved. */
  readonly heard: readonly (readonly string[])[];
  readonly errors: readonly unknown[];
}

const makeOrders = async (world: CrashWorld, count: number): Promise<string[]> => {
  const made: string[] = [];
  for (let one = 0; one < count; one += 1) made.push(await world.newOrder());
  await world.sync();
  return made;
};

/**
 * Two API processes with sockets each; one is killed, and its clients go on at the other from their last id, while
 * orders come. Returns what was made and what each client heard.
 */
export const runTwoApis = async (world: CrashWorld, { sockets, orders }: TwoApisSize): Promise<TwoApisResult> => {
  await world.startProcess('worker,projector,relay');
  const [doomed, staying] = [await world.startProcess('api'), await world.startProcess('api')];
  world.pointAt(staying.url);
  // The first sync reads what there is, and is told as what it is: no message for each order.
  await world.sync();
  const token = await world.accessToken();
  const clientsAt = async (url: string) => {
    const clients = Array.from({ length: sockets }, () => new LiveClient(token));
    for (const client of clients) await client.connect(url);
    return clients;
  };
  const stayed = await clientsAt(staying.url);
  const moved = await clientsAt(doomed.url);
  const all = [...stayed, ...moved];
  try {
    const half = Math.ceil(orders / 2);
    const made = await makeOrders(world, half);
    await eventually(
      () => all.filter(({ heard }) => heard.length >= made.length).length,
      (complete) => complete === all.length,
      120_000,
    );
    doomed.process.kill('SIGKILL');
    await doomed.exit;
    await eventually(
      () => moved.filter(({ isOpen }) => isOpen).length,
      (open) => open === 0,
      120_000,
    );
    // Half of them are away while the next orders come, half come back while they do.
    const away = makeOrders(world, orders - half);
    for (const client of moved.slice(0, Math.floor(sockets / 2))) await client.connect(staying.url);
    made.push(...(await away));
    for (const client of moved.slice(Math.floor(sockets / 2))) await client.connect(staying.url);
    await eventually(
      () => all.filter(({ heard }) => heard.length >= made.length).length,
      (complete) => complete === all.length,
      120_000,
    );
    return { made, heard: all.map(({ heard }) => heard), errors: all.flatMap(({ errors }) => errors) };
  } finally {
    for (const client of all) client.close();
  }
};
