import type { Same } from '../sentences.js';
import type { products as romanian } from '../ro/products.js';

export const products: Same<typeof romanian> = {
  products: {
    title: 'Products',
    tab_products: 'Products',
    tab_offers: 'Offers',
    search: 'Name, SKU, EAN, PNK, brand',
    sku: 'SKU',
    name: 'Name',
    price_net: 'Net price',
    price_gross: 'Gross price',
    min: 'Net minimum',
    max: 'Net maximum',
    recommended: 'Recommended net',
    stock: 'Stock',
    available: 'Available',
    status: 'Status',
    active: 'Active',
    inactive: 'Inactive',
    rank: 'Buy-box rank',
    best: 'Best price',
    synced: 'Read',
    in_stock: 'In stock',
    out_of_stock: 'Out of stock',
    with_inactive: 'Inactive too',
    buy_box_lost: 'Another seller wins',
    none: 'No products yet',
    none_hint: 'Products appear after the first sync of offers.',
    none_filtered: 'No product fits',
  },
};
