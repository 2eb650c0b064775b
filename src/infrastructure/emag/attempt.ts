import { randomUUID } from 'node:crypto';
import { MarketplaceError, type CallContext } from '../../application/ports/marketplace.js';
import type { CallSummary } from '../../domain/order/orderEvents.js';
import type { Clock } from '../../application/ports/clock.js';
import type { Circuit, CallVerdict, Permission } from './circuit.js';
import { classify, type Answer, type RawAnswer } from './envelope.js';
import type { Governor } from './governor.js';
import { NoAnswer, type HttpTransport } from './httpTransport.js';
import type { CallJournal } from './journal.js';
import type { MarketplaceMetrics } from './marketplaceMetrics.js';
import { encodeRequest, type BodyForms, type Route } from './routes.js';

export interface CallerLogger {
  warn(details: object, message: string): void;
}

/** Where an account's calls go, and as whom. */
export interface AccountAccess {
  readonly key: string;
  /** Ends in `/api-3`. */
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  readonly bodyForms: BodyForms;
}

export interface AttemptParts {
  readonly access: AccountAccess;
  readonly circuit: Circuit;
  readonly governor: Governor;
  readonly transport: HttpTransport;
  readonly journal: CallJournal;
  readonly metrics: MarketplaceMetrics;
  readonly clock: Clock;
  readonly logger: CallerLogger;
}

/** What one try came to. */
export type Attempt =
  | { readonly kind: 'held'; readonly permission: Extract<Permission, { allowed: false }> }
  | { readonly kind: 'no_answer'; readonly mayHaveArrived: boolean; readonly text: string; readonly call: CallSummary }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly raw: RawAnswer; readonly call: CallSummary };

export interface AttemptOptions {
  /** A connection test may call a frozen account. */
  readonly ignoresCircuit?: boolean;
  /** Overrides the account's base URL. */
  readonly baseUrl?: string;
  /** Overrides everything: where a redirection leads. */
  readonly url?: URL;
}

const MAX_REDIRECTIONS = 3;

/**
 * How long a write waits for its slot. Whoever claimed it counts the time since, and takes a silent attempt for one whose
 * answer was lost (blueprint §4, 90 s): a write that left later could happen twice.
 */
const WRITE_PATIENCE_MS = 15_000;

/** Where a document lies instead; only by https or on the same host, since it is the marketplace that says so. */
const redirectionOf = ({ status, headers }: RawAnswer, from: URL): URL | null => {
  const location = headers['location'] ?? '';
  if (status < 300 || status >= 400 || !URL.canParse(location, from.href)) return null;
  const to = new URL(location, from.href);
  return to.protocol === 'https:' || to.origin === from.origin ? to : null;
};

const KEPT_ROWS = 2;

/** For the journal. A long page is known by its first rows: keeping all would hold up the next calls. */
const journalBody = (attempt: Attempt): string | null => {
  if (attempt.kind !== 'answered') return null;
  const { answer, raw } = attempt;
  if (answer.kind !== 'ok' || !Array.isArray(answer.results) || answer.results.length <= KEPT_ROWS)
    return raw.bytes.toString('utf8');
  const { results, messages } = answer;
  const kept = results.slice(0, KEPT_ROWS);
  return JSON.stringify({ isError: false, messages, results: kept, omitted_rows: results.length - KEPT_ROWS });
};

/** A label is bytes, and its errors come as JSON under the same status (reference §18.4). */
const isDocument = ({ status, headers, bytes }: RawAnswer): boolean =>
  status === 200 && (headers['content-type'] ?? '').includes('pdf') && bytes.subarray(0, 4).toString() === '%PDF';

const basic = ({ username, password }: AccountAccess): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 60_000;

const verdictOf = (attempt: Exclude<Attempt, { kind: 'held' }>, isTest = false): CallVerdict => {
  if (attempt.kind === 'no_answer')
    return { code: attempt.mayHaveArrived ? 'marketplace-failing' : 'unreachable', text: attempt.text };
  const { answer, raw } = attempt;
  switch (answer.kind) {
    case 'ok':
      return { code: 'ok', text: '' };
    case 'refused':
      // A row that is not found is the marketplace at work; what a test asks for is always there, at the right address.
      return isTest && raw.status >= 400
        ? { code: 'marketplace-failing', text: `HTTP ${raw.status}: ${answer.text}` }
        : { code: 'ok', text: '' };
    case 'blocked':
      return { code: answer.code, text: answer.text };
    case 'rate_limited':
      return { code: 'rate-limited', text: answer.text || 'The marketplace asks to call less often' };
    case 'failing':
    case 'unreadable':
      return { code: 'marketplace-failing', text: answer.text };
  }
};

/** One call: permission, slot, request, classification, and what the rest of the installation must hear of it. */
export class AttemptRunner {
  private refusedInARow = 0;

  constructor(private readonly parts: AttemptParts) {}

