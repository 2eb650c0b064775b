import { createHash } from 'node:crypto';
import type { OrderAttachment } from '../model.js';
import type { SandboxAccount, World } from '../world/world.js';

const FIRST_AFTER_MS = 2000;
const RETRY_AFTER_MS = [3000, 15_000, 60_000];
const LARGEST = 20 * 1024 * 1024;

export interface FetchOutcome {
  url: string;
  fetched: boolean;
  is_pdf: boolean;
  status: number | null;
  bytes: number;
  sha256: string | null;
  problem: string | null;
}

/** The sandbox is for one machine: it downloads nothing from anywhere else. */
export const isLoopback = (url: URL): boolean =>
  (url.protocol === 'http:' || url.protocol === 'https:') &&
  (url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname));

const failed = (url: string, problem: string, status: number | null = null): FetchOutcome => ({
  url,
  fetched: false,
  is_pdf: false,
  status,
  bytes: 0,
  sha256: null,
  problem,
});

/** Downloads one attachment and judges it; redirects are not followed. */
export const fetchAttachment = async (url: string, signal: AbortSignal): Promise<FetchOutcome> => {
  if (!URL.canParse(url) || !isLoopback(new URL(url))) return failed(url, 'not on this machine, not fetched');
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
      redirect: 'manual',
    });
    if (Number(response.headers.get('content-length') ?? 0) > LARGEST) return failed(url, 'too large', response.status);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) return failed(url, `answered ${response.status}`, response.status);
    const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
    return {
      url,
      fetched: true,
      is_pdf: isPdf,
      status: response.status,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      problem: isPdf ? null : 'not a PDF',
    };
  } catch (error) {
    return failed(url, error instanceof Error ? error.message : 'failed');
  }
};

/** Fetches attachments some seconds after they were saved, as the marketplace does (reference §17), and keeps the result. */
export class AttachmentFetcher {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private readonly abort = new AbortController();

  constructor(private readonly world: World) {}

  later(
    accountKey: string,
    orderId: number,
    attachment: OrderAttachment,
    delays = [FIRST_AFTER_MS, ...RETRY_AFTER_MS],
  ): void {
    const [delay, ...rest] = delays;
    const account = this.world.account(accountKey);
    if (delay === undefined || !account) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const attempt = this.attempt(account, orderId, attachment, rest);
      this.running.add(attempt);
      void attempt.finally(() => this.running.delete(attempt));
    }, delay);
    this.timers.add(timer);
  }

  /** Takes up what an earlier run had promised and not done. */
  resume(): void {
    for (const account of this.world.accounts.values()) {
      const done = new Set<string>();
      const open = new Map<string, { orderId: number; attachment: OrderAttachment }>();
      for (const { kind, order_id: orderId, detail } of account.ledger) {
        const url = String(detail['url'] ?? '');
        if (orderId === null) continue;
        if (kind === 'attachment_fetch') done.add(`${orderId} ${url}`);
        if (kind !== 'attachment') continue;
        const attachment = account.orders.get(orderId)?.attachments.find((candidate) => candidate.url === url);
        if (attachment) open.set(`${orderId} ${url}`, { orderId, attachment });
      }
      for (const [key, { orderId, attachment }] of open)
        if (!done.has(key)) this.later(account.key, orderId, attachment);
    }
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    this.abort.abort();
    await Promise.allSettled(this.running);
  }

  private async attempt(
    account: SandboxAccount,
    orderId: number,
    attachment: OrderAttachment,
    rest: number[],
  ): Promise<void> {
    const outcome = await fetchAttachment(attachment.url, this.abort.signal);
    if (this.abort.signal.aborted) return;
    this.world.record(account, 'attachment_fetch', orderId, { ...outcome });
    await this.world.flushed();
    if (!outcome.fetched) this.later(account.key, orderId, attachment, rest);
  }
}
