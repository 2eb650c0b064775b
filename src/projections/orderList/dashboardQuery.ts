import type pg from 'pg';
import type { OrderStatus } from '../../domain/order/orderFacts.js';
import { bucharestDay } from '../bucharestDay.js';
import { amountOfHundredths } from '../hundredths.js';
import { lastDayOf, monthBefore, monthOf } from '../months.js';
import { averageOf } from './salesReport.js';
import type { OrderDashboard, PeriodFigures } from './salesQueries.js';
import { SALE, statusMix } from './statisticsQueries.js';

export interface DashboardTables {
  readonly totals: string;
  readonly days: string;
  readonly customers: string;
  readonly products: string;
}

const MONTHS_SHOWN = 6;
const TOP_PRODUCTS = 10;

/** This month so far, and the same days of the month before; a shorter month ends with itself. */
export const comparedMonths = (now: Date) => {
  const today = bucharestDay(now);
  const before = monthBefore(monthOf(today), 1);
  const sameDay = `${before}-${today.slice(8)}`;
  const lastDay = lastDayOf(before);
  return {
    this_month: { from: `${monthOf(today)}-01`, to: today },
    last_month: { from: `${before}-01`, to: sameDay < lastDay ? sameDay : lastDay },
  };
};

interface PeriodRow {
  readonly period: string;
  readonly currency: string;
  readonly orders: string;
  readonly units: string;
  readonly net: string;
  readonly gross: string;
  readonly canceled: string;
  readonly returned: string;
}

const PERIOD_SUMS = ['orders', 'units', 'net', 'gross']
  .map((sum) => `coalesce(sum(${sum}) filter (where ${SALE}), 0) as ${sum}`)
  .concat(
    ['canceled', 'returned'].map(
      (status) => `coalesce(sum(orders) filter (where status = '${status}'), 0) as ${status}`,
    ),
  )
  .join(', ');

const figuresOf = ({ currency, orders, units, net, gross, canceled, returned }: PeriodRow): PeriodFigures => ({
  currency,
  orders: Number(orders),
  units: Number(units),
  sales_net: amountOfHundredths(net),
  sales_gross: amountOfHundredths(gross),
  average_order: averageOf(BigInt(gross), BigInt(orders)),
  canceled: Number(canceled),
  returned: Number(returned),
});

/** The figures of the dashboard that rest on orders, from counters alone. */
export const orderDashboard = async (
  pool: pg.Pool,
  { totals, days, customers, products }: DashboardTables,
  accounts: readonly string[] | null,
  now: Date,
): Promise<OrderDashboard> => {
  const compared = comparedMonths(now);
  const { this_month: thisMonth, last_month: lastMonth } = compared;
  const firstMonth = monthBefore(monthOf(thisMonth.to), MONTHS_SHOWN - 1);
  const own = 'orders <> 0 and ($1::text[] is null or account = any($1))';

  const periods = async (period: string, from: string, to: string): Promise<PeriodRow[]> =>
    (
      await pool.query<PeriodRow>(
        `select ${period} as period, currency, ${PERIOD_SUMS} from ${days}
          where ${own} and day >= $2 and day <= $3 group by 1, 2 order by 1, 2`,
        [accounts, from, to],
      )
    ).rows;
  const buyers = async ({ from, to }: { from: string; to: string }): Promise<number> => {
    const { rows } = await pool.query<{ customers: string }>(
      `select count(distinct customer) as customers from ${customers}
        where orders > 0 and day >= $2 and day <= $3 and ($1::text[] is null or account = any($1))`,
      [accounts, from, to],
    );
    return Number(rows[0]?.customers ?? 0);
  };

  const [months, byDay, before, buyersNow, buyersBefore, byStatus, top] = await Promise.all([
    periods('left(day, 7)', `${firstMonth}-01`, thisMonth.to),
    periods('day', lastMonth.from, thisMonth.to),
    periods(`'before'`, lastMonth.from, lastMonth.to),
    buyers(thisMonth),
    buyers(lastMonth),
    pool.query<{ status: OrderStatus; orders: string }>(
      `select status, sum(orders) as orders from ${totals} where ${own} group by status`,
      [accounts],
    ),
    pool.query<{ sku: string; name: string; currency: string; orders: string; units: string; gross: string }>(
      `select sku, name, currency, orders, units, gross from (
         select sku, max(name) as name, currency, sum(orders) as orders, sum(units) as units, sum(gross) as gross,
                row_number() over (partition by currency order by sum(gross) desc, sku) as place
           from ${products} where ${own} and month = $2 group by sku, currency) ranked
        where place <= ${TOP_PRODUCTS} order by currency, place`,
      [accounts, monthOf(thisMonth.to)],
    ),
  ]);

  return {
    ...compared,
    now: months.filter(({ period }) => period === monthOf(thisMonth.to)).map(figuresOf),
    before: before.map(figuresOf),
    customers: { now: buyersNow, before: buyersBefore },
    months: months.map((row) => ({ month: row.period, ...figuresOf(row) })),
    days: byDay.map((row) => ({ day: row.period, ...figuresOf(row) })),
    by_status: statusMix(byStatus.rows),
    top_products: top.rows.map(({ sku, name, currency, orders, units, gross }) => ({
      sku,
      name,
      quantity: Number(units),
      sales_gross: amountOfHundredths(gross),
      currency,
      orders: Number(orders),
    })),
  };
};
