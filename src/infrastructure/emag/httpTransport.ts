import { Agent, request, type Dispatcher } from 'undici';
import type { RawAnswer } from './envelope.js';

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  /** null for another host than the account's. */
  readonly authorization: string | null;
  readonly body: string | null;
  readonly timeoutMs: number;
  readonly isWrite: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * No answer came. `mayHaveArrived` is false only when no byte of the request can have reached the other side: the name
 * was not found, nobody listened, or the encrypted connection was never agreed.
 */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(
    message: string,
    readonly mayHaveArrived: boolean,
    readonly isTimeout: boolean,
    override readonly cause: unknown,
  ) {
    super(message);
  }
}

const MAX_BYTES = 64 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

const CERTIFICATE = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_PURPOSE)/;

interface Fault {
  readonly code: string;
  readonly syscall: string;
}

/**
 * Several addresses of one name fail as one error that holds the others. Looked at by shape: an error of the runtime is
 * no instance of `Error` where code runs in a context of its own.
 */
const faultsOf = (error: unknown): readonly Fault[] => {
  if (typeof error !== 'object' || error === null) return [];
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
    return error.errors.flatMap(faultsOf);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const syscall = 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : '';
  return [{ code, syscall }];
};

/** By the system call and not by the code alone: "host unreachable" can also end a connection that was in use. */
const neverConnected = ({ code, syscall }: Fault): boolean =>
  syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT' || CERTIFICATE.test(code);

const noAnswer = (error: unknown, timedOut: boolean): NoAnswer => {
  const faults = faultsOf(error);
  const code = faults[0]?.code ?? '';
  if (faults.length > 0 && faults.every(neverConnected)) {
    const text = CERTIFICATE.test(code)
      ? `The certificate of the marketplace is not accepted (${code})`
      : `The marketplace cannot be reached (${code})`;
    return new NoAnswer(text, false, false, error);
  }
  if (timedOut) return new NoAnswer('The marketplace did not answer in time', true, true, error);
  return new NoAnswer(`The connection broke before the answer (${code || String(error)})`, true, false, error);
};

/**
 * HTTP to one account's host. Reads share kept connections. Each write takes a connection of its own: an idle one that
 * the other side is just closing would make it doubtful whether the write arrived.
 */
export class HttpTransport {
  private readonly connect = { timeout: CONNECT_TIMEOUT_MS };
  private readonly reads: Dispatcher;
  private readonly writes: Dispatcher;

  constructor() {
    // As many connections as calls: one that waited for another's answer would leave long after its slot.
    this.reads = new Agent({ connect: this.connect, pipelining: 1, maxResponseSize: MAX_BYTES });
    this.writes = new Agent({ connect: this.connect, pipelining: 0, maxResponseSize: MAX_BYTES });
  }

  /** @throws NoAnswer */
  async send({ method, url, authorization, body, timeoutMs, isWrite, signal }: HttpCall): Promise<RawAnswer> {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await request(url, {
        method,
        dispatcher: isWrite ? this.writes : this.reads,
        headers: {
          ...(authorization !== null && { authorization }),
          accept: 'application/json',
          ...(body !== null && { 'content-type': 'application/json; charset=utf-8' }),
        },
        body,
        headersTimeout: 0,
        bodyTimeout: 0,
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      });
      const bytes = Buffer.from(await answer.body.arrayBuffer());
      return { status: answer.statusCode, headers: flatHeaders(answer.headers), bytes };
    } catch (error) {
      throw noAnswer(error, timeout.aborted);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.reads.destroy(), this.writes.destroy()]);
  }
}

const flatHeaders = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
