import type { KeptFact, Telling } from '../../../src/application/ports/audit.js';
import { RevisionConflict } from '../../../src/application/ports/eventStore.js';
import type { AccountInfo } from '../../../src/application/ports/marketplace.js';
import { RuleViolation } from '../../../src/domain/decider.js';
import type {
  AccountAdministration,
  AccountChange,
  AccountDetails,
  NewAccount,
} from '../../../src/infrastructure/http/httpDeps.js';

/** Accounts of the panel beside those that a test configured; `demo_main` stands for demonstration data. */
export class InMemoryAccounts implements AccountAdministration {
  private readonly stored = new Map<string, NewAccount>();
  private readonly revisions = new Map<string, bigint>();

  constructor(
    private readonly configured: readonly Pick<AccountInfo, 'key' | 'fulfilment' | 'baseUrl'>[],
    private readonly keep: (facts: readonly KeptFact[]) => void,
  ) {}

  details(key: string): Promise<AccountDetails> {
    const own = this.configured.find((one) => one.key === key);
    if (own) {
      const { fulfilment, baseUrl } = own;
      const revision = this.revisionOf(key);
      return Promise.resolve({
        key,
        platform: 'emag-ro',
        fulfilment,
        baseUrl,
        username: 'u',
        source: 'environment',
        revision,
      });
    }
    const found = this.stored.get(key);
    if (!found) return Promise.reject(new RuleViolation('account-unknown', `There is no account ${key}`));
    const { password: _kept, ...shown } = found;
    return Promise.resolve({ ...shown, source: 'panel', revision: this.revisionOf(key) });
  }

  async add(account: NewAccount, telling: Telling): Promise<void> {
    const { key } = account;
    if (key.startsWith('demo_')) {
      throw new RuleViolation('account-key-demonstration', `The key ${key} is the sandbox's`, {
        suggested_key: `${key}_2`,
      });
    }
    if (this.isConfigured(key) || this.stored.has(key)) {
      throw new RuleViolation('account-exists', `There is already an account ${key}`);
    }
    this.stored.set(key, account);
    this.countChange(key);
    return Promise.resolve(this.keep(telling()));
  }

  async change(
    key: string,
    change: AccountChange,
    telling: Telling<readonly string[]>,
    expected?: bigint,
  ): Promise<readonly string[]> {
    this.refuseConfigured(key);
    await this.details(key);
    this.requireRevision(key, expected);
    const before = this.stored.get(key);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    if (before) this.stored.set(key, { ...before, ...given });
    const names = Object.keys(given).map((name) => (name === 'baseUrl' ? 'base_url' : name));
    if (names.length > 0) {
      this.countChange(key);
      this.keep(telling(names));
    }
    return names;
  }

  async remove(key: string, telling: Telling, expected?: bigint): Promise<void> {
    this.refuseConfigured(key);
    await this.details(key);
    this.requireRevision(key, expected);
    this.stored.delete(key);
    this.countChange(key);
    this.keep(telling());
  }

  async rotateCallback(key: string, telling: Telling, expected?: bigint): Promise<void> {
    await this.details(key);
    this.requireRevision(key, expected);
    this.countChange(key);
    this.keep(telling());
  }

  private revisionOf(key: string): bigint {
    return this.revisions.get(key) ?? 0n;
  }

  private requireRevision(key: string, expected: bigint | undefined): void {
    const revision = this.revisionOf(key);
    if (expected !== undefined && expected !== revision) throw new RevisionConflict(key, expected, revision);
  }

  private countChange(key: string): void {
    this.revisions.set(key, this.revisionOf(key) + 1n);
  }

  private isConfigured(key: string): boolean {
    return this.configured.some((one) => one.key === key);
  }

  private refuseConfigured(key: string): void {
    if (this.isConfigured(key))
      throw new RuleViolation('account-not-editable', `Account ${key} is configured elsewhere`);
  }
}
