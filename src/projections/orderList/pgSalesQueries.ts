import type pg from 'pg';
import { bucharestDay, dayEnd } from '../bucharestDay.js';
import { COUNT_LIMIT, countStatement, Predicate } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import { orderDashboard } from './dashboardQuery.js';
import { salesReport, type SalesTables } from './salesReport.js';
import type {
  OrderDashboard,
  OrderStatistics,
  OrderSummaryRow,
  OrderWork,
  SalesQueries,
  SalesReportQuery,
  SalesReportRow,
  StatisticsRange,
} from './salesQueries.js';
import { orderStatistics, orderSummary } from './statisticsQueries.js';

/** Older orders without an invoice of ours were invoiced elsewhere, before MagFlow. */
const INVOICE_DAYS = 30;
const DAY_MS = 86_400_000;

/** What the courier must have by a moment; by the index of deadlines. */
export const duePredicate = (accounts: readonly string[] | null, until: string): Predicate =>
  new Predicate()
    .whereTrue(`status in ('in_progress', 'prepared') and not has_awb and fulfilment = 'own'`)
    .where('ship_by <= ?', until)
    .oneOf('account', accounts);

/** Figures of orders read from PostgreSQL. */
export class PgSalesQueries implements SalesQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async summary(range: StatisticsRange): Promise<OrderStatistics> {
    return orderStatistics(this.pool, await this.table('order_days'), range);
  }

  async orderSummary(range: StatisticsRange): Promise<readonly OrderSummaryRow[]> {
    return orderSummary(this.pool, await this.table('order_days'), range);
  }

  async dashboard(accounts: readonly string[] | null, now: Date): Promise<OrderDashboard> {
    const tables = {
      totals: await this.table('order_totals'),
      days: await this.table('order_days'),
      customers: await this.table('order_customers'),
      products: await this.table('order_products'),
    };
    return orderDashboard(this.pool, tables, accounts, now);
  }

  async work(accounts: readonly string[] | null, now: Date): Promise<OrderWork> {
    const from = bucharestDay(new Date(now.getTime() - INVOICE_DAYS * DAY_MS));
    const due = countStatement({
      table: await this.table('order_list'),
      predicate: duePredicate(accounts, dayEnd(bucharestDay(now))),
    });
    const [work, today] = await Promise.all([
      this.pool.query<{ kind: string; orders: string }>(
        `select kind, sum(orders) as orders from ${await this.table('order_work')}
          where (kind in ('confirm', 'ship') or kind = 'invoice' and day >= $2)
            and ($1::text[] is null or account = any($1)) group by kind`,
        [accounts, from],
      ),
      this.pool.query<{ counted: string }>(due.text, [...due.values]),
    ]);
    const countOf = (kind: string): number => Number(work.rows.find((row) => row.kind === kind)?.orders ?? 0);
    const counted = Number(today.rows[0]?.counted ?? 0);
    return {
      confirm: countOf('confirm'),
      ship: countOf('ship'),
      ship_today: { count: Math.min(counted, COUNT_LIMIT), isLowerBound: counted > COUNT_LIMIT },
      invoice: { count: countOf('invoice'), from },
    };
  }

  async report(query: SalesReportQuery): Promise<{ items: readonly SalesReportRow[]; total: number }> {
    return salesReport(this.pool, await this.salesTables(), query);
  }

  private async salesTables(): Promise<SalesTables> {
    return {
      days: await this.table('order_days'),
      products: await this.table('order_products'),
      productDays: await this.table('order_product_days'),
      offers: await this.tables.table('offers', 'offers'),
    };
  }

  private table(name: string): Promise<string> {
    return this.tables.table('order_list', name);
  }
}
