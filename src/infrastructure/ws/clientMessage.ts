import { z } from 'zod';

/** What a client may say, in either of its two spellings. */
export type ClientMessage =
  | { readonly type: 'ping' }
  | { readonly type: 'authenticate'; readonly token: string }
  | { readonly type: 'subscribe' | 'unsubscribe'; readonly channel: string };

export interface Unreadable {
  readonly code: 'message-unreadable' | 'message-unknown';
  readonly message: string;
}

const schema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('authenticate'), token: z.string().min(1).max(4_096) }),
  z.object({ type: z.literal('subscribe'), channel: z.string().min(1).max(50) }),
  z.object({ type: z.literal('unsubscribe'), channel: z.string().min(1).max(50) }),
]);

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const isUnreadable = (message: ClientMessage | Unreadable): message is Unreadable => 'code' in message;

export const clientMessageOf = (text: string): ClientMessage | Unreadable => {
  if (text === 'ping') return { type: 'ping' };
  const [, verb, channel] = /^(subscribe|unsubscribe):(.{1,50})$/.exec(text) ?? [];
  if (channel !== undefined) return { type: verb === 'subscribe' ? 'subscribe' : 'unsubscribe', channel };
  const value = readJson(text);
  if (value === undefined) return { code: 'message-unreadable', message: 'Send JSON, ping or subscribe:<channel>' };
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  return { code: 'message-unknown', message: 'Known types are ping, authenticate, subscribe, unsubscribe' };
};
