import { randomUUID } from 'node:crypto';
import type { Audit } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';

const TOLD_EVERY_MS = 60_000;
const MAX_ADDRESSES = 20;

/** Where all of them sat is one person to the log: nobody known. */
const PERSON = 'administration-signIns';

/**
 * Sign-ins with names that nobody has. Told together once a minute, without the names: a flood makes one event a minute
 * and process, and a password typed into the wrong field stands nowhere.
 */
export class UnknownSignIns {
  private attempts = 0;
  private since: string | null = null;
  private readonly addresses = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly tellEveryMs = TOLD_EVERY_MS,
  ) {}

  count(address: string): void {
    this.add(1, this.clock.now().toISOString(), [address]);
  }

  private add(attempts: number, since: string, addresses: readonly string[]): void {
    this.attempts += attempts;
    if (this.since === null || since < this.since) this.since = since;
    for (const address of addresses) if (this.addresses.size < MAX_ADDRESSES) this.addresses.add(address);
    if (this.timer) return;
    this.timer = setTimeout(() => void this.tell(), this.tellEveryMs);
    this.timer.unref();
  }

  /** Tells what was counted so far; what cannot be kept now is told the next time. */
  async tell(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { attempts, since } = this;
    if (attempts === 0 || since === null) return;
    const addresses = [...this.addresses];
    this.attempts = 0;
    this.since = null;
    this.addresses.clear();
    const at = this.clock.now().toISOString();
    const data = { attempts, since, until: at, personId: PERSON, personal: { addresses }, at };
    const context = { actor: { kind: 'system', id: 'identity' }, correlationId: randomUUID() } as const;
    await this.audit
      .record({ type: 'UnknownSignInsRefused', data }, context)
      .catch(() => this.add(attempts, since, addresses));
  }
}
