import { ranges } from '../data/catalogue.js';
import { pictureAddress } from '../data/pictureAddresses.js';
import { closedCategories, type ForeignProduct } from '../data/foreignCatalogue.js';
import { refusal, success, plain, type Answer } from '../http/answer.js';
import type { Call } from '../http/call.js';
import { flagOf, intOf, textOf } from '../http/fieldReaders.js';
import { isFields } from '../http/requestBody.js';
import { parseDecimal } from '../data/money.js';
import { toNaive } from '../bucharestTime.js';
import type { Offer } from '../model.js';

const categoryNames = new Map(ranges.map(({ categoryId, category }) => [categoryId, category]));
const closed = new Set(closedCategories.map(({ id }) => id));

interface Listed extends ForeignProduct {
  readonly image: string;
  readonly hotness: string;
}

const fromOffer = (ean: string, offer: Offer): Listed | undefined =>
  offer.partNumberKey === null
    ? undefined
    : {
        ean,
        partNumberKey: offer.partNumberKey,
        name: offer.name,
        brand: offer.brand,
        categoryId: offer.categoryId,
        category: categoryNames.get(offer.categoryId) ?? '',
        image: offer.images[0] ?? '',
        hotness: offer.id % 3 === 0 ? 'SUPER COLD' : 'COLD',
      };

/** The catalogue by EAN: what our accounts offer and what others do; one code may have several products. */
const catalogueOf = ({ world }: Call): Map<string, Map<string, Listed>> => {
  const byEan = new Map<string, Map<string, Listed>>();
  const add = (product: Listed | undefined): void => {
    if (!product) return;
    const products = byEan.get(product.ean) ?? new Map<string, Listed>();
    if (!products.has(product.partNumberKey)) products.set(product.partNumberKey, product);
    byEan.set(product.ean, products);
  };
  for (const account of world.accounts.values())
    for (const offer of account.offers.values()) for (const ean of offer.ean) add(fromOffer(ean, offer));
  for (const product of world.foreignProducts)
    add({
      ...product,
      image: pictureAddress(product.categoryId, product.partNumberKey),
      hotness: 'COLD',
    });
  return byEan;
};

const productView = (call: Call, product: Listed): Record<string, unknown> => ({
  ean: product.ean,
  part_number_key: product.partNumberKey,
  product_name: product.name,
  brand_name: product.brand,
  category_name: product.category,
  doc_category_id: product.categoryId,
  site_url: `http://emag.ro/product_details/pd/${product.partNumberKey}`,
  allowed_to_add_offer: !closed.has(product.categoryId),
  vendor_has_offer: [...call.account.offers.values()].some(
    ({ partNumberKey }) => partNumberKey === product.partNumberKey,
  ),
  hotness: product.hotness,
  product_image: `${product.image}?width=150&height=150`,
});

/** `GET documentation/find_by_eans` (reference §13.1): an object keyed by EAN; `eans[]`, `eans[0]` and `eans` alike. */
export const findByEans = (call: Call): Answer => {
  const asked = [...call.query].filter(([key]) => /^eans(\[\d*\])?$/.test(key)).map(([, value]) => value.trim());
  const eans = [...new Set(asked)].slice(0, 100);
  const catalogue = catalogueOf(call);
  const results = Object.fromEntries(
    eans.map((ean) => [
      ean,
      { products: [...(catalogue.get(ean)?.values() ?? [])].map((product) => productView(call, product)) },
    ]),
  );
  const notice = asked.length > 100 ? ['Only the first 100 EANs were searched.'] : [];
  return success(eans.length === 0 ? [] : results, notice);
};

/** `GET /api/v1/commission/estimate/{extId}` (§13.2): a percentage, outside the envelope. */
export const estimateCommission = (call: Call): Answer => {
  const id = intOf(call.params[0]);
  if (id === undefined) return plain(400, { code: 400, message: 'Invalid ext id' });
  const offer = call.account.offers.get(id);
  if (!offer) return plain(404, { code: 404, message: 'Offer not found' });
  const data = { value: 8 + (offer.categoryId % 15) + 0.5, id, created: toNaive(offer.created), end_date: null };
  return plain(200, { code: 200, data });
};

export const searchByEan = (call: Call): Answer => {
  const ean = call.query.get('ean') ?? '';
  if (!/^\d{6,14}$/.test(ean)) return plain(400, { code: 400, message: 'Invalid EAN' });
  const ids = [...call.account.offers.values()].filter((offer) => offer.ean.includes(ean)).map(({ id }) => id);
  return plain(200, { code: 200, data: { ext_ids: ids } });
};

/** `GET smart-deals-price-check` (§13.3); no target for some offers. */
export const checkSmartDeal = (call: Call): Answer => {
  const offer = call.account.offers.get(intOf(call.query.get('productId') ?? undefined) ?? -1);
  if (!offer) return refusal('Product not found');
  const target = offer.id % 5 === 0 ? null : Math.round(offer.priceE4 * 0.88) / 10_000;
  return plain(200, { isError: false, messages: [], results: { smart_deals_price: target } });
};

/** Campaigns that exist in the imitated interface; no route lists them. */
const campaigns = new Set([2210, 2211, 2212]);

/** `campaign_proposals/save` (§14). */
export const saveCampaignProposals = (call: Call): Answer => {
  const { payload, account } = call;
  if (!Array.isArray(payload)) return refusal('Expected list of arrays, single array received');
  if (payload.length > 50) return refusal('Maximum 50 entities per request exceeded');
  for (const fields of payload as unknown[]) {
    if (!isFields(fields)) return refusal('Expected list of arrays, single array received');
    const campaign = intOf(fields['campaign_id']);
    if (campaign === undefined || !campaigns.has(campaign))
      return refusal(`Campaign not found for id: ${textOf(fields['campaign_id']) ?? ''}`);
    if (!account.offers.has(intOf(fields['id']) ?? -1))
      return refusal(`Offer not found for id: ${textOf(fields['id']) ?? ''}`);
    if ((parseDecimal(fields['sale_price']) ?? 0) <= 0) return refusal('sale_price must be greater than 0');
    const stock = intOf(fields['stock']);
    if (stock === undefined || stock < 0 || stock > 255) return refusal('stock must be between 0 and 255');
    const discount = fields['voucher_discount'] === undefined ? 10 : (intOf(fields['voucher_discount']) ?? 0);
    if (discount < 10 || discount > 100) return refusal('voucher_discount must be between 10 and 100');
    const after = fields['not_available_post_campaign'] ?? fields['not_available_post_cmp'];
    if (after !== undefined && flagOf(after) === undefined)
      return refusal('not_available_post_campaign must be 0 or 1');
    const intervals: unknown = fields['date_intervals'];
    if (Array.isArray(intervals) && intervals.length > 30) return refusal('Maximum 30 date intervals');
  }
  return success(['Campaign proposals successfully saved']);
};
