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

  constructor(private readonly configured: readonly Pick<AccountInfo, 'key' | 'fulfilment' | 'baseUrl'>[]) {}

  details(key: string): Promise<AccountDetails> {
    const own = this.configured.find((one) => one.key === key);
    if (own) {
      const { fulfilment, baseUrl } = own;
      return Promise.resolve({ key, platform: 'emag-ro', fulfilment, baseUrl, username: 'u', source: 'environment' });
    }
    const found = this.stored.get(key);
    if (!found) return Promise.reject(new RuleViolation('account-unknown', `There is no account ${key}`));
    const { password: _kept, ...shown } = found;
    return Promise.resolve({ ...shown, source: 'panel' });
  }

  async add(account: NewAccount): Promise<void> {
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
    return Promise.resolve();
  }

  async change(key: string, change: AccountChange): Promise<readonly string[]> {
    this.refuseConfigured(key);
    await this.details(key);
    const before = this.stored.get(key);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    if (before) this.stored.set(key, { ...before, ...given });
    return Object.keys(given).map((name) => (name === 'baseUrl' ? 'base_url' : name));
  }

  async remove(key: string): Promise<void> {
    this.refuseConfigured(key);
    await this.details(key);
    this.stored.delete(key);
  }

  async rotateCallback(key: string): Promise<void> {
    await this.details(key);
  }

  private isConfigured(key: string): boolean {
    return this.configured.some((one) => one.key === key);
  }

  private refuseConfigured(key: string): void {
    if (this.isConfigured(key))
      throw new RuleViolation('account-not-editable', `Account ${key} is configured elsewhere`);
  }
}
