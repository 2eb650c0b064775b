import type pg from 'pg';
import type { OfferStatus } from '../../domain/offer/offer.js';
import type { JsonText, ListPage, ListRequest } from '../listPage.js';
import { Predicate, runListQuery, type Sortable } from '../listQuery.js';
import type { ReadTables } from '../readTables.js';
import { COUNTED_ROWS } from '../tables.js';
import { ALL_ACCOUNTS, type CatalogueFilter, type CatalogueQueries, type CatalogueSort } from './catalogueQueries.js';
import { skuKey } from './catalogueMember.js';

export const CATALOGUE_SORT_COLUMNS: Readonly<Record<CatalogueSort, Sortable>> = {
  name: { column: 'name', type: 'text' },
  sku: { column: 'sku', type: 'text' },
  stock: { column: 'stock', type: 'bigint' },
  price: { column: 'price_net', type: 'numeric' },
};

const STATUS_COLUMNS: Readonly<Record<OfferStatus, string>> = {
  active: 'has_active',
  inactive: 'has_inactive',
  end_of_life: 'has_end_of_life',
};

/** The one predicate of the catalogue. */
export const cataloguePredicate = (filter: CatalogueFilter, q: string | undefined): Predicate => {
  const { account, statuses, brand, validationStatus, inStock, buyBoxLost } = filter;
  const predicate = new Predicate()
    .where('scope = ?', account ?? ALL_ACCOUNTS)
    .matching('terms', q, { hasCodes: true });
  if (statuses) predicate.whereTrue(`(${[...new Set(statuses)].map((status) => STATUS_COLUMNS[status]).join(' or ')})`);
  if (brand !== undefined) predicate.where('brand = ?', brand.toLowerCase());
  if (validationStatus !== undefined) predicate.where('validation_statuses @> array[?::integer]', validationStatus);
  if (inStock !== undefined) predicate.whereTrue(inStock ? 'stock > 0' : 'stock <= 0');
  if (buyBoxLost !== undefined) predicate.whereTrue(buyBoxLost ? 'is_buy_box_lost' : 'not is_buy_box_lost');
  return predicate;
};

/** The catalogue read from PostgreSQL. */
export class PgCatalogueQueries implements CatalogueQueries {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async list(filter: CatalogueFilter, request: ListRequest<CatalogueSort>): Promise<ListPage> {
    const { account: _account, ...others } = filter;
    const isCounted = request.q === undefined && Object.values(others).every((value) => value === undefined);
    return runListQuery(this.pool, {
      table: await this.tables.table('offers', 'catalogue'),
      predicate: cataloguePredicate(filter, request.q),
      sorts: CATALOGUE_SORT_COLUMNS,
      defaultSort: 'name',
      defaultOrder: 'asc',
      request,
      item: 'item',
      ...(isCounted && { exactTotal: () => this.total(filter) }),
    });
  }

  async bySku(sku: string, account: string | null): Promise<JsonText | null> {
    const { rows } = await this.pool.query<{ item: string }>(
      `select item::text as item from ${await this.tables.table('offers', 'catalogue')} where key = $1`,
      [`${account ?? ALL_ACCOUNTS}:${skuKey(sku)}`],
    );
    return rows[0]?.item ?? null;
  }

  private async total({ account }: CatalogueFilter): Promise<number> {
    const { rows } = await this.pool.query<{ products: string }>(
      `select coalesce(sum(${COUNTED_ROWS}), 0) as products
         from ${await this.tables.table('offers', 'catalogue_totals')} where scope = $1`,
      [account ?? ALL_ACCOUNTS],
    );
    return Number(rows[0]?.products ?? 0);
  }
}
