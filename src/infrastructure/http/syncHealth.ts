import type { AccountInfo, AccountState } from '../../application/ports/marketplace.js';
import type { OfferCounts } from '../../projections/offers/offerQueries.js';
import type { SyncRunRecord, SyncStatistics } from '../../projections/syncRuns/syncRunQueries.js';

export interface AccountHealth {
  readonly info: AccountInfo;
  readonly state: AccountState;
  readonly counts: OfferCounts | undefined;
  readonly lastSync: SyncRunRecord | undefined;
}

const DAY_MS = 86_400_000;
const CONNECTION_POINTS = 50;
const SUCCESS_POINTS = 30;
const FRESHNESS_POINTS = 20;

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/**
 * 0 to 100: half for accounts that answer, 30 for runs of the last 30 days that did not fail, 20 for accounts whose
 * offers were read within a day.
 */
export const healthScore = (accounts: readonly AccountHealth[], statistics: SyncStatistics, now: Date): number => {
  if (accounts.length === 0) return 0;
  const answering = accounts.filter(({ state }) => state.code === 'ok').length;
  const fresh = accounts.filter(({ lastSync }) => {
    const end = lastSync?.finishedAt;
    return typeof end === 'string' && now.getTime() - Date.parse(end) <= DAY_MS;
  }).length;
  const ended = statistics.completed + statistics.failed;
  return Math.round(
    CONNECTION_POINTS * share(answering, accounts.length) +
      SUCCESS_POINTS * share(statistics.completed, ended) +
      FRESHNESS_POINTS * share(fresh, accounts.length),
  );
};

export const healthStatus = (score: number): 'healthy' | 'warning' | 'critical' => {
  if (score >= 90) return 'healthy';
  return score >= 70 ? 'warning' : 'critical';
};
