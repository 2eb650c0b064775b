import type { Pool } from 'pg';
import { redacted } from './personalFields.js';
import type { PayloadCipher } from './payloadCipher.js';

/** One call at the marketplace, answered or not. */
export interface JournalEntry {
  readonly account: string;
  readonly route: string;
  readonly orderId: string | null;
  readonly correlationId: string;
  readonly requestId: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly httpStatus: number | null;
  /** `ok`, `refused`, `credentials-refused`, `rate-limited`, … */
  readonly outcome: string;
  readonly detail: string | null;
  readonly requestBody: string | null;
  readonly responseBody: string | null;
}

export interface JournalledCall extends Omit<JournalEntry, 'startedAt'> {
  readonly id: string;
  readonly startedAt: string;
}

export interface JournalFailure {
  warn(details: object, message: string): void;
}

const MAX_BODY = 16 * 1024;
/** Redaction parses, and must not hold up the calls of this process. */
const MAX_PARSED = 256 * 1024;
const FLUSH_AFTER_MS = 500;
const FLUSH_AT = 50;
const MAX_WAITING = 5_000;

/** Without personal data and no longer than we want to keep; of what is no JSON or huge only the length. */
const keptBody = (body: string): string => {
  if (body.length > MAX_PARSED) return `[${body.length} characters]`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return `[${body.length} characters that are no JSON]`;
  }
  const text = JSON.stringify(redacted(parsed));
  return text.length <= MAX_BODY ? text : `${text.slice(0, MAX_BODY)} … [${text.length} characters]`;
};

/**
 * The record of every call, kept for 30 days (reference §2.3). Written in batches off the hot path: a crash may lose the
 * last half second, never delay a call. Bodies lose their personal values first and are encrypted then.
 */
export class CallJournal {
  private waiting: JournalEntry[] = [];
  private timer: NodeJS.Timeout | null = null;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly cipher: PayloadCipher,
    private readonly logger: JournalFailure,
  ) {}

  record(entry: JournalEntry): void {
    if (this.waiting.length >= MAX_WAITING) this.waiting.shift();
    this.waiting.push(entry);
    if (this.waiting.length >= FLUSH_AT) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS).unref();
  }

  /** Writes what waits; a failure is logged and what could not be written stays for the next time. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.flushing = this.flushing.then(() => this.write());
    return this.flushing;
  }

  private async write(): Promise<void> {
    const batch = this.waiting;
    if (batch.length === 0) return;
    this.waiting = [];
    try {
      await this.insert(batch);
    } catch (error) {
      this.waiting = [...batch, ...this.waiting].slice(-MAX_WAITING);
      this.logger.warn({ err: error, calls: batch.length }, 'Marketplace calls could not be journalled yet');
    }
  }

  private async insert(batch: readonly JournalEntry[]): Promise<void> {
    const sealed = (body: string | null): Buffer | null => (body === null ? null : this.cipher.seal(keptBody(body)));
    const columns: unknown[][] = [
      batch.map(({ account }) => account),
      batch.map(({ route }) => route),
      batch.map(({ orderId }) => orderId),
      batch.map(({ correlationId }) => correlationId),
      batch.map(({ requestId }) => requestId),
      batch.map(({ startedAt }) => startedAt),
      batch.map(({ durationMs }) => Math.round(durationMs)),
      batch.map(({ httpStatus }) => httpStatus),
      batch.map(({ outcome }) => outcome),
      batch.map(({ detail }) => detail?.replaceAll('\u0000', '') ?? null),
      batch.map(({ requestBody }) => sealed(requestBody)),
      batch.map(({ responseBody }) => sealed(responseBody)),
    ];
    await this.pool.query(
      `insert into ops.marketplace_calls
         (account, route, order_id, correlation_id, request_id, started_at, duration_ms, http_status, outcome, detail,
          request_body, response_body)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::int[],
                            $8::int[], $9::text[], $10::text[], $11::bytea[], $12::bytea[])`,
      columns,
    );
  }
}

interface CallRow {
  id: string;
  account: string;
  route: string;
  order_id: string | null;
  correlation_id: string;
  request_id: string | null;
  started_at: Date;
  duration_ms: number;
  http_status: number | null;
  outcome: string;
  detail: string | null;
  request_body: Buffer | null;
  response_body: Buffer | null;
}

/** The calls about one order, newest first, bodies as they were kept. */
export const callsOfOrder = async (
  pool: Pool,
  cipher: PayloadCipher,
  orderId: string,
  { account = null, limit = 100 }: { account?: string | null; limit?: number } = {},
): Promise<readonly JournalledCall[]> => {
  const { rows } = await pool.query<CallRow>(
    `select id, account, route, order_id, correlation_id, request_id, started_at, duration_ms, http_status, outcome,
            detail, request_body, response_body
       from ops.marketplace_calls
      where order_id = $1 and ($2::text is null or account = $2)
      order by started_at desc, id desc limit $3`,
    [orderId, account, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    account: row.account,
    route: row.route,
    orderId: row.order_id,
    correlationId: row.correlation_id,
    requestId: row.request_id ?? '',
    startedAt: row.started_at.toISOString(),
    durationMs: row.duration_ms,
    httpStatus: row.http_status,
    outcome: row.outcome,
    detail: row.detail,
    requestBody: row.request_body && cipher.open(row.request_body),
    responseBody: row.response_body && cipher.open(row.response_body),
  }));
};