  /**
   * A signal that aborts after the request went out makes `no_answer`.
   * @throws MarketplaceError only before anything was sent: stopped, or neither state nor budget can be read
   */
  async run(
    route: Route,
    payload: Readonly<Record<string, unknown>>,
    context: CallContext,
    options: AttemptOptions = {},
    redirections = 0,
  ): Promise<Attempt> {
    const { access, transport, clock } = this.parts;
    const { query, body } = encodeRequest(access.bodyForms[route.name] ?? route.form, payload);
    const url = options.url ?? new URL(`${options.baseUrl ?? access.baseUrl}/${route.path}${query}`);
    const permission = await this.admit(route, context, options.ignoresCircuit ?? false);
    if (!permission.allowed) return { kind: 'held', permission };

    const startedAt = clock.now();
    const started = performance.now();
    const requestId = randomUUID();
    const summary = (httpStatus: number | null): CallSummary => ({
      route: route.name,
      httpStatus,
      durationMs: Math.round(performance.now() - started),
      requestId,
    });
    let attempt: Exclude<Attempt, { kind: 'held' }>;
    let next: URL | null = null;
    try {
      const raw = await transport.send({
        method: route.method,
        url: url.href,
        authorization: url.origin === new URL(access.baseUrl).origin ? basic(access) : null,
        body,
        timeoutMs: route.timeoutMs,
        isWrite: route.isWrite,
        signal: context.signal,
      });
      if (route.method === 'GET' && redirections < MAX_REDIRECTIONS) next = redirectionOf(raw, url);
      const answer: Answer =
        isDocument(raw) || next ? { kind: 'ok', results: null, messages: [] } : classify(raw, clock.now().getTime());
      attempt = { kind: 'answered', answer, raw, call: summary(raw.status) };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      attempt = { kind: 'no_answer', mayHaveArrived: error.mayHaveArrived, text: error.message, call: summary(null) };
    }
    this.note(route, context, attempt, startedAt, body);
    await this.share(route, attempt, {
      isOurAbort: context.signal?.aborted ?? false,
      isTest: options.ignoresCircuit ?? false,
    });
    return next ? this.run(route, payload, context, { ...options, url: next }, redirections + 1) : attempt;
  }

  private async admit(route: Route, context: CallContext, ignoresCircuit: boolean): Promise<Permission> {
    const { circuit, governor } = this.parts;
    const patience = route.isWrite ? AbortSignal.timeout(WRITE_PATIENCE_MS) : null;
    const signals = [patience, context.signal].filter((signal) => signal instanceof AbortSignal);
    try {
      const permission: Permission = ignoresCircuit ? { allowed: true } : await circuit.permission();
      if (permission.allowed)
        await governor.take(route.bucket, { priority: context.priority, signal: AbortSignal.any(signals) });
      return permission;
    } catch (error) {
      if (error instanceof MarketplaceError) throw error;
      const text = context.signal?.aborted
        ? 'Stopped before it was sent'
        : patience?.aborted
          ? 'No slot was free in time'
          : 'The state of the account cannot be read';
      const failure = new MarketplaceError('rate-limited', text, true, patience?.aborted ? WRITE_PATIENCE_MS : 1_000);
      failure.cause = error;
      throw failure;
    }
  }

  private note(
    route: Route,
    { correlationId, orderId }: CallContext,
    attempt: Exclude<Attempt, { kind: 'held' }>,
    startedAt: Date,
    requestBody: string | null,
  ): void {
    const { access, journal, metrics, logger } = this.parts;
    const { code, text } = verdictOf(attempt);
    const answer = attempt.kind === 'answered' ? attempt.answer : null;
    const outcome = answer?.kind === 'refused' ? 'refused' : code;
    metrics.countCall(access.key, route.name, outcome);
    journal.record({
      account: access.key,
      route: route.name,
      orderId: orderId ?? null,
      correlationId,
      requestId: attempt.call.requestId,
      startedAt,
      durationMs: attempt.call.durationMs,
      httpStatus: attempt.call.httpStatus,
      outcome,
      detail: (answer?.kind === 'refused' ? answer.text : text) || null,
      requestBody,
      responseBody: journalBody(attempt),
    });
    if (answer?.kind === 'unreadable' && answer.isErrorMissing)
      logger.warn(
        { alert: 'is-error-missing', account: access.key, route: route.name, requestId: attempt.call.requestId },
        'The marketplace answered without isError',
      );
    if (answer?.kind === 'blocked')
      logger.warn({ alert: answer.code, account: access.key, route: route.name }, answer.text);
  }

  /** Tells the other processes. A failure to tell must not turn an answer that we have into one that we have not. */
  private async share(
    route: Route,
    attempt: Exclude<Attempt, { kind: 'held' }>,
    { isOurAbort, isTest }: { readonly isOurAbort: boolean; readonly isTest: boolean },
  ): Promise<void> {
    const { access, circuit, governor, logger } = this.parts;
    try {
      if (!(attempt.kind === 'no_answer' && isOurAbort)) await circuit.report(verdictOf(attempt, isTest), { isTest });
      if (attempt.kind !== 'answered') return;
      const { answer, raw } = attempt;
      if (answer.kind === 'rate_limited') {
        const grown = Math.min(FIRST_PAUSE_MS * 2 ** this.refusedInARow, MAX_PAUSE_MS);
        this.refusedInARow += 1;
        await governor.block(route.bucket, Math.max(answer.retryAfterMs ?? grown, FIRST_PAUSE_MS));
      } else {
        this.refusedInARow = 0;
        if (isUsedUp(raw.headers)) await governor.block(route.bucket, FIRST_PAUSE_MS);
      }
    } catch (error) {
      logger.warn({ err: error, account: access.key }, 'The state of the account could not be shared');
    }
  }
}

/**
 * The rate headers say that nothing is left. A limit of 1 is the value that the documentation prints since 2018 and that
 * no longer means anything (reference §5.2).
 */
const isUsedUp = (headers: RawAnswer['headers']): boolean =>
  Object.entries(headers).some(([name, value]) => {
    const window = /^x-ratelimit-remaining-(.+)$/.exec(name)?.[1];
    return window !== undefined && value.trim() === '0' && Number(headers[`x-ratelimit-limit-${window}`]) > 1;
  });
