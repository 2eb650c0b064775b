import { plain, notAllowed, refusal, type Answer } from './answer.js';
import { isFields } from './requestBody.js';

/** The fault catalogue of reference §24.2; docs/sandbox.md describes each. */
export const faultKinds = [
  'rate_limited',
  'http_500',
  'http_502',
  'http_504',
  'reset_before',
  'reset_after',
  'empty_200',
  'html_200',
  'no_is_error',
  'message_objects',
  'results_null',
  'results_object',
  'duplicate_rows',
  'shifted_rows',
  'locked',
  'count_integers',
  'slow_before',
  'slow_after',
  'credentials',
  'ip',
  'enforced_empty',
  'details_empty',
  'callback_storm',
  'callback_silence',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface FaultRequest {
  kind: FaultKind;
  /** Both accounts when absent. */
  account?: string | undefined;
  /** `order/acknowledge`, or `awb/*`; every route when absent. */
  route?: string | undefined;
  /** How many calls; 0 is until reset. */
  times: number;
  /** Matching calls that pass unharmed first. */
  skip: number;
  /** For the answers that replace the real one: process the call first, so that only the answer is lost. */
  after: boolean;
  seconds: number;
}

export interface Fault extends FaultRequest {
  readonly id: number;
  hits: number;
}

const matches = (pattern: string | undefined, route: string): boolean => {
  if (pattern === undefined || pattern === '*') return true;
  return pattern.endsWith('*') ? route.startsWith(pattern.slice(0, -1)) : pattern === route;
};

/** What tests have asked to go wrong. Kept in memory only: a restart is healthy. */
export class Faults {
  private readonly active: Fault[] = [];
  private nextId = 1;

  add(request: FaultRequest): Fault {
    const fault = { ...request, id: this.nextId, hits: 0 };
    this.nextId += 1;
    this.active.push(fault);
    return fault;
  }

  list(): readonly Fault[] {
    return this.active;
  }

  /** Ends one fault, or all; what has run out is listed until then. */
  reset(id?: number): void {
    const kept = id === undefined ? [] : this.active.filter((fault) => fault.id !== id);
    this.active.splice(0, this.active.length, ...kept);
  }

  /** The faults that this call suffers, each used up by one. `route` is the path with ids left out. */
  take(account: string, route: string): Fault[] {
    return this.active.filter((fault) => {
      if (fault.kind.startsWith('callback_')) return false;
      if (fault.account !== undefined && fault.account !== account) return false;
      if (!matches(fault.route, route)) return false;
      if (fault.skip > 0) {
        fault.skip -= 1;
        return false;
      }
      if (fault.times > 0 && fault.hits >= fault.times) return false;
      fault.hits += 1;
      return true;
    });
  }

  /** Faults of the callbacks last until they are reset. */
  callback(account: string, kind: 'callback_storm' | 'callback_silence'): boolean {
    return this.active.some((fault) => fault.kind === kind && (fault.account ?? account) === account);
  }
}

const html = (status: number, title: string): Answer => ({
  status,
  bytes: Buffer.from(
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
  ),
  contentType: 'text/html',
});

export const rateLimited: Answer = plain(429, { message: 'API rate limit exceeded' });

/** The answer that stands in the real one's place, if this kind of fault has one. */
export const replacementOf = (kind: FaultKind, ip: string): Answer | undefined => {
  switch (kind) {
    case 'rate_limited':
      return rateLimited;
    case 'http_500':
      return html(500, '500 Internal Server Error');
    case 'http_502':
      return html(502, '502 Bad Gateway');
    case 'http_504':
      return html(504, '504 Gateway Time-out');
    case 'empty_200':
      return { status: 200, bytes: Buffer.alloc(0), contentType: 'application/json' };
    case 'html_200':
      return html(200, 'Site-ul este in mentenanta');
    case 'locked':
      return refusal('Resource locked for processing. Please try again later.');
    case 'credentials':
      return notAllowed;
    case 'ip':
      return refusedIp(ip);
    default:
      return undefined;
  }
};

export const refusedIp = (ip: string): Answer =>
  plain(200, { isError: true, messages: [`ERROR: Invalid vendor ip [${ip}]`], results: [] });

const mapRows = (results: unknown, change: (row: Record<string, unknown>) => Record<string, unknown>): unknown =>
  Array.isArray(results) ? results.map((row: unknown) => (isFields(row) ? change(row) : row)) : results;

const integers = (results: unknown): unknown =>
  isFields(results) ? Object.fromEntries(Object.entries(results).map(([key, value]) => [key, Number(value)])) : results;

/** Bends a real answer; kinds that do not bend leave it alone. */
export const bend = (kind: FaultKind, answer: Answer): Answer => {
  if (!('json' in answer) || !isFields(answer.json)) return answer;
  const body = answer.json;
  const withBody = (json: unknown): Answer => ({ status: answer.status, json });
  switch (kind) {
    case 'no_is_error': {
      const { isError: _dropped, ...rest } = body;
      return withBody(rest);
    }
    case 'message_objects': {
      const messages = Array.isArray(body['messages']) ? (body['messages'] as unknown[]) : [];
      const shown = messages.length > 0 ? messages : ['Notice'];
      return withBody({
        ...body,
        messages: shown.map((message, i) => (i % 2 === 0 ? { message } : { text: message })),
      });
    }
    case 'results_null':
      return withBody({ ...body, results: null });
    case 'results_object':
      return withBody({ ...body, results: Array.isArray(body['results']) ? { ...body['results'] } : body['results'] });
    case 'count_integers':
      return withBody({ ...body, results: integers(body['results']) });
    case 'enforced_empty':
      return withBody({
        ...body,
        results: mapRows(body['results'], (row) => ({ ...row, enforced_vendor_courier_accounts: [] })),
      });
    case 'details_empty':
      return withBody({ ...body, results: mapRows(body['results'], (row) => ({ ...row, details: [] })) });
    default:
      return answer;
  }
};
