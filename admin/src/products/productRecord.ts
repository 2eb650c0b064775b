import type { Schemas } from '../api/client.js';

export type ProductRow = Schemas['Product'];
export type OfferRow = Schemas['Offer'];
