import { Link, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { CopyText } from '../common/CopyText.js';
import type { OrderRow } from './orderRecord.js';

/** The marketplace's order id as a door to the order, and the account that it belongs to. */
export const OrderId = () => {
  const order = useRecordContext<OrderRow>();
  if (!order) return null;
  return (
    <>
      <CopyText text={order.emag_order_id}>
        <Link
          component={RouterLink}
          to={`/orders/${order.id}`}
          underline="hover"
          onClick={(event) => event.stopPropagation()}
          sx={{ fontWeight: 600 }}
        >
          {order.emag_order_id}
        </Link>
      </CopyText>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        {order.account_type}
      </Typography>
    </>
  );
};
