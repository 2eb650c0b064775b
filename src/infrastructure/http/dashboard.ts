import { z } from 'zod';
import { decimal, sum } from '../../domain/money/money.js';
import { bucharestDay } from '../../projections/bucharestDay.js';
import { monthBefore, monthOf } from '../../projections/months.js';
import type { Attention, OrderAttention } from '../../projections/orderList/attentionQueries.js';
import { comparedMonths } from '../../projections/orderList/dashboardQuery.js';
import type { OrderDashboard, PeriodFigures } from '../../projections/orderList/salesQueries.js';
import type { Principal } from '../identity/principal.js';
import { accountKeysOf, accountsOf } from './accounts.js';
import { attentionCounts, type KindCount } from './attentionList.js';
import type { HttpDeps } from './httpDeps.js';
import { orderDashboardOf } from './orderFigures.js';
import type { dashboardSchema } from './schemas/selling.js';

type Dashboard = z.output<typeof dashboardSchema>;
type Need = Dashboard['needs'][number];

const MONTHS_SHOWN = 6;

const fraction = (now: number, before: number): number | null =>
  before === 0 ? null : Number(((now - before) / before).toFixed(4));

const compared = (now: number, before: number) => ({ now, before, change: fraction(now, before) });

const comparedAmounts = (now: string | null, before: string | null) => ({
  now,
  before,
  change:
    now === null || before === null || decimal(before).isZero()
      ? null
      : decimal(now).minus(before).div(before).toDecimalPlaces(4).toNumber(),
});

const nothing = (currency: string): PeriodFigures => ({
  currency,
  orders: 0,
  units: 0,
  sales_net: '0.00',
  sales_gross: '0.00',
  average_order: null,
  canceled: 0,
  returned: 0,
});

const of = (rows: readonly PeriodFigures[], currency: string): PeriodFigures =>
  rows.find((row) => row.currency === currency) ?? nothing(currency);

const comparedSales = ({ now, before }: OrderDashboard, currencies: readonly string[]): Dashboard['sales'] =>
  currencies.map((currency) => {
    const [mine, theirs] = [of(now, currency), of(before, currency)];
    return {
      currency,
      sales_net: comparedAmounts(mine.sales_net, theirs.sales_net),
      sales_gross: comparedAmounts(mine.sales_gross, theirs.sales_gross),
      average_order: comparedAmounts(mine.average_order, theirs.average_order),
      orders: compared(mine.orders, theirs.orders),
      units: compared(mine.units, theirs.units),
      canceled: compared(mine.canceled, theirs.canceled),
      returns: compared(mine.returned, theirs.returned),
    };
  });

/** Six months of each currency that was sold in, months without an order included. */
const allMonths = ({ months, this_month }: OrderDashboard, currencies: readonly string[]): Dashboard['months'] =>
  Array.from({ length: MONTHS_SHOWN }, (_, index) =>
    monthBefore(monthOf(this_month.to), MONTHS_SHOWN - 1 - index),
  ).flatMap((month) =>
    currencies.map((currency) => ({
      month,
      ...of(
        months.filter((row) => row.month === month).map(({ month: _month, ...row }) => row),
        currency,
      ),
    })),
  );

const total = (rows: readonly PeriodFigures[], figure: 'orders' | 'returned'): number =>
  rows.reduce((added, row) => added + row[figure], 0);

/** `filter` are the parameters of the list behind the page, which its address carries as well. */
const orderDoor = (filter: Record<string, unknown>) => ({
  filter,
  link: `/orders?filter=${encodeURIComponent(JSON.stringify(filter))}`,
});

const REFUSED: readonly OrderAttention[] = ['awb_refused', 'acknowledge_refused', 'status_refused', 'invoice_refused'];

const OF_OFFERS: readonly Attention[] = ['offer_refused', 'offer_conflict'];

const attentionDoor = (kinds: readonly string[]) => ({
  filter: { kind: kinds },
  link: `/dashboard/attention?filter=${encodeURIComponent(JSON.stringify({ kind: kinds }))}`,
});

/** What needs somebody now, dearest first; each count is that of its list. */
const needsOf = (
  { work }: Awaited<ReturnType<typeof orderDashboardOf>>,
  counts: readonly KindCount[],
  own: Record<string, unknown>,
  today: string,
): readonly Need[] => {
  const countOf = (kinds: readonly string[]) => {
    const found = counts.filter(({ kind }) => kinds.includes(kind));
    return {
      count: found.reduce((added, { count }) => added + count, 0),
      ...(found.some((one) => one.count_is_lower_bound) && { count_is_lower_bound: true as const }),
    };
  };
  return [
    {
      kind: 'awb_in_doubt',
      severity: 'critical',
      ...countOf(['awb_in_doubt']),
      filter: { status: 'in_doubt', ...own },
      link: '/emag/awb?tab=doubt',
    },
    { kind: 'late', severity: 'critical', ...countOf(['late']), ...attentionDoor(['late']) },
    {
      kind: 'account_trouble',
      severity: 'critical',
      ...countOf(['account_trouble']),
      filter: { kind: ['account_trouble'] },
      link: '/accounts',
    },
    {
      kind: 'confirm',
      severity: 'warning',
      count: work.confirm,
      ...orderDoor({ status: ['new'], type: 3, ...own }),
    },
    {
      kind: 'ship_today',
      severity: 'warning',
      count: work.ship_today.count,
      ...(work.ship_today.isLowerBound && { count_is_lower_bound: true as const }),
      ...orderDoor({ status: ['in_progress', 'prepared'], has_awb: false, type: 3, ship_by: today, ...own }),
    },
    {
      kind: 'ship',
      severity: 'info',
      count: work.ship,
      ...orderDoor({ status: ['in_progress', 'prepared'], has_awb: false, type: 3, ...own }),
    },
    { kind: 'refused', severity: 'warning', ...countOf(REFUSED), ...attentionDoor(REFUSED) },
    { kind: 'offers', severity: 'warning', ...countOf(OF_OFFERS), ...attentionDoor(OF_OFFERS) },
    {
      kind: 'invoice',
      severity: 'info',
      count: work.invoice.count,
      ...orderDoor({
        status: ['prepared', 'finalized'],
        has_invoice: false,
        from: work.invoice.from,
        ...own,
      }),
    },
    {
      kind: 'invoice_not_fetched',
      severity: 'warning',
      ...countOf(['invoice_not_fetched']),
      ...attentionDoor(['invoice_not_fetched']),
    },
    ...counts
      .filter(({ kind }) => kind === 'parked_event')
      .map(({ count }): Need => ({
        kind: 'parked_event',
        severity: 'critical',
        count,
        filter: {},
        link: '/parked-events',
      })),
  ];
};

