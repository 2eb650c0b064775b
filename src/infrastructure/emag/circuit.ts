import type { Pool } from 'pg';
import type { AccountState, AccountStateCode } from '../../application/ports/marketplace.js';

/** What a call tells about its account. */
export interface CallVerdict {
  readonly code: Exclude<AccountStateCode, 'unknown'>;
  readonly text: string;
}

export type Permission =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly code: Exclude<AccountStateCode, 'ok' | 'unknown'>;
      readonly text: string;
      /** null: not before somebody repaired it. */
      readonly retryAfterMs: number | null;
    };

const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE_SECONDS = 10;
const MAX_PAUSE_SECONDS = 300;
/** A probe that never reported back does not close the door for longer than this. */
const PROBE_SECONDS = 120;
/** A healthy account writes its state at most this often. */
const OK_EVERY_MS = 5_000;

interface CircuitRow {
  code: AccountStateCode;
  text: string;
  checked_at: Date | null;
  wait_ms: number | null;
  configuration_digest: string | null;
}

/** Calls that were under way when the account froze prove nothing: only a test, or another configuration, thaws it. */
const MAY_REPLACE = `c.code not in ('credentials-refused', 'ip-refused')
  or c.configuration_digest is distinct from excluded.configuration_digest`;

const isFrozen = (code: AccountStateCode): code is 'credentials-refused' | 'ip-refused' =>
  code === 'credentials-refused' || code === 'ip-refused';

/**
 * One account's health, shared by all processes. A refused user or address freezes the account until a connection test
 * succeeds or its configuration changes; a run of failures opens the door again by one probe after a growing pause.
 */
export class Circuit {
  private okWrittenAt = -Infinity;
  private lastWritten: string | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly account: string,
    /** Changes with the user, the password or the address; keeps no secret. */
    private readonly configurationDigest: string,
  ) {}

  /** Asks before a call. In the half-open state exactly one caller of all processes is let through as the probe. */
  async permission(): Promise<Permission> {
    const row = await this.read();
    if (!row || row.configuration_digest !== this.configurationDigest) return { allowed: true };
    const { code, text, wait_ms: waitMs } = row;
    if (isFrozen(code)) return { allowed: false, code, text, retryAfterMs: null };
    if (waitMs === null || code === 'ok' || code === 'unknown') return { allowed: true };
    if (waitMs > 0) return { allowed: false, code, text, retryAfterMs: waitMs };
    const { rowCount } = await this.pool.query(
      `update ops.circuits set probe_until = clock_timestamp() + make_interval(secs => $2)
        where account = $1 and (probe_until is null or probe_until <= clock_timestamp())`,
      [this.account, PROBE_SECONDS],
    );
    return rowCount === 1 ? { allowed: true } : { allowed: false, code, text, retryAfterMs: 1_000 };
  }

  /** Records what a call told, or a connection test. */
  async report({ code, text }: CallVerdict, { isTest = false } = {}): Promise<void> {
    if (code === 'ok') return this.reportOk(isTest);
    this.lastWritten = code;
    const opens = code === 'unreachable' || code === 'marketplace-failing';
    await this.pool.query(
      `insert into ops.circuits as c (account, code, text, checked_at, failures, configuration_digest)
       values ($1, $2, $3, now(), $4::int, $5)
       on conflict (account) do update set
         code = excluded.code, text = excluded.text, checked_at = now(), updated_at = now(), probe_until = null,
         configuration_digest = excluded.configuration_digest,
         failures = case when c.configuration_digest is distinct from excluded.configuration_digest
                         then excluded.failures else c.failures + excluded.failures end,
         open_until = case when $4::int = 1 and c.failures + 1 >= $6::int
                           then clock_timestamp() + make_interval(secs =>
                             least($8::int, $7::int * power(2, least(c.failures + 1 - $6::int, 10))))
                           else c.open_until end
       where $9 or ${MAY_REPLACE}`,
      [
        this.account,
        code,
        text,
        opens ? 1 : 0,
        this.configurationDigest,
        FAILURES_TO_OPEN,
        FIRST_PAUSE_SECONDS,
        MAX_PAUSE_SECONDS,
        isTest || isFrozen(code),
      ],
    );
  }

  private async reportOk(isTest: boolean): Promise<void> {
    const now = performance.now();
    // Another process may have frozen the account since: what a test proves is always written.
    if (!isTest && this.lastWritten === 'ok' && now - this.okWrittenAt < OK_EVERY_MS) return;
    this.okWrittenAt = now;
    this.lastWritten = 'ok';
    await this.pool.query(
      `insert into ops.circuits as c (account, code, text, checked_at, failures, configuration_digest)
       values ($1, 'ok', '', now(), 0, $2)
       on conflict (account) do update set
         code = 'ok', text = '', checked_at = now(), updated_at = now(), failures = 0, open_until = null,
         probe_until = null, configuration_digest = excluded.configuration_digest
       where $3 or ${MAY_REPLACE}`,
      [this.account, this.configurationDigest, isTest],
    );
  }

  async state(): Promise<AccountState> {
    const row = await this.read();
    if (!row || row.configuration_digest !== this.configurationDigest)
      return { code: 'unknown', text: '', checkedAt: null };
    return { code: row.code, text: row.text, checkedAt: row.checked_at?.toISOString() ?? null };
  }

  private async read(): Promise<CircuitRow | undefined> {
    const { rows } = await this.pool.query<CircuitRow>(
      `select code, text, checked_at, configuration_digest,
              (extract(epoch from open_until - clock_timestamp()) * 1000)::float8 as wait_ms
         from ops.circuits where account = $1`,
      [this.account],
    );
    return rows[0];
  }
}
