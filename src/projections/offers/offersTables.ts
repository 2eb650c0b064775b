import type { Projection } from '../projection.js';

/** Amounts of the counter are hundredths: net price times stock. */
export const offersTables: Pick<Projection, 'table' | 'children' | 'counters'> = {
  table: {
    name: 'offers',
    columns: [
      { name: 'account', type: 'text not null' },
      { name: 'offer_id', type: 'text not null' },
      { name: 'offer_number', type: 'bigint not null' },
      { name: 'catalogue_key', type: 'text not null' },
      { name: 'sku', type: 'text not null' },
      { name: 'name', type: 'text not null' },
      { name: 'brand', type: 'text' },
      { name: 'status', type: 'text not null' },
      { name: 'price_net', type: 'numeric(18,4) not null' },
      { name: 'stock', type: 'integer not null' },
      { name: 'validation_status', type: 'integer' },
      { name: 'is_buy_box_lost', type: 'boolean not null' },
      { name: 'last_synced_at', type: 'timestamptz not null' },
      // What the catalogue adds up, spelled out: reading it from the JSON of every member would cost most of the time.
      { name: 'currency', type: 'text not null' },
      { name: 'price_gross', type: 'numeric(18,2)' },
      { name: 'available_stock', type: 'integer not null' },
      { name: 'eans', type: 'text not null' },
      { name: 'urgency', type: 'integer not null' },
      { name: 'head', type: 'json not null' },
      { name: 'terms', type: 'tsvector not null' },
      { name: 'digest', type: 'text' },
      { name: 'revision', type: 'bigint not null' },
      { name: 'position', type: 'bigint not null' },
      { name: 'product', type: 'json not null' },
      { name: 'offer', type: 'json not null' },
    ],
    indexes: [
      { name: 'catalogue', definition: '(catalogue_key)', isNeededToFill: true },
      { name: 'name', definition: '(name, key)' },
      { name: 'account_name', definition: '(account, name, key)' },
      { name: 'sku', definition: '(sku, key)' },
      { name: 'offer_id', definition: '(offer_id)' },
      { name: 'number', definition: '(offer_number, key)' },
      { name: 'price', definition: '(price_net, key)' },
      { name: 'stock', definition: '(stock, key)' },
      { name: 'synced', definition: '(last_synced_at, key)' },
      { name: 'brand', definition: '(brand, name, key)' },
      { name: 'status', definition: '(status, name, key)' },
      { name: 'validation', definition: '(validation_status, name, key)' },
      { name: 'buy_box', definition: '(name, key) where is_buy_box_lost' },
      { name: 'terms', definition: 'using gin (terms)' },
    ],
  },
  children: [
    {
      name: 'offer_attention',
      columns: [
        { name: 'account', type: 'text not null' },
        { name: 'kind', type: 'text not null' },
        { name: 'since', type: 'timestamptz not null' },
        { name: 'item', type: 'json not null' },
      ],
      indexes: [{ name: 'kind_since', definition: '(kind, since, key)' }],
    },
  ],
  counters: [
    {
      name: 'offer_totals',
      by: [
        { name: 'account', type: 'text' },
        { name: 'status', type: 'text' },
        { name: 'currency', type: 'text' },
      ],
      sums: ['offers', 'stock_value'],
      indexes: [],
    },
    // Differences by day: what they add up to until a day is how things stood at its end.
    {
      name: 'offer_days',
      by: [
        { name: 'account', type: 'text' },
        { name: 'day', type: 'text' },
        { name: 'currency', type: 'text' },
      ],
      sums: ['active', 'stock_value'],
      indexes: [],
    },
  ],
};
