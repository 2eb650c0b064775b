import type { Faults } from '../http/faults.js';
import type { CallbackUrls, SandboxAccount, World } from '../world/world.js';

interface Ringing {
  nextAt: number;
  waitMs: number;
}

const FIRST_REPEAT_MS = 60_000;
const LONGEST_REPEAT_MS = 600_000;
const STORM = 25;

/**
 * Callbacks as reference §6 tells them: a plain GET with `order_id`, no body, no signature; a new order is rung again and
 * again until it is acknowledged. Timed by the wall clock, for they are about the receiver's patience and not about dates.
 */
export class Callbacks {
  private readonly ringing = new Map<number, Ringing>();
  private readonly running = new Set<Promise<void>>();
  private readonly abort = new AbortController();
  /** Rings so far; `rung` has those that have ended. */
  started = 0;
  readonly rung: { at: string; account: string; kind: string; id: number; status: number | null }[] = [];

  constructor(
    private readonly world: World,
    private readonly faults: Faults,
  ) {}

  /** Rings once, now; nothing happens without a registered URL. */
  ring(account: SandboxAccount, kind: keyof CallbackUrls, id: number): void {
    const url = account.settings.callbacks[kind];
    if (url === null || this.faults.callback(account.key, 'callback_silence')) return;
    const times = this.faults.callback(account.key, 'callback_storm') ? STORM : 1;
    for (let i = 0; i < times; i += 1) {
      this.started += 1;
      const call = this.get(url, kind === 'rma' ? 'rma_id' : 'order_id', id).then((status) => {
        this.rung.push({ at: new Date().toISOString(), account: account.key, kind, id, status });
        if (this.rung.length > 5000) this.rung.splice(0, 1000);
      });
      this.running.add(call);
      void call.finally(() => this.running.delete(call));
    }
  }

  /** A new order: rung at once, then until it is acknowledged. Orders of the marketplace's own warehouse ring once. */
  announce(account: SandboxAccount, orderId: number, now = Date.now()): void {
    this.ring(account, 'new_order', orderId);
    this.ringing.set(orderId, { nextAt: now + FIRST_REPEAT_MS, waitMs: FIRST_REPEAT_MS });
  }

  /** Called often: repeats what is due. */
  tick(now = Date.now()): void {
    for (const account of this.world.accounts.values()) {
      if (account.type === 2 || account.settings.callbacks.new_order === null) continue;
      for (const order of account.orders.values()) {
        if (order.status !== 1 || order.complete === 0) continue;
        const ringing = this.ringing.get(order.id) ?? { nextAt: now + FIRST_REPEAT_MS, waitMs: FIRST_REPEAT_MS };
        this.ringing.set(order.id, ringing);
        if (ringing.nextAt > now) continue;
        ringing.waitMs = Math.min(ringing.waitMs * 2, LONGEST_REPEAT_MS);
        ringing.nextAt = now + ringing.waitMs;
        this.ring(account, 'new_order', order.id);
      }
    }
  }

  async close(): Promise<void> {
    this.abort.abort();
    await Promise.allSettled(this.running);
  }

  private async get(url: string, name: string, id: number): Promise<number | null> {
    try {
      const target = new URL(url);
      target.searchParams.set(name, String(id));
      const response = await fetch(target, {
        signal: AbortSignal.any([this.abort.signal, AbortSignal.timeout(10_000)]),
        redirect: 'manual',
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return null; // nobody there: rung again later
    }
  }
}
