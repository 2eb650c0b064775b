import type { OfferQueries } from '../../projections/offers/offerQueries.js';
import type { PictureLinks } from './pictureLinks.js';

interface PictureDeps {
  readonly offerQueries: Pick<OfferQueries, 'imageUrls'>;
  readonly pictures: Pick<PictureLinks, 'pathOf'>;
}

interface OrderWithLines {
  readonly account_type: string;
  readonly products: readonly { readonly product_id: string | null }[];
}

/**
 * Orders with the picture of each line's offer, as the marketplace shows it now; null where the offer is not known. One
 * question, however many orders and lines.
 */
export const ordersWithLinePictures = async <T extends OrderWithLines>(
  { offerQueries, pictures }: PictureDeps,
  orders: readonly T[],
) => {
  const ids = (order: T) => order.products.flatMap(({ product_id: id }) => (id === null ? [] : [id]));
  const keys = orders.flatMap((order) => ids(order).map((offerId) => ({ account: order.account_type, offerId })));
  const urls = await offerQueries.imageUrls(keys);
  return orders.map((order) => {
    type Line = T['products'][number];
    const lines: readonly Line[] = order.products;
    return {
      ...order,
      products: lines.map((line) => ({
        ...line,
        picture_url: pictures.pathOf(
          order.account_type,
          urls.get(`${order.account_type}-${line.product_id ?? ''}`) ?? null,
        ),
      })),
    };
  });
};

/** The same of one order. */
export const withLinePictures = async <T extends OrderWithLines>(deps: PictureDeps, order: T) => {
  const [completed] = await ordersWithLinePictures(deps, [order]);
  if (!completed) throw new TypeError('An order without an answer');
  return completed;
};
