import type pg from 'pg';
import type { LocalOffers, OfferCodes } from '../../application/ports/localOffers.js';
import type { LocalOffer } from '../../domain/ean/matching.js';
import type { ReadTables } from '../readTables.js';

/** Codes are rare words: what carries one is a handful, unless somebody gave every offer the same code. */
const MOST_OFFERS = 100;

/** As the search column holds it: one word of letters and digits. */
const lexeme = (code: string): string[] => (/^[\p{L}\p{N}]{1,100}$/u.test(code) ? [`'${code.toLowerCase()}'`] : []);

interface OfferRow {
  account: string;
  offer_id: string;
  product: {
    sku: string | null;
    name: string;
    part_number_key: string | null;
    eans: string[];
    is_active: boolean;
  };
}

/** Reads the offers' own search index; what it finds by a word is then compared by code. */
export class PgLocalOffers implements LocalOffers {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  async find({ eans, partNumberKeys, sku }: OfferCodes): Promise<readonly LocalOffer[]> {
    const terms = [...eans, ...partNumberKeys].flatMap(lexeme).join(' | ');
    const { rows } = await this.pool.query<OfferRow>(
      `select account, offer_id, product from ${await this.tables.table('offers', 'offers')}
        where ($1::text is not null and terms @@ $1::tsquery) or ($2::text is not null and sku = $2)
        order by key limit ${MOST_OFFERS}`,
      [terms || null, sku],
    );
    return rows.flatMap(({ account, offer_id: offerId, product }) => {
      const matchedBy: LocalOffer['matchedBy'] = [
        ...(partNumberKeys.includes(product.part_number_key ?? '') ? (['part_number_key'] as const) : []),
        ...(product.eans.some((ean) => eans.includes(ean)) ? (['ean'] as const) : []),
        ...(sku !== null && product.sku === sku ? (['sku'] as const) : []),
      ];
      if (matchedBy.length === 0) return [];
      return [
        {
          account,
          offerId,
          sku: product.sku,
          name: product.name,
          partNumberKey: product.part_number_key,
          eans: product.eans,
          isActive: product.is_active,
          matchedBy,
        },
      ];
    });
  }
}
