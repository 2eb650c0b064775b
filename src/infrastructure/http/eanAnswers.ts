import type { LookedUp } from '../../application/ean/eanLookUp.js';
import { EanQuotaExhausted } from '../../application/ean/eanLookUp.js';
import { MarketplaceError, type EanQuota } from '../../application/ports/marketplace.js';
import { readGtin, type Gtin, type GtinFault } from '../../domain/ean/gtin.js';
import { catalogueProductView } from '../../projections/eanDecisions/eanDecisionView.js';
import type { HttpDeps } from './httpDeps.js';
import { productWithPicture } from './pictureAnswers.js';
import { HttpProblem } from './problems.js';

const FAULTS: Readonly<Record<GtinFault, string>> = {
  'ean-empty': 'is empty',
  'ean-not-digits': 'must be digits alone',
  'ean-length': 'must have 8, 12, 13 or 14 digits',
  'ean-check-digit': 'is mistyped: its last digit does not fit the others',
};

/** @throws HttpProblem `ean-invalid` */
export const gtinOf = (ean: string): Gtin => {
  const gtin = readGtin(ean);
  if (typeof gtin !== 'string') return gtin;
  throw new HttpProblem('ean-invalid', `The code ${FAULTS[gtin]}`, {
    extra: { ean_error: gtin },
    errors: [{ pointer: '/ean', detail: FAULTS[gtin] }],
  });
};

export const quotaView = (account: string, quota: EanQuota) => ({
  account_type: account,
  limit: quota.limit,
  remaining: quota.remaining,
  available_now: quota.availableNow,
  next_at: quota.nextAt,
  resets_at: quota.resetsAt,
});

/** `ean-quota-exhausted`, with the time to wait; anything else as it is. */
export const quotaProblem = (error: unknown): unknown =>
  error instanceof EanQuotaExhausted
    ? new HttpProblem('ean-quota-exhausted', error.message, {
        extra: { quota: quotaView(error.account, error.quota) },
        headers: { 'retry-after': String(Math.max(1, Math.ceil(error.retryAfterMs / 1_000))) },
      })
    : error;

/** The scarcest first: it decides how much can still be asked. */
const byScarcity = (a: { remaining: number | null }, b: { remaining: number | null }): number =>
  (a.remaining ?? Infinity) - (b.remaining ?? Infinity);

export interface SearchedAccounts {
  /** Products of all accounts under a number. */
  readonly productsOf: (
    gtin14: string,
  ) => readonly (ReturnType<typeof catalogueProductView> & { account_type: string; picture_url: string | null })[];
  /** Not even one account could be asked for it. */
  readonly isSearched: (gtin14: string) => boolean;
  readonly quotas: readonly ReturnType<typeof quotaView>[];
  readonly unavailable: readonly { account_type: string; code: string; detail: string }[];
}

const failureView = (account: string, error: MarketplaceError | EanQuotaExhausted) => ({
  account_type: account,
  code: error instanceof MarketplaceError ? error.code : 'ean-quota-exhausted',
  detail: error.message,
});

/**
 * The same codes in several accounts. An account that cannot be asked is named; when none could, its problem is the
 * answer.
 *
 * @throws HttpProblem `ean-quota-exhausted`; MarketplaceError
 */
export const searchAccounts = async (
  accounts: readonly string[],
  gtins: readonly Gtin[],
  correlationId: string,
  deps: Pick<HttpDeps, 'eanLookUp' | 'pictures'>,
): Promise<SearchedAccounts> => {
  const { eanLookUp } = deps;
  const asked = await Promise.allSettled(accounts.map((account) => eanLookUp.search(account, gtins, correlationId)));
  const answered: { account: string; found: LookedUp }[] = [];
  const unavailable: SearchedAccounts['unavailable'][number][] = [];
  const quotas: ReturnType<typeof quotaView>[] = [];
  for (const [index, result] of asked.entries()) {
    const account = accounts[index] ?? '';
    if (result.status === 'fulfilled') {
      answered.push({ account, found: result.value });
      quotas.push(quotaView(account, result.value.quota));
      if (result.value.failure) unavailable.push(failureView(account, result.value.failure));
      continue;
    }
    const reason: unknown = result.reason;
    if (!(reason instanceof MarketplaceError || reason instanceof EanQuotaExhausted)) throw reason;
    if (answered.length === 0 && index === accounts.length - 1) throw quotaProblem(reason);
    unavailable.push(failureView(account, reason));
    quotas.push(quotaView(account, await eanLookUp.quota(account)));
  }
  return {
    productsOf: (gtin14) =>
      answered.flatMap(({ account, found }) =>
        (found.products.get(gtin14) ?? []).map((product) => ({
          account_type: account,
          ...productWithPicture(deps, account, catalogueProductView(product)),
        })),
      ),
    isSearched: (gtin14) => answered.some(({ found }) => found.products.has(gtin14)),
    quotas: quotas.sort(byScarcity),
    unavailable,
  };
};
