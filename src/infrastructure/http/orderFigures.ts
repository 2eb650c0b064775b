import type { SalesReportQuery, StatisticsRange } from '../../projections/orderList/salesQueries.js';
import type { HttpDeps } from './httpDeps.js';

type Deps = Pick<HttpDeps, 'cache' | 'sales'>;

const question = (name: string, asked: object): string => `${name} ${JSON.stringify(asked)}`;

/** One account is asked for by its name; more of them change with any. */
const accountOf = (accounts: readonly string[] | null | undefined): string | null =>
  accounts?.length === 1 ? (accounts[0] ?? null) : null;

/** Figures of orders through the cache of order statistics (contract §6). */
export const summaryOf = ({ cache, sales }: Deps, range: StatisticsRange, minPosition?: bigint) =>
  cache.orderStatistics({ account: accountOf(range.accounts), question: question('summary', range), minPosition }, () =>
    sales.summary(range),
  );

export const orderSummaryOf = async ({ cache, sales }: Deps, range: StatisticsRange, minPosition?: bigint) => {
  const asked = { account: accountOf(range.accounts), question: question('order-summary', range), minPosition };
  return (await cache.orderStatistics(asked, async () => ({ rows: await sales.orderSummary(range) }))).rows;
};

export const salesReportOf = ({ cache, sales }: Deps, query: SalesReportQuery, minPosition?: bigint) =>
  cache.orderStatistics({ account: accountOf(query.accounts), question: question('report', query), minPosition }, () =>
    sales.report(query),
  );

/** The orders' half of the dashboard, and the work that waits. It changes with the day as well. */
export const orderDashboardOf = (
  { cache, sales, attention }: Deps & Pick<HttpDeps, 'attention'>,
  accounts: readonly string[] | null,
  now: Date,
  minPosition?: bigint,
) => {
  const hour = now.toISOString().slice(0, 13);
  const asked = { account: accountOf(accounts), question: question('dashboard', { accounts, hour }), minPosition };
  return cache.orderStatistics(asked, async () => {
    const [dashboard, work, counts] = await Promise.all([
      sales.dashboard(accounts, now),
      sales.work(accounts, now),
      attention.counts(accounts, now),
    ]);
    return { dashboard, work, counts };
  });
};

/** What a socket of orders is told first: the numbers that the summary shows. */
export const initialStats = async (deps: Deps): Promise<object> => ({
  by_status: (await summaryOf(deps, {})).by_status,
});
