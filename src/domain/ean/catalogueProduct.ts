/** A product of the marketplace's catalogue as a look-up by EAN shows it to one account (reference §13.1). */
export interface CatalogueProduct {
  /** As the marketplace wrote it. */
  readonly ean: string;
  readonly partNumberKey: string;
  readonly name: string;
  readonly brand: string | null;
  readonly categoryId: string | null;
  readonly categoryName: string | null;
  readonly url: string | null;
  readonly imageUrl: string | null;
  /** The seller may offer in its category. False when the marketplace did not say: nothing is promised for it. */
  readonly isOfferAllowed: boolean;
  readonly hasOffer: boolean;
  /** The marketplace's word for how it sells. */
  readonly hotness: string | null;
}
