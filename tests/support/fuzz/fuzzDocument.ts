import { createAnswerCheck } from '../documentedAnswers.js';
import { hostileBody, hostileText } from './hostile.js';
import { Random } from './random.js';
import { SchemaValues, type Schema } from './schemaValues.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface FuzzDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface FuzzRun {
  readonly baseUrl: string;
  readonly document: FuzzDocument;
  /** Bearer tokens to choose from; null is a request without. */
  readonly tokens: readonly (string | null)[];
  /** Ids that exist, by the name of the path parameter. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  readonly requests: number;
  readonly seed: number;
  readonly inFlight: number;
  /** Routes that would end the run itself, such as a sign-out. */
  readonly without: readonly string[];
}

export interface FuzzReport {
  readonly requests: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly operations: number;
  /** What was a 500, or outside the document, with the request that brought it. */
  readonly findings: readonly string[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
/** Like the request target of a careless client: only what would end the path is escaped. */
const careless = (text: string): string => text.replace(/[?#\s\u0000-\u001f]/g, encodeURIComponent);

const escaped = (text: string, random: Random): string => {
  try {
    return random.chance(0.9) ? encodeURIComponent(text) : careless(text);
  } catch {
    return '%ED%A0%80';
  }
};

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const shown = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}… (${text.length})` : text);

/** Sends requests made from the document, right and wrong ones, and holds every answer against it. */
export const fuzzDocument = async (run: FuzzRun): Promise<FuzzReport> => {
  const random = new Random(run.seed);
  const undocumentedIn = createAnswerCheck();
  const operations = Object.entries(run.document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation && !run.without.includes(`${method} ${path}`) ? [{ path, method, operation }] : [];
    }),
  );
  const { schemas } = run.document.components;
  const byStatus: Record<string, number> = {};
  const findings: string[] = [];

  const requestOf = () => {
    const { path, method, operation } = random.pick(operations);
    const values = new SchemaValues(schemas, random, random.pick([0, 0, 0.05, 0.3]));
    const parameters = operation.parameters ?? [];
    const pathname = path.replace(/\{([a-z_]+)\}/g, (_, name: string) => {
      const existing = run.known[name] ?? [];
      if (existing.length > 0 && random.chance(0.7)) return encodeURIComponent(random.pick(existing));
      const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
      return escaped(random.chance(0.3) ? hostileText(random) : textOf(values.value(parameter?.schema ?? {})), random);
    });
    const query = parameters
      .filter((one) => one.in === 'query' && (one.required === true || random.chance(0.25)))
      .flatMap(({ name, schema }) =>
        [values.value(schema)].flat().map((value) => `${name}=${escaped(textOf(value), random)}`),
      );
    if (random.chance(0.03)) query.push(`${escaped(hostileText(random), random)}=1`);
    const headers: Record<string, string> = { prefer: 'wait=0' };
    const token = random.chance(0.97) ? random.pick(run.tokens) : 'x.y.z';
    if (token !== null) headers['authorization'] = `Bearer ${token}`;
    if (random.chance(0.05))
      headers['idempotency-key'] = random.pick(['k', 'k'.repeat(300), 'a b', `k${random.int(0, 9)}`]);
    if (random.chance(0.05)) headers['if-match'] = random.pick(['"0"', '*', 'x', '"99999999999999999999"']);
    if (random.chance(0.05)) headers['x-min-position'] = random.pick(['0', 'x', '-1', '99999999999999999999']);
    const schema = operation.requestBody?.content['application/json']?.schema;
    let body: string | undefined;
    if (schema !== undefined || (method !== 'get' && random.chance(0.05))) {
      if (random.chance(0.08)) {
        const hostile = hostileBody(random);
        body = hostile.body;
        Object.assign(headers, hostile.headers);
      } else {
        body = JSON.stringify(values.value(schema ?? {})) ?? '';
        headers['content-type'] = 'application/json';
      }
    }
    return {
      method: method.toUpperCase(),
      path: `/api/v1${pathname}${query.length ? `?${query.join('&')}` : ''}`,
      headers,
      body,
    };
  };

  const send = async ({ method, path, headers, body }: ReturnType<typeof requestOf>): Promise<void> => {
    const told = `${method} ${shown(path)} ${body === undefined ? '' : shown(body)}`;
    let response: Response;
    try {
      response = await fetch(`${run.baseUrl}${path}`, {
        method,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
        ...(body !== undefined && { body }),
      });
    } catch (error) {
      findings.push(
        `${told}: no answer (${error instanceof Error ? (error.cause ?? error).toString() : String(error)})`,
      );
      return;
    }
    const text = await response.text();
    byStatus[response.status] = (byStatus[response.status] ?? 0) + 1;
    const contentType = response.headers.get('content-type');
    if (response.status === 500) findings.push(`${told}: ${text}`);
    for (const wrong of undocumentedIn({ method, path, status: response.status, contentType, text })) {
      findings.push(`${told}: ${wrong}`);
    }
  };

  let left = run.requests;
  await Promise.all(
    Array.from({ length: run.inFlight }, async () => {
      while (left > 0) {
        left -= 1;
        await send(requestOf());
      }
    }),
  );
  return { requests: run.requests, byStatus, operations: operations.length, findings };
};
