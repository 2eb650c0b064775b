import { lazy } from 'react';
import type { OrderRow } from './orderRecord.js';

const OrderList = lazy(async () => ({ default: (await import('./OrderList.js')).OrderList }));
const OrderPage = lazy(async () => ({ default: (await import('./OrderPage.js')).OrderPage }));

/** react-admin keeps `/orders/:id` for its edit view; ours is a page of verbs, not a form. */
export const orders = {
  name: 'orders',
  list: OrderList,
  edit: OrderPage,
  recordRepresentation: ({ emag_order_id }: OrderRow) => emag_order_id,
};
