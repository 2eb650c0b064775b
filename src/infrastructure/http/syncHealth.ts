import type { AccountInfo, AccountState } from '../../application/ports/marketplace.js';
import type { OfferCounts } from '../../projections/offers/offerQueries.js';
import type { SyncRunRecord, SyncStatistics } from '../../projections/syncRuns/syncRunQueries.js';

export interface AccountHealth {
  readonly info: AccountInfo;
  readonly state: AccountState;
  readonly counts: OfferCounts | undefined;
  readonly lastSync: SyncRunRecord | undefined;
}

export const HEALTH_PARTS = ['connection', 'runs', 'freshness'] as const;

/** How many of how many are well, and the points of the score that this is worth. */
export interface HealthPart {
  readonly name: (typeof HEALTH_PARTS)[number];
  readonly reached: number;
  readonly of: number;
  readonly points: number;
  readonly max_points: number;
}

const DAY_MS = 86_400_000;
const CONNECTION_POINTS = 50;
const SUCCESS_POINTS = 30;
const FRESHNESS_POINTS = 20;

/** Of nothing all is well. */
const partOf = (name: HealthPart['name'], reached: number, of: number, most: number): HealthPart => ({
  name,
  reached,
  of,
  points: of === 0 ? most : (most * reached) / of,
  max_points: most,
});

/**
 * What the health of syncs is made of: half for accounts that answer, 30 points for runs of the last 30 days that did
 * not fail, 20 for accounts whose offers were read within a day. An account that was not called yet, as after a start,
 * is neither well nor ill. Without accounts there is nothing to judge.
 */
export const healthParts = (
  accounts: readonly AccountHealth[],
  { completed, failed }: SyncStatistics,
  now: Date,
): readonly HealthPart[] => {
  if (accounts.length === 0) return [];
  const tried = accounts.filter(({ state }) => state.code !== 'unknown');
  const answering = tried.filter(({ state }) => state.code === 'ok').length;
  const fresh = accounts.filter(({ lastSync }) => {
    const end = lastSync?.finishedAt;
    return typeof end === 'string' && now.getTime() - Date.parse(end) <= DAY_MS;
  }).length;
  return [
    partOf('connection', answering, tried.length, CONNECTION_POINTS),
    partOf('runs', completed, completed + failed, SUCCESS_POINTS),
    partOf('freshness', fresh, accounts.length, FRESHNESS_POINTS),
  ];
};

/** 0 to 100: the sum of the parts. */
export const healthScore = (parts: readonly HealthPart[]): number =>
  Math.round(parts.reduce((sum, { points }) => sum + points, 0));

export const healthStatus = (score: number): 'healthy' | 'warning' | 'critical' => {
  if (score >= 90) return 'healthy';
  return score >= 70 ? 'warning' : 'critical';
};
