import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Arrival {
  readonly at: number;
  readonly route: string;
  readonly authorization: string;
  body: string;
}

export interface Receiver {
  readonly baseUrl: string;
  /** Milliseconds on this process's monotonic clock, in order. */
  readonly arrivals: readonly Arrival[];
  close(): Promise<void>;
}

export type ReceiverAnswer =
  | { readonly status: number; readonly body: string | Buffer; readonly headers?: object }
  /** The connection breaks: at once, or after half of the answer. */
  | 'reset'
  | 'cut'
  | 'silence';

/** Counts calls where they arrive; `answer` decides what each gets, 200 with an empty result by default. */
export const openReceiver = async (
  answer: (call: { index: number; route: string; at: number; body: string }) => ReceiverAnswer = () => ({
    status: 200,
    body: '{"isError":false,"messages":[],"results":[]}',
  }),
): Promise<Receiver> => {
  const arrivals: Arrival[] = [];
  const server: Server = createServer((request, response) => {
    const at = performance.now();
    const route = (request.url ?? '').replace(/^\/api-3\//, '');
    const arrival: Arrival = { at, route, authorization: request.headers.authorization ?? '', body: '' };
    const index = arrivals.push(arrival) - 1;
    request.on('data', (chunk: Buffer) => (arrival.body += chunk.toString()));
    request.on('end', () => {
      const given = answer({ index, ...arrival });
      if (given === 'silence') return;
      if (given === 'reset') return void request.socket.resetAndDestroy();
      if (given === 'cut') {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '900' });
        response.write('{"isError":false,"messages":[],"results":[', () => request.socket.destroy());
        return;
      }
      const { status, body, headers = {} } = given;
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/api-3`,
    arrivals,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** The most arrivals in any window of that length, wherever it begins; a window does not include its end. */
export const mostIn = (times: readonly number[], windowMs: number): number => {
  let first = 0;
  let most = 0;
  times.forEach((at, index) => {
    while ((times[first] ?? at) <= at - windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
};
