import { Alert } from '@mui/material';
import { useState } from 'react';
import { useGetOne } from 'react-admin';
import { useMessage } from '../i18n/useMessage.js';
import { isTold, OrderChanges } from './OrderChanges.js';
import type { OrderRecord } from './orderRecord.js';
import { isWholeOrder } from './orderRules.js';
import { changesBetween } from './timeTravel.js';
import { useOrderLive } from './useOrderLive.js';

/** Says what became of an order since a form about it was opened; what was typed stays. */
export const ChangedMeanwhile = ({ orderId }: { orderId: string }) => {
  const message = useMessage();
  const { data } = useGetOne<OrderRecord>('orders', { id: orderId }, { retry: false });
  useOrderLive(orderId);
  const order = data && isWholeOrder(data) ? data : undefined;
  const [opened, setOpened] = useState(order);
  if (!opened && order) setOpened(order);
  const changes = opened && order ? changesBetween(opened, order).filter(isTold) : [];
  if (changes.length === 0) return null;
  return (
    <Alert severity="warning" variant="outlined" role="status" data-testid="changed-meanwhile">
      {message('order.changed_meanwhile')}
      <OrderChanges changes={changes} />
    </Alert>
  );
};
