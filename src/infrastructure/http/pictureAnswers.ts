import type { ListPage } from '../../projections/listPage.js';
import type { HttpDeps } from './httpDeps.js';

type PictureDeps = Pick<HttpDeps, 'pictures'>;

export interface OfferItem {
  readonly account_type: string;
  readonly image_url: string | null;
}

interface CatalogueRow extends Pick<OfferItem, 'image_url'> {
  readonly accounts: readonly string[];
  readonly offers: readonly OfferItem[];
}

interface MarketplaceProduct {
  readonly product_image: string | null;
}

interface EanDecision {
  readonly account_type: string;
  readonly emag_product: MarketplaceProduct | null;
  readonly candidates: readonly MarketplaceProduct[];
}

/** Read models know the marketplace's address of a picture; the door adds the path of ours, which only it can sign. */
export const offerWithPicture = <T extends OfferItem>({ pictures }: PictureDeps, offer: T) => ({
  ...offer,
  picture_url: pictures.pathOf(offer.account_type, offer.image_url),
});

export const catalogueRowWithPictures = <T extends CatalogueRow>(deps: PictureDeps, row: T) => ({
  ...row,
  picture_url: deps.pictures.pathOf(row.accounts[0] ?? '', row.image_url),
  offers: row.offers.map((offer) => offerWithPicture(deps, offer)),
});

/** A product of the marketplace's catalogue, as this account was shown it. */
export const productWithPicture = <T extends MarketplaceProduct>(
  { pictures }: PictureDeps,
  account: string,
  product: T,
) => ({ ...product, picture_url: pictures.pathOf(account, product.product_image) });

export const matchWithPictures = <T extends Pick<EanDecision, 'emag_product'>>(
  deps: PictureDeps,
  account: string,
  match: T,
) => ({ ...match, emag_product: match.emag_product && productWithPicture(deps, account, match.emag_product) });

export const decisionWithPictures = <T extends EanDecision>(deps: PictureDeps, decision: T) => ({
  ...matchWithPictures(deps, decision.account_type, decision),
  candidates: decision.candidates.map((product) => productWithPicture(deps, decision.account_type, product)),
});

/** A page whose rows, which are text, are completed one by one. */
const pageOf =
  <Row>(complete: (deps: PictureDeps, row: Row) => object) =>
  (deps: PictureDeps, page: ListPage): ListPage => ({
    ...page,
    items: page.items.map((text) => JSON.stringify(complete(deps, JSON.parse(text) as Row))),
  });

export const offersWithPictures = pageOf<OfferItem>(offerWithPicture);
export const catalogueWithPictures = pageOf<CatalogueRow>(catalogueRowWithPictures);
export const decisionsWithPictures = pageOf<EanDecision>(decisionWithPictures);

export const catalogueRowText = (deps: PictureDeps, text: string): object =>
  catalogueRowWithPictures(deps, JSON.parse(text) as CatalogueRow);
