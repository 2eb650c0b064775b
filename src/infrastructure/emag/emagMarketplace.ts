import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import type { Clock } from '../../application/ports/clock.js';
import {
  MarketplaceError,
  type AccountInfo,
  type Marketplace,
  type MarketplaceAccount,
} from '../../application/ports/marketplace.js';
import type { AccountConfig, Platform } from '../config/accounts.js';
import type { Config } from '../config/config.js';
import { accountsLeft } from '../operational/demonstrationData.js';
import { AttemptRunner, type CallerLogger } from './attempt.js';
import { Caller, defaultRetryPolicy, type RetryPolicy } from './caller.js';
import { Circuit } from './circuit.js';
import { EmagAccount } from './emagAccount.js';
import { Governor } from './governor.js';
import { HttpTransport } from './httpTransport.js';
import { callsOfOrder, CallJournal, type JournalledCall } from './journal.js';
import { createMarketplaceMetrics, type MarketplaceMetrics } from './marketplaceMetrics.js';
import { ParkedPayloads } from './parkedPayloads.js';
import { PayloadCipher } from './payloadCipher.js';
import type { BodyForms } from './routes.js';
import { SlotTable } from './slotTable.js';
import { storedAccounts } from './storedAccounts.js';

export interface MarketplaceOptions {
  readonly config: Pick<Config, 'accounts'>;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly logger: CallerLogger;
  readonly registry: Registry;
  readonly masterKey: Buffer;
  readonly retry?: RetryPolicy;
  /** For servers that want saves in another form (reference §26 rows 1, 45). */
  readonly bodyForms?: BodyForms;
}

/** The port, and what only the outside needs of it. */
export interface EmagMarketplace extends Marketplace {
  /** Calls about one order, newest first (kept 30 days). */
  callsOfOrder(
    orderId: string,
    options?: { account?: string | null; limit?: number },
  ): Promise<readonly JournalledCall[]>;
  /** The list of accounts changed in this process: it is read again at the next question. */
  forgetAccounts(): void;
  /** Writes what the journal still holds and closes connections. */
  close(): Promise<void>;
}

/** Currency of orders that name none (reference §1.1; Bulgaria has the euro since 2026). */
const CURRENCIES: Readonly<Record<Platform, string>> = {
  'emag-ro': 'RON',
  'emag-bg': 'EUR',
  'emag-hu': 'HUF',
  'fd-ro': 'RON',
  'fd-bg': 'EUR',
};

/** How long the list of accounts added in the panel may be old. */
export const ACCOUNTS_MAX_AGE_MS = 2_000;

const infoOf = ({ key, platform, fulfilment, baseUrl, isDemonstration }: AccountConfig): AccountInfo => ({
  key,
  platform,
  fulfilment,
  baseUrl,
  isDemonstration,
});

interface OpenAccount {
  readonly digest: string;
  readonly account: EmagAccount;
}

class ConfiguredMarketplace implements EmagMarketplace {
  private readonly open = new Map<string, OpenAccount>();
  private readonly transport = new HttpTransport();
  private readonly table: SlotTable;
  private readonly cipher: PayloadCipher;
  private readonly journal: CallJournal;
  private readonly parked: ParkedPayloads;
  private readonly metrics: MarketplaceMetrics;
  private listed: { readonly at: number; readonly accounts: readonly AccountConfig[] } | null = null;

  constructor(private readonly options: MarketplaceOptions) {
    const { pool, masterKey, logger, registry } = options;
    this.table = new SlotTable(pool);
    this.cipher = new PayloadCipher(masterKey, 'marketplace payloads');
    this.journal = new CallJournal(pool, this.cipher, logger);
    this.parked = new ParkedPayloads(pool, this.cipher, masterKey);
    this.metrics = createMarketplaceMetrics(registry);
  }

  async accounts(): Promise<readonly AccountInfo[]> {
    return (await this.configured()).map(infoOf);
  }

  async account(key: string): Promise<MarketplaceAccount> {
    const isThis = (account: AccountConfig) => account.key === key;
    let config = (await this.configured()).find(isThis);
    if (!config) {
      // Another process may have added it a moment ago.
      this.forgetAccounts();
      config = (await this.configured()).find(isThis);
    }
    if (!config) throw new MarketplaceError('account-unknown', `There is no account ${key}`, false);
    const digest = this.digestOf(config);
    const known = this.open.get(key);
    if (known?.digest === digest) return known.account;
    const account = this.build(config, digest);
    this.open.set(key, { digest, account });
    return account;
  }

  callsOfOrder(
    orderId: string,
    options?: { account?: string | null; limit?: number },
  ): Promise<readonly JournalledCall[]> {
    return callsOfOrder(this.options.pool, this.cipher, orderId, options);
  }

  forgetAccounts(): void {
    this.listed = null;
  }

  async close(): Promise<void> {
    await this.journal.flush();
    await this.transport.close();
  }

  private async configured(): Promise<readonly AccountConfig[]> {
    const { config, pool, masterKey } = this.options;
    const now = performance.now();
    if (this.listed && now - this.listed.at < ACCOUNTS_MAX_AGE_MS) return this.listed.accounts;
    const named = new Set(config.accounts.map(({ key }) => key));
    const [stored, left] = await Promise.all([storedAccounts(pool, masterKey), accountsLeft(pool)]);
    const accounts = [
      ...config.accounts.filter(({ key }) => !left.includes(key)),
      ...stored.filter(({ key }) => !named.has(key)),
    ];
    this.listed = { at: now, accounts };
    return accounts;
  }

  private build(config: AccountConfig, digest: string): EmagAccount {
    const { pool, clock, logger, retry = defaultRetryPolicy, bodyForms = {} } = this.options;
    const { key, baseUrl, username, password, limits, platform } = config;
    const circuit = new Circuit(pool, key, digest);
    const governor = new Governor(key, limits, this.table, {
      setRemaining: (bucket, calls) => this.metrics.setBudgetRemaining(key, bucket, calls),
    });
    const runner = new AttemptRunner({
      access: { key, baseUrl, username, password, bodyForms },
      circuit,
      governor,
      transport: this.transport,
      journal: this.journal,
      metrics: this.metrics,
      clock,
      logger,
    });
    return new EmagAccount({
      info: infoOf(config),
      currency: CURRENCIES[platform],
      caller: new Caller(runner, retry),
      circuit,
      eanQuota: () => this.table.quota(key, 'ean', limits.ean),
      parked: this.parked,
      clock,
      logger,
    });
  }

  /** Keyed, so that the table of circuits gives nobody a hash to guess passwords against. */
  private digestOf({ baseUrl, username, password, limits }: AccountConfig): string {
    const text = JSON.stringify([baseUrl, username, password, limits]);
    return createHmac('sha256', this.options.masterKey).update(text).digest('hex');
  }
}

/** Accounts of the environment and of the panel, each behind the installation's one budget, breaker and journal. */
export const createMarketplace = (options: MarketplaceOptions): EmagMarketplace => new ConfiguredMarketplace(options);
