import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';
import { signedInFetch } from './transport.js';

/** Shapes of the OpenAPI document, by name. */
export type Schemas = components['schemas'];

/**
 * The one way to the server: routes, parameters and answers are those of the server's own OpenAPI document. A list's files
 * (`?format=`) are downloaded, not read here.
 */
export const api = createClient<paths, 'application/json'>({ baseUrl: '/api/v1', fetch: signedInFetch });

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | null;
  readonly position: string | null;
}

/** The body of a success with what its headers say. @throws ApiProblem */
export const reply = async <T>(call: Promise<{ data?: T; response: Response }>): Promise<Reply<T>> => {
  const { data, response } = await call;
  return {
    status: response.status,
    // Whatever is no success was thrown by the transport.
    body: data as T,
    etag: response.headers.get('etag'),
    position: response.headers.get('x-event-position'),
  };
};

/** @throws ApiProblem */
export const bodyOf = async <T>(call: Promise<{ data?: T; response: Response }>): Promise<T> =>
  (await reply(call)).body;

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** The read must have seen this position; without it, our own last command's. */
  readonly minPosition?: string | undefined;
  /** The answer is a file: its body is a `Blob` then. */
  readonly isFile?: boolean | undefined;
}

export const readInit = ({ signal, minPosition, isFile }: ReadOptions) => ({
  ...(signal && { signal }),
  ...(isFile && { parseAs: 'blob' as const }),
  ...(minPosition && { headers: { 'X-Min-Position': minPosition } }),
});

/** A repetition of the same command after a broken connection is the same command. */
export const once = (commandId: string) => ({ 'Idempotency-Key': commandId });
