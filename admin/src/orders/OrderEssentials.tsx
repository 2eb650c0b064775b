import { Box, Typography } from '@mui/material';
import { Money } from '../common/Money.js';
import { ExactTime } from '../common/Moment.js';
import { Detail } from '../common/Panel.js';
import { OrderStatusChip } from '../common/StateChip.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { Due } from './Due.js';
import type { OrderRow } from './orderRecord.js';
import { inParcel } from './orderRules.js';

/** What goes into the parcel, to whom, and what is to be collected. */
export const OrderEssentials = ({ order }: { order: OrderRow }) => {
  const message = useMessage();
  const word = useWord();
  const { shipping_address: to } = order;
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <OrderStatusChip status={order.status_name} />
        <Due order={order} />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <Detail label={message('orders.columns.customer')}>{order.customer_name || message('common.erased')}</Detail>
        <Detail label={message('orders.columns.phone')}>{order.customer_phone ?? message('common.none')}</Detail>
        <Detail label={message('orders.section.shipping')}>
          {[to.street, to.city, to.county].filter(Boolean).join(', ') || message('common.none')}
        </Detail>
        <Detail label={message('orders.columns.delivery')}>{word('delivery', order.delivery_mode)}</Detail>
        <Detail label={message('orders.columns.payment')}>{word('payment', order.payment_method ?? 'unknown')}</Detail>
        <Detail label={message('orders.columns.total')}>
          <Money amount={order.total_amount} currency={order.currency} />
        </Detail>
        <Detail label={message('orders.columns.date')}>
          <ExactTime at={order.order_date} />
        </Detail>
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {inParcel(order.products).map(({ id, name, quantity }) => (
          <Typography key={id} component="li" variant="body2">
            <strong>{quantity} ×</strong> {name}
          </Typography>
        ))}
      </Box>
    </>
  );
};
