import type { IncomingMessage } from 'node:http';

export type Fields = Record<string, unknown>;

/** What a caller sent, in any of the encodings A to D of reference §2.2. */
export interface RequestBody {
  /** JSON, a form, or nothing at all. */
  readonly kind: 'json' | 'form' | 'empty' | 'malformed';
  readonly value: unknown;
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Bytes above which nothing is read: 4,000 values with long descriptions still fit. */
const BODY_LIMIT = 8 * 1024 * 1024;

export const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const place = (target: Map<string, unknown>, path: readonly string[], value: string): void => {
  let here = target;
  for (const [index, part] of path.entries()) {
    const key = part === '' ? String(here.size) : part;
    if (index === path.length - 1) {
      here.set(key, value);
      return;
    }
    const next = here.get(key);
    const inner = next instanceof Map ? (next as Map<string, unknown>) : new Map<string, unknown>();
    here.set(key, inner);
    here = inner;
  }
};

const toPlain = (value: unknown): unknown => {
  if (!(value instanceof Map)) return value;
  const entries = [...(value as Map<string, unknown>)].map(([key, inner]) => [key, toPlain(inner)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
};

/** PHP's reading of a form or query: `data[0][id]=1` nests, `status[]=1` appends. */
export const parseForm = (text: string): Fields => {
  const root = new Map<string, unknown>();
  for (const [name, value] of new URLSearchParams(text)) {
    const head = /^[^[]+/.exec(name)?.[0];
    if (head === undefined) continue;
    const rest = [...name.slice(head.length).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
    if (rest.length < 12) place(root, [head, ...rest], value);
  }
  const plain = toPlain(root);
  return isFields(plain) ? plain : { ...(plain as unknown[]) };
};

export const parseBody = (contentType: string, bytes: Buffer): RequestBody => {
  const text = bytes.toString('utf8').trim();
  if (text === '') return { kind: 'empty', value: undefined };
  if (contentType.includes('x-www-form-urlencoded') && !/^[[{]/.test(text))
    return { kind: 'form', value: parseForm(text) };
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'malformed', value: undefined };
  }
};

/** Scalars anywhere in the request; above 4,000 the service refuses it (reference §2.3). */
export const countLeaves = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return value === undefined ? 0 : 1;
  let leaves = 0;
  for (const inner of Object.values(value)) leaves += countLeaves(inner);
  return leaves;
};

/**
 * Filters of a read or count. A JSON body with `data` is the trap of §2.2: what is wrapped is ignored and everything comes
 * back. Forms may be wrapped.
 */
export const filtersOf = (body: RequestBody, ignoreWrapped: boolean): Fields => {
  if (!isFields(body.value)) return {};
  const { data, ...flat } = body.value;
  if (!isFields(data)) return flat;
  return body.kind === 'form' || !ignoreWrapped ? { ...flat, ...data } : flat;
};

/** The payload of a save, bare or under `data`. */
export const payloadOf = (body: RequestBody): unknown => {
  if (isFields(body.value) && 'data' in body.value) return body.value['data'];
  return body.value;
};
