import type pg from 'pg';
import type { OfferKey } from '../../domain/offer/offer.js';
import { amountOfHundredths } from '../hundredths.js';
import type { ListPage, ListRequest } from '../listPage.js';
import { Predicate, runListQuery, type Sortable } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import type { AttentionItem } from '../orderList/attentionQueries.js';
import type { OfferCounts, OfferFilter, OfferQueries, OfferRow, OfferSort, OfferStock } from './offerQueries.js';

const SORTS: Readonly<Record<OfferSort, Sortable>> = {
  id: { column: 'offer_number', type: 'bigint' },
  sku: { column: 'sku', type: 'text' },
  name: { column: 'name', type: 'text' },
  price_net: { column: 'price_net', type: 'numeric' },
  stock: { column: 'stock', type: 'integer' },
  last_synced_at: { column: 'last_synced_at', type: 'timestamptz' },
};

/** The one predicate of offer lists. Unless asked for, only active offers are listed. */
export const offerPredicate = (filter: OfferFilter, q: string | undefined): Predicate => {
  const statuses = filter.statuses ?? (filter.includeInactive ? undefined : (['active'] as const));
  const predicate = new Predicate()
    .oneOf('account', filter.accounts)
    .oneOf('status', statuses)
    .matching('terms', q, { hasCodes: true });
  if (filter.brand !== undefined) predicate.where('brand = ?', filter.brand.toLowerCase());
  if (filter.validationStatus !== undefined) predicate.where('validation_status = ?', filter.validationStatus);
  if (filter.inStock !== undefined) predicate.whereTrue(filter.inStock ? 'stock > 0' : 'stock <= 0');
  if (filter.buyBoxLost !== undefined) {
    predicate.whereTrue(filter.buyBoxLost ? 'is_buy_box_lost' : 'not is_buy_box_lost');
  }
  if (filter.priceNetFrom !== undefined) predicate.where('price_net >= ?', filter.priceNetFrom);
  if (filter.priceNetTo !== undefined) predicate.where('price_net <= ?', filter.priceNetTo);
  return predicate;
};

/** What the counters by account and status answer exactly. */
const isCounted = (filter: OfferFilter, q: string | undefined): boolean => {
  const { accounts: _accounts, statuses: _statuses, includeInactive: _includeInactive, ...others } = filter;
  return q === undefined && Object.values(others).every((value) => value === undefined);
};

/** Offers read from PostgreSQL. */
export class PgOfferQueries implements OfferQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  products(filter: OfferFilter, request: ListRequest<OfferSort>): Promise<ListPage> {
    return this.list(filter, request, 'product');
  }

  offers(filter: OfferFilter, request: ListRequest<OfferSort>): Promise<ListPage> {
    return this.list(filter, request, 'offer');
  }

  async offer(account: string, offerId: string): Promise<OfferRow | null> {
    const { rows } = await this.pool.query<{ item: string; revision: string; position: string }>(
      `select offer::text as item, revision, position from ${await this.tables.table('offers', 'offers')} where key = $1`,
      [`${account}-${offerId}`],
    );
    const [row] = rows;
    return row ? { item: row.item, revision: BigInt(row.revision), position: BigInt(row.position) } : null;
  }

  async imageUrls(keys: readonly OfferKey[]): Promise<ReadonlyMap<string, string>> {
    if (keys.length === 0) return new Map();
    const { rows } = await this.pool.query<{ key: string; url: string }>(
      `select key, offer ->> 'image_url' as url from ${await this.tables.table('offers', 'offers')}
        where key = any($1) and offer ->> 'image_url' is not null`,
      [[...new Set(keys.map(({ account, offerId }) => `${account}-${offerId}`))]],
    );
    return new Map(rows.map(({ key, url }) => [key, url]));
  }

  async counts(accounts: readonly string[] | null): Promise<readonly OfferCounts[]> {
    const { rows } = await this.pool.query<{
      account: string;
      currency: string;
      total: string;
      active: string;
      stock_value: string;
    }>(
      `select account, currency, sum(offers) as total, coalesce(sum(offers) filter (where status = 'active'), 0) as active,
              sum(stock_value) as stock_value
         from ${await this.tables.table('offers', 'offer_totals')}
        where offers <> 0 and ($1::text[] is null or account = any($1))
        group by account, currency order by account, currency`,
      [accounts],
    );
    return rows.map(({ account, currency, total, active, stock_value }) => ({
      account,
      total: Number(total),
      active: Number(active),
      stockValueNet: amountOfHundredths(stock_value),
      currency,
    }));
  }

  async stockOn(accounts: readonly string[] | null, day: string): Promise<readonly OfferStock[]> {
    const { rows } = await this.pool.query<{ currency: string; active: string; stock_value: string }>(
      `select currency, sum(active) as active, sum(stock_value) as stock_value
         from ${await this.tables.table('offers', 'offer_days')}
        where day <= $2 and ($1::text[] is null or account = any($1)) group by currency order by currency`,
      [accounts, day],
    );
    return rows.map(({ currency, active, stock_value }) => ({
      currency,
      active: Number(active),
      stockValueNet: amountOfHundredths(stock_value),
    }));
  }

  async attention(accounts: readonly string[] | null, limit: number): Promise<readonly AttentionItem[]> {
    const { rows } = await this.pool.query<{ item: AttentionItem }>(
      `select item from ${await this.tables.table('offers', 'offer_attention')}
        where $1::text[] is null or account = any($1) order by since, key limit $2`,
      [accounts, limit],
    );
    return rows.map(({ item }) => item);
  }

  private async list(
    filter: OfferFilter,
    request: ListRequest<OfferSort>,
    item: 'product' | 'offer',
  ): Promise<ListPage> {
    return runListQuery(this.pool, {
      table: await this.tables.table('offers', 'offers'),
      predicate: offerPredicate(filter, request.q),
      sorts: SORTS,
      defaultSort: 'name',
      defaultOrder: 'asc',
      request,
      item,
      ...(isCounted(filter, request.q) && { exactTotal: () => this.total(filter) }),
    });
  }

  private async total({ accounts, statuses, includeInactive }: OfferFilter): Promise<number> {
    const { rows } = await this.pool.query<{ offers: string }>(
      `select coalesce(sum(offers), 0) as offers from ${await this.tables.table('offers', 'offer_totals')}
        where ($1::text[] is null or account = any($1)) and ($2::text[] is null or status = any($2))`,
      [accounts ?? null, statuses ?? (includeInactive ? null : ['active'])],
    );
    return Number(rows[0]?.offers ?? 0);
  }
}
