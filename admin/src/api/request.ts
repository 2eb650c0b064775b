import { ApiProblem, problemOf } from './problem.js';
import { accessToken, renewedToken } from './session.js';

export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: object;
  /** Seconds that a command waits for its outcome. */
  readonly wait?: number;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
  /** The read must have seen this position; without it, our own last command's. */
  readonly minPosition?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | null;
  readonly position: string | null;
  readonly location: string | null;
}

/** Reads within this time after a command wait until they have seen it. */
const OWN_WRITES_MS = 15_000;
let ownWrite: { readonly position: string; readonly at: number } | null = null;

const ownPosition = (): string | undefined =>
  ownWrite && Date.now() - ownWrite.at < OWN_WRITES_MS ? ownWrite.position : undefined;

const urlOf = (path: string, query: RequestOptions['query'] = {}): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of [value].flat()) parameters.append(name, String(one));
  }
  const text = parameters.toString();
  return `${path.startsWith('/files/') ? '' : '/api/v1'}${path}${text && `?${text}`}`;
};

const send = async (path: string, options: RequestOptions, token: string): Promise<Response> => {
  const { method = 'GET', query, body, wait, ifMatch, idempotencyKey, signal } = options;
  const minPosition = method === 'GET' ? (options.minPosition ?? ownPosition()) : undefined;
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    ...(body && { 'content-type': 'application/json' }),
    ...(wait !== undefined && { prefer: `wait=${wait}` }),
    ...(ifMatch && { 'if-match': ifMatch }),
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    ...(minPosition && { 'x-min-position': minPosition }),
  };
  try {
    return await fetch(urlOf(path, query), {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ status: 0, code: 'network', detail: 'magflow.problem.network' });
  }
};

const problemFrom = async (response: Response): Promise<ApiProblem> =>
  problemOf(response.status, await response.json().catch(() => null));

const fetchOnce = async (path: string, options: RequestOptions): Promise<Response> => {
  const token = await accessToken();
  const response = await send(path, options, token);
  if (response.status !== 401) return response;
  return send(path, options, await renewedToken(token));
};

const fetchOk = async (path: string, options: RequestOptions): Promise<Response> => {
  const response = await fetchOnce(path, options);
  if (response.ok) return response;
  const problem = await problemFrom(response);
  if (problem.code !== 'read-model-behind') throw problem;
  // Rather what is there than nothing: the socket brings the rest as soon as the read model has it.
  ownWrite = null;
  const again = await fetchOnce(path, { ...options, minPosition: undefined });
  if (!again.ok) throw await problemFrom(again);
  return again;
};

/** The one way to the server. @throws ApiProblem */
export const request = async <T>(path: string, options: RequestOptions = {}): Promise<Reply<T>> => {
  const response = await fetchOk(path, options);
  const position = response.headers.get('x-event-position');
  if (position && (options.method ?? 'GET') !== 'GET') ownWrite = { position, at: Date.now() };
  const text = await response.text();
  return {
    status: response.status,
    body: (text ? JSON.parse(text) : null) as T,
    etag: response.headers.get('etag'),
    position,
    location: response.headers.get('location'),
  };
};

/** A file that needs the bearer token, such as a label. @throws ApiProblem */
export const requestFile = async (path: string, query?: RequestOptions['query']): Promise<Blob> =>
  (await fetchOk(path, query ? { query } : {})).blob();
