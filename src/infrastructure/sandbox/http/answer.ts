/** What a route answers: an envelope or other JSON, bytes, or nothing. */
export type Answer =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly bytes: Buffer; readonly contentType: string }
  | { readonly status: 204 };

/** The documented envelope of reference §3.1. */
export interface Envelope {
  isError: boolean;
  messages: unknown[];
  errors: unknown[];
  results: unknown;
}

export const success = (results: unknown, messages: string[] = []): Answer => ({
  status: 200,
  json: { isError: false, messages, errors: [], results } satisfies Envelope,
});

/** A refusal: HTTP 200 with `isError` true, as almost all of them are (§3.6). */
export const refusal = (message: string | string[], results: unknown = []): Answer => ({
  status: 200,
  json: {
    isError: true,
    messages: typeof message === 'string' ? [message] : message,
    errors: [],
    results,
  } satisfies Envelope,
});

export const plain = (status: number, json: unknown): Answer => ({ status, json });

export const invalidUrl: Answer = plain(404, { message: 'Invalid URL' });
export const notAllowed: Answer = plain(403, {
  isError: true,
  messages: ['You are not allowed to use this API.'],
  results: [],
});
