import type pg from 'pg';
import type { OrderStatus } from '../../domain/order/orderFacts.js';
import { amountOfHundredths } from '../hundredths.js';
import type { OrderStatistics, OrderSummaryRow, StatisticsRange } from './salesQueries.js';
import { statusNumber } from './statusNumbers.js';

export const SALE = `status not in ('canceled', 'returned')`;

interface SalesRow {
  readonly currency: string;
  readonly orders: string;
  readonly net: string;
  readonly gross: string;
}

const figures = ({ orders, net, gross }: SalesRow) => ({
  orders: Number(orders),
  sales_net: amountOfHundredths(net),
  sales_gross: amountOfHundredths(gross),
});

const SUMS = 'sum(orders) as orders, sum(net) as net, sum(gross) as gross';
const IN_RANGE = `orders <> 0 and ($1::text[] is null or account = any($1))
     and ($2::text is null or day >= $2) and ($3::text is null or day <= $3)`;

const rangeValues = ({ accounts, fromDay, toDay }: StatisticsRange) => [
  accounts ?? null,
  fromDay ?? null,
  toDay ?? null,
];

/** Figures of a range of days, summed from the counters of each day. */
export const orderStatistics = async (
  pool: pg.Pool,
  days: string,
  range: StatisticsRange,
): Promise<OrderStatistics> => {
  const values = rangeValues(range);
  const select = async <R extends pg.QueryResultRow>(sql: string): Promise<R[]> =>
    (await pool.query<R>(sql, values)).rows;
  const [byStatus, byAccount, totals, sales, byDay] = await Promise.all([
    select<{ status: OrderStatus; orders: string }>(
      `select status, sum(orders) as orders from ${days} where ${IN_RANGE} group by status`,
    ),
    select<{ account: string; orders: string }>(
      `select account, sum(orders) as orders from ${days} where ${IN_RANGE} group by account order by account`,
    ),
    select<SalesRow>(`select currency, ${SUMS} from ${days} where ${IN_RANGE} group by currency order by currency`),
    select<SalesRow>(
      `select currency, ${SUMS} from ${days} where ${IN_RANGE} and ${SALE} group by currency order by currency`,
    ),
    select<SalesRow & { day: string }>(
      `select day, currency, ${SUMS} from ${days} where ${IN_RANGE} and ${SALE} group by day, currency order by day, currency`,
    ),
  ]);
  return {
    from: range.fromDay ?? null,
    to: range.toDay ?? null,
    total_orders: byStatus.reduce((total, { orders }) => total + Number(orders), 0),
    by_status: statusMix(byStatus),
    by_account: byAccount.map(({ account, orders }) => ({ account_type: account, orders: Number(orders) })),
    totals: totals.map((row) => ({
      currency: row.currency,
      orders: Number(row.orders),
      total_amount: amountOfHundredths(row.gross),
    })),
    sales: sales.map((row) => ({ currency: row.currency, ...figures(row) })),
    by_day: byDay.map((row) => ({ day: row.day, currency: row.currency, ...figures(row) })),
  };
};

export const statusMix = (rows: readonly { status: OrderStatus; orders: string }[]): OrderStatistics['by_status'] =>
  rows
    .map(({ status, orders }) => ({ status: statusNumber(status), status_name: status, orders: Number(orders) }))
    .sort((a, b) => a.status - b.status);

/** All orders of a range of days by account, status and currency. */
export const orderSummary = async (
  pool: pg.Pool,
  days: string,
  range: StatisticsRange,
): Promise<readonly OrderSummaryRow[]> => {
  const { rows } = await pool.query<SalesRow & { account: string; status: OrderStatus; units: string }>(
    `select account, status, currency, sum(units) as units, ${SUMS} from ${days} where ${IN_RANGE} group by 1, 2, 3`,
    rangeValues(range),
  );
  return rows
    .map((row) => ({
      account_type: row.account,
      status: statusNumber(row.status),
      status_name: row.status,
      currency: row.currency,
      orders: Number(row.orders),
      units: Number(row.units),
      net: amountOfHundredths(row.net),
      vat: amountOfHundredths(BigInt(row.gross) - BigInt(row.net)),
      gross: amountOfHundredths(row.gross),
    }))
    .sort((a, b) => a.account_type.localeCompare(b.account_type) || a.status - b.status);
};
