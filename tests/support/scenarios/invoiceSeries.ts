import { createHash, randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { CrashWorld } from '../crashWorld.js';
import { eventually } from '../eventually.js';

export interface InvoiceSeriesSize {
  readonly orders: number;
  /** Clients that ask for invoices at the same time. */
  readonly writers: number;
  /** How often everything of ours is killed meanwhile. */
  readonly kills: number;
  readonly deadlineMs: number;
}

interface Invoice {
  readonly number: string;
  readonly order_id: string;
  readonly sha256: string | null;
  readonly attached_at: string | null;
  readonly total_net: string;
  readonly total_vat: string;
  readonly total_gross: string;
  readonly vat_by_rate: readonly { readonly net: string; readonly vat: string; readonly gross: string }[];
}

const MAKERS = 16;
const RETRY_MS = 200;
const SAMPLE = 50;

/** Neither side's limits are the point here. Every order takes from the stock of an offer: there must be enough of them. */
export const seriesWorld = (orders: number): { settings: Record<string, string>; sandbox: string[] } => ({
  settings: { EMAG_MAIN_LIMITS: 'orders=20000/s,1200000/m;general=20000/s,1200000/m' },
  sandbox: ['--offers', String(20 + Math.ceil(orders / 5))],
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** In hundredths, exactly. */
const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

const many = async (workers: number, work: () => Promise<boolean>): Promise<void> => {
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (await work());
    }),
  );
};

/**
 * Many clients ask for the invoices of one series while the process is killed. Ends with a number for every order, no gap,
 * no double, bytes that answer to their hash, and sums that add up. Answers the invoices a second, kills included.
 */
export const invoiceSeries = async (world: CrashWorld, size: InvoiceSeriesSize): Promise<number> => {
  const orders: string[] = [];
  let toMake = size.orders;
  await many(MAKERS, async () => {
    if (toMake <= 0) return false;
    toMake -= 1;
    orders.push(await world.newOrder({ status: 4 }));
    return true;
  });
  await world.startRoles();
  await world.sync(size.deadlineMs);

  const nextNumber = async (): Promise<number> => {
    const settings = await world.call('GET', '/settings');
    const [series] = (settings?.body['invoice_series'] ?? []) as { next_number: number }[];
    return series?.next_number ?? 0;
  };
  const allInvoices = async (): Promise<readonly Invoice[]> => {
    const found: Invoice[] = [];
    let cursor: unknown = '';
    while (typeof cursor === 'string') {
      const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const answer = await world.call('GET', `/invoices?sort=number&order=asc&items_per_page=100${from}`);
      if (answer?.status !== 200) throw new Error(`invoices: ${JSON.stringify(answer)}`);
      found.push(...(answer.body['items'] as Invoice[]));
      cursor = answer.body['next_cursor'];
    }
    return found;
  };

  const startedAt = performance.now();
  const waiting = [...orders];
  const writing = many(size.writers, async () => {
    const orderId = waiting.pop();
    if (orderId === undefined) return false;
    const key = randomUUID();
    for (;;) {
      const answer = await world.command(`/emag/phase2/invoice/${orderId}/generate`, { account_type: 'main' }, key);
      if (answer && answer.status < 300) return true;
      // Killed, or on its way up: a careful client repeats the same request.
      if (answer && answer.status < 500 && answer.status !== 409) throw new Error(JSON.stringify(answer));
      await pause(RETRY_MS);
    }
  });

  const hashes = new Map<string, string>();
  for (let kill = 1; kill <= size.kills; kill += 1) {
    const share = Math.floor((size.orders * kill) / (size.kills + 1));
    await eventually(nextNumber, (next) => next > share, size.deadlineMs);
    const seen = await world.call('GET', '/invoices?sort=number&order=asc&items_per_page=100');
    for (const { number, sha256 } of (seen?.body['items'] ?? []) as Invoice[]) {
      if (sha256 !== null) hashes.set(number, sha256);
    }
    await world.killRoles();
    await world.startRoles();
  }
  await writing;
  const invoices = await eventually(
    async () => ((await nextNumber()) > size.orders ? allInvoices() : []),
    (all) => all.length >= size.orders && all.every(({ attached_at }) => attached_at !== null),
    size.deadlineMs,
  );
  const perSecond = (invoices.length * 1_000) / (performance.now() - startedAt);

  expect(invoices.map(({ number }) => number)).toEqual(
    orders.map((_order, index) => `MF${String(index + 1).padStart(7, '0')}`),
  );
  expect(invoices.map(({ order_id }) => order_id).sort()).toEqual([...orders].sort());
  for (const { total_net, total_vat, total_gross, vat_by_rate } of invoices) {
    expect(cents(total_net) + cents(total_vat)).toBe(cents(total_gross));
    const sums = vat_by_rate.map(({ net, vat, gross }) => {
      expect(cents(net) + cents(vat)).toBe(cents(gross));
      return cents(gross);
    });
    expect(sums.reduce((total, gross) => total + gross, 0n)).toBe(cents(total_gross));
  }

  const known = new Map(invoices.map(({ number, sha256 }) => [number, sha256]));
  for (const [number, sha256] of hashes) expect(known.get(number)).toBe(sha256);
  const unread = [...invoices];
  await many(MAKERS, async () => {
    const invoice = unread.pop();
    if (!invoice) return false;
    const pdf = await world.bytes(`/invoices/${invoice.number}/pdf`);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(invoice.sha256);
    return true;
  });

  const step = Math.max(1, Math.floor(invoices.length / SAMPLE));
  for (const { number, order_id } of invoices.filter((_invoice, index) => index % step === 0)) {
    const again = await world.call('POST', `/emag/phase2/invoice/${order_id}/generate`, { account_type: 'main' });
    expect([again?.status, again?.body['number']]).toEqual([200, number]);
    expect((await world.ledger(order_id)).attachments).toHaveLength(1);
  }
  return perSecond;
};
