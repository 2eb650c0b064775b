import type { Schemas } from '../api/client.js';

export type ProductRow = Schemas['Product'];
export type OfferRow = Schemas['Offer'];
export type OfferChange = Schemas['OfferChange'];
export type CatalogueRow = Schemas['CatalogueRow'] & { readonly id: string };
export type OfferStatusName = OfferRow['status_name'];

export const OFFER_STATUSES: readonly OfferStatusName[] = ['active', 'inactive', 'end_of_life'];
