import { Deadline } from '../common/Moment.js';
import type { OrderRow } from './orderRecord.js';
import { dueOf } from './orderRules.js';

/** How long until the courier must have it; nothing once the order is on its way or over. */
export const Due = ({ order }: { order: Pick<OrderRow, 'ship_by' | 'status_name'> }) => {
  const due = dueOf(order);
  return due === null ? null : <Deadline at={due} />;
};
