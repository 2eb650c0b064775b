/**
 * Order lists by hand on Node's own HTTP server: what a list costs when nothing stands around it.
 *
 * MODE=best: the best plan that we know for each question; totals from counters or stopped at 1,001, JSON built by
 * PostgreSQL, page and total side by side, named statements where a generic plan is as good.
 * MODE=counted: the same shape as it is usually written; page by OFFSET and `count(*)`, rows as objects.
 */
import { createServer } from 'node:http';
import pg from 'pg';
import { searchQuery } from '../../dist/projections/searchTerms.js';

const { DATABASE_URL, MODE, TABLE, TOTALS } = process.env;
const ITEMS = 25;
const LIMIT = 1_001;
const COLUMNS = { order_date: 'ordered_at', total_amount: 'total' };
const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: 20,
  application_name: MODE,
  options: '-c timezone=UTC',
});

const conditionsOf = (asked) => {
  const values = [];
  const conditions = [];
  const add = (condition, value) => conditions.push(condition.replace('?', `$${values.push(value)}`));
  if (asked.get('account_type')) add('account = ?', asked.get('account_type'));
  if (asked.get('status')) add('status = ?', asked.get('status'));
  if (asked.get('q')) add('terms @@ ?::tsquery', searchQuery(asked.get('q'), { hasCodes: true }));
  return { values, where: conditions.length === 0 ? '' : `where ${conditions.join(' and ')}` };
};

const joined = (chosen, column, order) =>
  `select string_agg(row.item::text, ',' order by chosen.value ${order}, chosen.key ${order}) as items,
          count(*) as rows, max(chosen.key) as key
     from (${chosen}) chosen join ${TABLE} row on row.key = chosen.key`;

/** Statements of one text are prepared once, except searches: their generic plan would lose the index. */
const named = (text, values, isSearch) => ({
  text,
  values,
  ...(!isSearch && { name: text.slice(0, 60) + text.length }),
});

const best = async (asked) => {
  const { where, values } = conditionsOf(asked);
  const column = COLUMNS[asked.get('sort') ?? 'order_date'];
  const isSearch = asked.has('q');
  const counted = async () => {
    if (isSearch) {
      const { rows } = await pool.query(
        `with found as materialized (select key from ${TABLE} ${where})
         select count(*) as total from (select from found limit ${LIMIT}) bounded`,
        values,
      );
      return Number(rows[0].total);
    }
    const { rows } = await pool.query(
      named(`select coalesce(sum(orders), 0) as total from ${TOTALS} ${where}`, values),
    );
    return Number(rows[0].total);
  };
  const page = async (isFew) => {
    const bound = asked.has('key') ? `where (${column}, key) < ($1::timestamptz, $2)` : where;
    const given = asked.has('key') ? [asked.get('value'), asked.get('key')] : values;
    const matching = `select key, ${column} as value from ${TABLE} ${bound}`;
    const chosen = isFew
      ? `with found as materialized (${matching}) select * from found order by value desc, key desc limit ${ITEMS + 1}`
      : `${matching} order by ${column} desc, key desc limit ${ITEMS + 1}`;
    const { rows } = await pool.query(named(joined(chosen, column, 'desc'), given, isSearch));
    return rows[0].items ?? '';
  };
  if (isSearch) {
    const total = await counted();
    return `{"orders":[${await page(total < LIMIT)}],"total":${total}}`;
  }
  const [items, total] = await Promise.all([page(false), counted()]);
  return `{"orders":[${items}],"total":${total}}`;
};

const counted = async (asked) => {
  const { where, values } = conditionsOf(asked);
  const column = COLUMNS[asked.get('sort') ?? 'order_date'];
  const [{ rows }, total] = await Promise.all([
    pool.query(
      `select item from ${TABLE} ${where} order by ${column} desc, key desc limit ${ITEMS} offset ${Number(asked.get('offset') ?? 0)}`,
      values,
    ),
    pool.query(`select count(*) as total from ${TABLE} ${where}`, values),
  ]);
  return JSON.stringify({ orders: rows.map(({ item }) => item), total: Number(total.rows[0].total) });
};

const answer = MODE === 'best' ? best : counted;
const server = createServer((req, res) => {
  answer(new URL(req.url, 'http://localhost').searchParams).then(
    (text) => res.writeHead(200, { 'content-type': 'application/json' }).end(text),
    (error) => res.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ ready: true, url: `http://127.0.0.1:${server.address().port}` })),
);
process.on('SIGTERM', () => process.exit(0));
