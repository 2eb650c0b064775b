import { booleanOrNull, displayText, objectOf, textOf } from './rawValues.js';

/** An HTTP answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/**
 * The outcomes of reference §23.3. `blocked` freezes the account; `rate_limited` and `failing` pass; `unreadable` is an
 * answer that is no envelope, so what it stands for is unknown.
 */
export type Answer =
  | { readonly kind: 'ok'; readonly results: unknown; readonly messages: readonly string[] }
  | { readonly kind: 'refused'; readonly code: string; readonly text: string }
  | { readonly kind: 'blocked'; readonly code: 'credentials-refused' | 'ip-refused'; readonly text: string }
  | { readonly kind: 'rate_limited'; readonly retryAfterMs: number | null; readonly text: string }
  | { readonly kind: 'failing'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string; readonly isErrorMissing: boolean };

const MAX_TEXT = 1_000;
const RETRY_AFTER_CAP_MS = 60_000;

const ownText = (message: unknown): string => {
  if (typeof message !== 'object') return displayText(message);
  const { message: text, text: other, field } = objectOf(message);
  const words = displayText(text) || displayText(other) || JSON.stringify(message);
  return textOf(field) ? `${textOf(field)}: ${words}` : words;
};

/** Messages are a list of strings or of objects, one string, or an object keyed by anything (reference §3.1). */
export const messagesOf = (value: unknown): readonly string[] => {
  if (value === null || value === undefined || value === '') return [];
  const list = Array.isArray(value) ? value : typeof value === 'object' ? Object.values(value) : [value];
  return list.map(ownText).filter((text) => text !== '' && text !== 'null');
};

const joined = (messages: readonly string[], fallback: string): string =>
  (messages.join(' ') || fallback).slice(0, MAX_TEXT);

/** Seconds or an HTTP date; at most a minute, since the header is undocumented (reference §5.2). */
export const retryAfterMs = (header: string | undefined, now: number): number | null => {
  if (header === undefined || header.trim() === '') return null;
  const seconds = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), RETRY_AFTER_CAP_MS) : null;
};

const blockedBy = (text: string): Extract<Answer, { kind: 'blocked' }> | null => {
  const ip = /invalid vendor ip(?:\s*\[([^\]]{1,64})\])?/i.exec(text);
  if (ip) {
    const seen = ip[1] ? ` ${ip[1]}` : '';
    return {
      kind: 'blocked',
      code: 'ip-refused',
      text: `The marketplace refuses the address${seen}: add it to the allowed addresses of this account`,
    };
  }
  if (/not allowed to use this api/i.test(text)) return credentialsRefused(text);
  return null;
};

const credentialsRefused = (text: string): Extract<Answer, { kind: 'blocked' }> => ({
  kind: 'blocked',
  code: 'credentials-refused',
  text: `The marketplace refuses user and password, or the user has no API right: ${text}`.slice(0, MAX_TEXT),
});

const refusalCode = (text: string, status: number): string => {
  if (/resource locked for processing/i.test(text)) return 'resource-locked';
  if (/already in progress/i.test(text)) return 'already-in-progress';
  if (/maximum input vars/i.test(text)) return 'too-large';
  return status === 404 ? 'not-found' : 'refused';
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};

/** What a page of HTML says, for a log line. */
const gist = (text: string): string =>
  text
    .replaceAll(/<[^>]{0,2000}>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200);

/**
 * Reads an answer by status and shape first, by text only for the few known sentences. The IP refusal is looked for in
 * messages and in what is no JSON, never in the rows of a good answer, where a customer could have written it.
 */
export const classify = ({ status, headers, bytes }: RawAnswer, now: number): Answer => {
  const text = bytes.toString('utf8');
  const json = parsed(text);
  const envelope = objectOf(json);
  const messages = [...messagesOf(envelope['messages']), ...messagesOf(envelope['message'])];
  const isError = booleanOrNull(envelope['isError']);
  const words = joined([...messages, ...messagesOf(envelope['errors'])], json === undefined ? gist(text) : '');

  if (!(status === 200 && isError === false)) {
    const blocked = blockedBy(words);
    if (blocked) return blocked;
  }
  if (status === 429)
    return { kind: 'rate_limited', retryAfterMs: retryAfterMs(headers['retry-after'], now), text: words };
  if (status === 401 || status === 403) return credentialsRefused(words || `HTTP ${status}`);
  if (status >= 500 || status === 408) return { kind: 'failing', text: `HTTP ${status} ${words}`.trim() };
  if (status === 204) return { kind: 'ok', results: null, messages: [] };
  if (status >= 300 && status < 400)
    return { kind: 'unreadable', text: `HTTP ${status}: a redirection, not an answer`, isErrorMissing: false };
  if (status >= 400) return { kind: 'refused', code: refusalCode(words, status), text: words || `HTTP ${status}` };

  if (text.trim() === '') return { kind: 'unreadable', text: 'The answer is empty', isErrorMissing: true };
  if (json === undefined)
    return { kind: 'unreadable', text: `The answer is no JSON: ${gist(text)}`, isErrorMissing: true };
  if (isError === null)
    return { kind: 'unreadable', text: `The answer has no isError: ${words}`, isErrorMissing: true };
  if (isError) return { kind: 'refused', code: refusalCode(words, status), text: words || 'Refused without a reason' };
  return { kind: 'ok', results: envelope['results'] ?? null, messages };
};
