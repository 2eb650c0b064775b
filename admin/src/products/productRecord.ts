export interface ProductRow {
  readonly id: string;
  readonly sku: string | null;
  readonly name: string;
  readonly account_type: string;
  readonly price_net: string | null;
  readonly price_gross: string | null;
  readonly currency: string;
  readonly stock_quantity: number | null;
  readonly is_active: boolean;
  readonly status: string | number;
  readonly brand: string | null;
  readonly category_name: string | null;
  readonly part_number_key: string | null;
  readonly eans: readonly string[];
  readonly last_synced_at: string | null;
}

export interface OfferRow {
  readonly id: string;
  readonly sku: string | null;
  readonly name?: string | null;
  readonly account_type: string;
  readonly price_net: string | null;
  readonly price_gross: string | null;
  readonly min_price_net: string | null;
  readonly max_price_net: string | null;
  readonly recommended_price_net: string | null;
  readonly currency: string;
  readonly stock: number | null;
  readonly available_stock: number | null;
  readonly status: string | number;
  readonly is_available: boolean;
  readonly buy_button_rank: number | null;
  readonly best_offer_price: string | null;
  readonly last_synced_at: string | null;
}