/** Now against the end of the last day of the month before; unknown when no offer was known by then. */
const stockOf = (
  offers: Awaited<ReturnType<HttpDeps['offerQueries']['counts']>>,
  before: Awaited<ReturnType<HttpDeps['offerQueries']['stockOn']>>,
): Pick<Dashboard, 'products' | 'stock_value'> => {
  const active = offers.reduce((added, one) => added + one.active, 0);
  const activeBefore = before.length === 0 ? null : before.reduce((added, one) => added + one.active, 0);
  const currencies = [...new Set([...offers, ...before].map(({ currency }) => currency))].sort();
  return {
    products: {
      now: active,
      before: activeBefore,
      change: activeBefore === null ? null : fraction(active, activeBefore),
    },
    stock_value: currencies.map((currency) => ({
      currency,
      ...comparedAmounts(
        sum(offers.filter((one) => one.currency === currency).map(({ stockValueNet }) => stockValueNet)),
        before.find((one) => one.currency === currency)?.stockValueNet ?? null,
      ),
    })),
  };
};

const accountHealth = async (deps: HttpDeps, keys: readonly string[]): Promise<Dashboard['accounts']> => {
  const completed = await deps.syncRunQueries.lastCompleted();
  return Promise.all(
    keys.map(async (key) => {
      const state = await (await deps.marketplace.account(key)).state();
      const lastSync = completed.find((run) => run.account === key && run.kind === 'orders');
      return {
        account_type: key,
        ok: state.code === 'ok',
        code: state.code,
        detail: state.text,
        checked_at: state.checkedAt,
        last_sync_at: lastSync?.finishedAt ?? null,
      };
    }),
  );
};

/** A log that cannot be reached is a check that fails, not a dashboard that does; nobody knows the lag then. */
const systemHealth = async (deps: HttpDeps): Promise<Dashboard['system']> => {
  const [checks, projections] = await Promise.all([
    deps.health.ready(),
    deps.system.projections().catch((): null => null),
  ]);
  const current = projections?.filter(({ state }) => state !== 'replaced');
  const statuses = Object.values(checks).map(({ status }) => status);
  return {
    status: statuses.includes('failing') ? 'failing' : statuses.every((one) => one === 'ok') ? 'ok' : 'warning',
    checks: Object.fromEntries(Object.entries(checks).map(([name, { status, detail }]) => [name, { status, detail }])),
    projection_lag_events: current ? Math.max(0, ...current.map(({ lag_events: lag }) => lag)) : null,
    parked_events: current ? current.reduce((added, { parked }) => added + parked, 0) : null,
  };
};

/** Work first, then the month, then how things stand. @throws HttpProblem `account-unknown` */
export const dashboardOf = async (
  deps: HttpDeps,
  accountType: string | undefined,
  user: Principal,
  minPosition: bigint | undefined,
): Promise<Dashboard> => {
  const now = deps.clock.now();
  const accounts = await accountsOf(deps, accountType);
  // Before the others begin: one of them that fails while nobody listens would end the process.
  const keys = await accountKeysOf(deps, accountType);
  const [figures, counts, offers, stockBefore, accountStates, system] = await Promise.all([
    orderDashboardOf(deps, accounts, now, minPosition),
    attentionCounts(deps, { accountType, accounts, user }),
    deps.offerQueries.counts(accounts),
    deps.offerQueries.stockOn(accounts, comparedMonths(now).last_month.to),
    accountHealth(deps, keys),
    systemHealth(deps),
  ]);
  const { dashboard } = figures;
  const currencies = [...new Set([...dashboard.months, ...dashboard.before].map(({ currency }) => currency))].sort();
  const [account = null] = accounts ?? [];
  return {
    generated_at: now.toISOString(),
    account_type: account,
    needs: [...needsOf(figures, counts, account === null ? {} : { account_type: account }, bucharestDay(now))],
    this_month: dashboard.this_month,
    last_month: dashboard.last_month,
    sales: comparedSales(dashboard, currencies),
    orders: compared(total(dashboard.now, 'orders'), total(dashboard.before, 'orders')),
    returns: compared(total(dashboard.now, 'returned'), total(dashboard.before, 'returned')),
    customers: compared(dashboard.customers.now, dashboard.customers.before),
    ...stockOf(offers, stockBefore),
    months: allMonths(dashboard, currencies),
    days: [...dashboard.days],
    by_status: [...dashboard.by_status] as Dashboard['by_status'],
    top_products: [...dashboard.top_products],
    accounts: accountStates,
    system,
  };
};
