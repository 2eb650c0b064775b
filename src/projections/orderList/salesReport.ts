import type pg from 'pg';
import { amountOfHundredths } from '../hundredths.js';
import { monthOf, monthAfter, monthBefore } from '../months.js';
import { nextDay } from '../bucharestDay.js';
import type { SalesGroup, SalesReportQuery, SalesReportRow, SalesSort } from './salesQueries.js';

export interface SalesTables {
  readonly days: string;
  readonly products: string;
  readonly productDays: string;
  readonly offers: string;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const SUMS = ['orders', 'units', 'net', 'gross', 'canceled', 'returned'] as const;
const ADDED = SUMS.map((sum) => `sum(${sum}) as ${sum}`).join(', ');

const PERIODS: Readonly<Partial<Record<SalesGroup, string>>> = {
  day: 'day',
  week: `to_char(day::date, 'IYYY"-W"IW')`,
  month: 'left(day, 7)',
  account: 'account',
};

const sold = (sum: string): string => `case when status in ('canceled', 'returned') then 0 else ${sum} end`;

/** Sums of orders by a part of their day, or by account. */
const ordersBy = (group: string, { days }: SalesTables): string => `
  select ${group} as grp, ${group} as label, currency, sum(${sold('orders')}) as orders, sum(${sold('units')}) as units,
         sum(${sold('net')}) as net, sum(${sold('gross')}) as gross,
         sum(orders) filter (where status = 'canceled') as canceled,
         sum(orders) filter (where status = 'returned') as returned
    from ${days}
   where ($1::text[] is null or account = any($1)) and ($2::text is null or day >= $2)
     and ($3::text is null or day <= $3) and orders <> 0
   group by 1, 3`;

/** Whole months come from their own sums; only the days at both ends are added up. */
const productSums = ({ products, productDays }: SalesTables): string => `
          select account, currency, sku, name, ${SUMS.join(', ')} from ${products}
           where ($1::text[] is null or account = any($1)) and month >= $4 and month <= $5
          union all
          select account, currency, sku, name, ${SUMS.join(', ')} from ${productDays}
           where ($1::text[] is null or account = any($1)) and day >= coalesce($2, '') and day < $6
          union all
          select account, currency, sku, name, ${SUMS.join(', ')} from ${productDays}
           where ($1::text[] is null or account = any($1)) and day >= $7 and day <= coalesce($3, '9')`;

/** An account's product once, before its offer is looked up. */
const accountSums = (tables: SalesTables): string =>
  `select account, currency, sku, ${ADDED} from (${productSums(tables)}) parts group by account, currency, sku`;

/** As the offer of the same SKU has it now: a product that moves to another category takes its past along. */
const withCategory = (sums: string, offers: string): string => `
  select coalesce(offer.id, 'unknown') as category, offer.name as category_name, sums.*
    from (${sums}) sums left join lateral (
      select o.product->>'category_id' as id, o.product->>'category_name' as name
        from ${offers} o where o.sku = sums.sku and o.account = sums.account limit 1) offer on true`;

const groupsOf = (groupBy: SalesGroup, tables: SalesTables): string => {
  switch (groupBy) {
    case 'product':
      return `select sku as grp, max(name) as label, currency, ${ADDED} from (${productSums(tables)}) sums group by 1, 3`;
    case 'category':
      return `select category as grp, coalesce(max(category_name), category) as label, currency, ${ADDED}
                from (${withCategory(accountSums(tables), tables.offers)}) named group by 1, 3`;
    default:
      return ordersBy(PERIODS[groupBy] ?? 'day', tables);
  }
};

const SORT_COLUMNS: Readonly<Record<SalesSort, string>> = {
  group: 'grp',
  orders: 'orders',
  units: 'units',
  net: 'net',
  gross: 'gross',
  canceled: 'canceled',
  returned: 'returned',
};

const FIRST_MONTH = '0000-00';
const LAST_MONTH = '9999-99';
const LAST_YEAR = '9999';

/** The months that lie wholly in a range of days, and where the days before and after them end and begin. */
export const wholeMonths = (fromDay: string | undefined, lastDay: string | undefined) => {
  // Behind the last year that is written with four digits there is no month to begin anew with.
  const toDay = lastDay !== undefined && lastDay < LAST_YEAR ? lastDay : undefined;
  const isFirst = fromDay === undefined || fromDay.endsWith('-01');
  const isLast = toDay === undefined || nextDay(toDay).endsWith('-01');
  const first = fromDay === undefined ? FIRST_MONTH : isFirst ? monthOf(fromDay) : monthAfter(monthOf(fromDay));
  const last = toDay === undefined ? LAST_MONTH : isLast ? monthOf(toDay) : monthBefore(monthOf(toDay), 1);
  if (first > last) return { first: LAST_MONTH, last: FIRST_MONTH, daysBefore: '', daysFrom: fromDay ?? '' };
  return {
    first,
    last,
    daysBefore: fromDay === undefined ? '' : `${first}-01`,
    daysFrom: toDay === undefined ? 'none' : `${monthAfter(last)}-01`,
  };
};

export const salesReportStatement = (
  tables: SalesTables,
  { accounts, fromDay, toDay, groupBy, sort, order, q, onlyReturned, offset, limit }: SalesReportQuery,
): Statement => {
  const values: unknown[] = [accounts ?? null, fromDay ?? null, toDay ?? null];
  if (groupBy === 'product' || groupBy === 'category') {
    const { first, last, daysBefore, daysFrom } = wholeMonths(fromDay, toDay);
    values.push(first, last, daysBefore, daysFrom);
  }
  const conditions = ['(orders <> 0 or canceled <> 0 or returned <> 0)'];
  if (onlyReturned) conditions.push('returned <> 0');
  if (q !== undefined) {
    values.push(q.toLowerCase());
    conditions.push(
      `(position($${values.length} in lower(grp)) > 0 or position($${values.length} in lower(label)) > 0)`,
    );
  }
  values.push(limit, offset);
  const column = SORT_COLUMNS[sort];
  return {
    text: `select grp as group, label, currency, orders, units, net, gross, coalesce(canceled, 0) as canceled,
                  coalesce(returned, 0) as returned, count(*) over () as total
             from (${groupsOf(groupBy, tables)}) groups where ${conditions.join(' and ')}
            order by ${column} ${order}, grp, currency limit $${values.length - 1} offset $${values.length}`,
    values,
  };
};

interface GroupRow {
  readonly group: string;
  readonly label: string;
  readonly currency: string;
  readonly orders: string;
  readonly units: string;
  readonly net: string;
  readonly gross: string;
  readonly canceled: string;
  readonly returned: string;
  readonly total: string;
}

/** Half up, as everywhere; sums of sales are never negative by more than a voucher. */
export const averageOf = (gross: bigint, orders: bigint): string | null =>
  orders === 0n ? null : amountOfHundredths((2n * gross + orders) / (2n * orders));

const reportRow = (row: GroupRow): SalesReportRow => ({
  group: row.group,
  label: row.label,
  currency: row.currency,
  orders: Number(row.orders),
  units: Number(row.units),
  net: amountOfHundredths(row.net),
  vat: amountOfHundredths(BigInt(row.gross) - BigInt(row.net)),
  gross: amountOfHundredths(row.gross),
  average: averageOf(BigInt(row.gross), BigInt(row.orders)),
  canceled: Number(row.canceled),
  returned: Number(row.returned),
});

/** Sums of groups, sorted and cut in the database. A page behind the last one has no row to tell the total. */
export const salesReport = async (
  pool: pg.Pool,
  tables: SalesTables,
  query: SalesReportQuery,
): Promise<{ items: readonly SalesReportRow[]; total: number }> => {
  const { text, values } = salesReportStatement(tables, query);
  const { rows } = await pool.query<GroupRow>(text, [...values]);
  if (rows.length === 0 && query.offset > 0) {
    const { total } = await salesReport(pool, tables, { ...query, offset: 0, limit: 1 });
    return { items: [], total };
  }
  return { items: rows.map(reportRow), total: Number(rows[0]?.total ?? 0) };
};
