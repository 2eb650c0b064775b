import type pg from 'pg';
import type { OrderStatus } from '../../domain/order/orderFacts.js';
import { bucharestDay } from '../bucharestDay.js';
import { amountOfHundredths } from '../hundredths.js';
import type { MonthFigures, OrderDashboard, OrderStatistics, StatisticsRange } from './orderQueries.js';
import { statusNumber } from './statusNumbers.js';

const SALE = `status not in ('canceled', 'returned')`;

const numberOf = (value: string): number => Number(value);

interface SalesRow {
  readonly currency: string;
  readonly orders: string;
  readonly net: string;
  readonly gross: string;
}

const figures = ({ orders, net, gross }: SalesRow) => ({
  orders: numberOf(orders),
  sales_net: amountOfHundredths(net),
  sales_gross: amountOfHundredths(gross),
});

const SUMS = 'sum(orders) as orders, sum(net) as net, sum(gross) as gross';

/** Figures of a range of days, summed from the counters of each day. */
export const orderStatistics = async (
  pool: pg.Pool,
  days: string,
  { accounts, fromDay, toDay }: StatisticsRange,
): Promise<OrderStatistics> => {
  const values = [accounts ?? null, fromDay ?? null, toDay ?? null];
  const range = `orders <> 0 and ($1::text[] is null or account = any($1))
     and ($2::text is null or day >= $2) and ($3::text is null or day <= $3)`;
  const select = async <R extends pg.QueryResultRow>(sql: string): Promise<R[]> =>
    (await pool.query<R>(sql, values)).rows;
  const [byStatus, byAccount, totals, sales, byDay] = await Promise.all([
    select<{ status: OrderStatus; orders: string }>(
      `select status, sum(orders) as orders from ${days} where ${range} group by status`,
    ),
    select<{ account: string; orders: string }>(
      `select account, sum(orders) as orders from ${days} where ${range} group by account order by account`,
    ),
    select<SalesRow>(`select currency, ${SUMS} from ${days} where ${range} group by currency order by currency`),
    select<SalesRow>(
      `select currency, ${SUMS} from ${days} where ${range} and ${SALE} group by currency order by currency`,
    ),
    select<SalesRow & { day: string }>(
      `select day, currency, ${SUMS} from ${days} where ${range} and ${SALE} group by day, currency order by day, currency`,
    ),
  ]);
  return {
    from: fromDay ?? null,
    to: toDay ?? null,
    total_orders: byStatus.reduce((total, { orders }) => total + numberOf(orders), 0),
    by_status: statusMix(byStatus),
    by_account: byAccount.map(({ account, orders }) => ({ account_type: account, orders: numberOf(orders) })),
    totals: totals.map((row) => ({
      currency: row.currency,
      orders: numberOf(row.orders),
      total_amount: amountOfHundredths(row.gross),
    })),
    sales: sales.map((row) => ({ currency: row.currency, ...figures(row) })),
    by_day: byDay.map((row) => ({ day: row.day, currency: row.currency, ...figures(row) })),
  };
};

const statusMix = (rows: readonly { status: OrderStatus; orders: string }[]): OrderStatistics['by_status'] =>
  rows
    .map(({ status, orders }) => ({
      status: statusNumber(status),
      status_name: status,
      orders: numberOf(orders),
    }))
    .sort((a, b) => a.status - b.status);

/** `YYYY-MM`, some months before another one. */
const monthBefore = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - months, 1)).toISOString().slice(0, 7);
};

interface DashboardTables {
  readonly days: string;
  readonly customers: string;
  readonly products: string;
}

const MONTHS_SHOWN = 6;
const TOP_PRODUCTS = 10;

/** This month, the five before, and last month up to the same day of the month. */
export const orderDashboard = async (
  pool: pg.Pool,
  { days, customers, products }: DashboardTables,
  accounts: readonly string[] | null,
  now: Date,
): Promise<OrderDashboard> => {
  const today = bucharestDay(now);
  const thisMonth = today.slice(0, 7);
  const lastMonth = monthBefore(thisMonth, 1);
  const firstMonth = monthBefore(thisMonth, MONTHS_SHOWN - 1);
  const own = '($1::text[] is null or account = any($1))';

  const [months, customersByMonth, lastMonthToDate, byStatus, top] = await Promise.all([
    pool.query<SalesRow & { month: string }>(
      `select left(day, 7) as month, currency, ${SUMS} from ${days}
        where orders <> 0 and ${own} and day >= $2 and day <= $3 and ${SALE} group by 1, 2 order by 1, 2`,
      [accounts, `${firstMonth}-01`, `${thisMonth}-31`],
    ),
    pool.query<{ month: string; currency: string; customers: string }>(
      `select month, currency, count(distinct customer) as customers from ${customers}
        where orders <> 0 and ${own} and month >= $2 and month <= $3 group by 1, 2`,
      [accounts, firstMonth, thisMonth],
    ),
    pool.query<SalesRow>(
      `select currency, ${SUMS} from ${days}
        where orders <> 0 and ${own} and day >= $2 and day <= $3 and ${SALE} group by 1 order by 1`,
      [accounts, `${lastMonth}-01`, `${lastMonth}-${today.slice(8)}`],
    ),
    pool.query<{ status: OrderStatus; orders: string }>(
      `select status, sum(orders) as orders from ${days}
        where orders <> 0 and ${own} and day >= $2 and day <= $3 group by status`,
      [accounts, `${thisMonth}-01`, `${thisMonth}-31`],
    ),
    pool.query<{ sku: string; name: string; currency: string; orders: string; quantity: string; gross: string }>(
      `select sku, max(name) as name, currency, sum(orders) as orders, sum(quantity) as quantity, sum(gross) as gross
         from ${products} where quantity > 0 and ${own} and month = $2
        group by sku, currency order by sum(gross) desc, sku, currency limit ${TOP_PRODUCTS}`,
      [accounts, thisMonth],
    ),
  ]);

  const buyers = (month: string, currency: string): number =>
    numberOf(customersByMonth.rows.find((row) => row.month === month && row.currency === currency)?.customers ?? '0');
  const monthFigures = (row: SalesRow & { month: string }): MonthFigures => ({
    month: row.month,
    currency: row.currency,
    ...figures(row),
    customers: buyers(row.month, row.currency),
  });
  return {
    months: months.rows.map(monthFigures),
    last_month_to_date: lastMonthToDate.rows.map((row) => ({
      month: lastMonth,
      currency: row.currency,
      ...figures(row),
    })),
    by_status: statusMix(byStatus.rows),
    top_products: top.rows.map(({ sku, name, currency, orders, quantity, gross }) => ({
      sku,
      name,
      quantity: numberOf(quantity),
      sales_gross: amountOfHundredths(gross),
      currency,
      orders: numberOf(orders),
    })),
  };
};
