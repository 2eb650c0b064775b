import type { CatalogueProduct } from '../../domain/ean/catalogueProduct.js';
import type { Gtin } from '../../domain/ean/gtin.js';
import { MarketplaceError, type EanQuota, type Marketplace } from '../ports/marketplace.js';
import { LookUpBatch } from './lookUpBatch.js';

/** Answers that were given a short while ago spare the quota. */
export type LookUpCache = (
  account: string,
  gtin14: string,
  load: () => Promise<readonly CatalogueProduct[]>,
) => Promise<readonly CatalogueProduct[]>;

/** The day leaves no look-up for now, and none of what was asked is known. */
export class EanQuotaExhausted extends Error {
  override readonly name = 'EanQuotaExhausted';
  constructor(
    readonly account: string,
    readonly quota: EanQuota,
    readonly retryAfterMs: number,
  ) {
    super(`The look-ups by EAN of account ${account} are used up for now`);
  }
}

export interface LookedUp {
  /** By GTIN-14; an empty list where the catalogue has none. */
  readonly products: ReadonlyMap<string, readonly CatalogueProduct[]>;
  /** GTIN-14 of what could not be asked. */
  readonly notSearched: readonly string[];
  /** Why, when something was not searched. */
  readonly failure: MarketplaceError | null;
  readonly quota: EanQuota;
}

/** A person waits: slots, attempts and answers together. */
const PATIENCE_MS = 20_000;

/** Products of the marketplace's catalogue by EAN, within the account's quota. */
export class EanLookUp {
  constructor(
    private readonly marketplace: Marketplace,
    private readonly cache: LookUpCache,
  ) {}

  /**
   * Asks for each number once, a hundred codes a call. What is known when the quota or the marketplace gives out is
   * answered all the same.
   *
   * @throws EanQuotaExhausted, MarketplaceError when nothing could be answered
   */
  async search(account: string, gtins: readonly Gtin[], correlationId: string): Promise<LookedUp> {
    const port = await this.marketplace.account(account);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const batch = new LookUpBatch(async (eans) => {
      try {
        return await port.findByEans(eans, { correlationId, priority: 'interactive', signal });
      } catch (error) {
        if (!signal.aborted) throw error;
        throw new MarketplaceError('unreachable', 'The marketplace did not answer in time', true);
      }
    });
    const asked = [...new Map(gtins.map((gtin) => [gtin.gtin14, gtin])).values()];
    const answers = await Promise.allSettled(
      asked.map((gtin) => this.cache(account, gtin.gtin14, () => batch.ask(gtin))),
    );

    const products = new Map<string, readonly CatalogueProduct[]>();
    const notSearched: string[] = [];
    let failure: MarketplaceError | null = null;
    answers.forEach((answer, index) => {
      const gtin14 = asked[index]?.gtin14 ?? '';
      if (answer.status === 'fulfilled') return void products.set(gtin14, answer.value);
      const reason: unknown = answer.reason;
      if (!(reason instanceof MarketplaceError)) throw reason;
      failure ??= reason;
      notSearched.push(gtin14);
    });
    const quota = await port.eanQuota();
    if (failure !== null && products.size === 0) throw whyNothing(account, failure, quota);
    return { products, notSearched, failure, quota };
  }

  async quota(account: string): Promise<EanQuota> {
    return (await this.marketplace.account(account)).eanQuota();
  }
}

const whyNothing = (account: string, failure: MarketplaceError, quota: EanQuota): Error =>
  failure.code === 'rate-limited' && quota.availableNow === 0
    ? new EanQuotaExhausted(account, quota, failure.retryAfterMs ?? 1_000)
    : failure;
