import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { Money } from '../common/Money.js';
import { RelativeTime } from '../common/Moment.js';
import { SelectRow, SelectShown } from '../common/SelectionColumn.js';
import { AwbStateChip, OrderStatusChip } from '../common/StateChip.js';
import { useMessage } from '../i18n/useMessage.js';
import { Due } from './Due.js';
import { SelectionBar } from './SelectionBar.js';
import { fits } from './orderFilters.js';
import type { OrderRow } from './orderRecord.js';
import { inParcel, isAwbInDoubt } from './orderRules.js';

/** The list on a phone: a card an order, with what one needs in the warehouse. */
export const OrderCards = () => {
  const message = useMessage();
  const { data = [], filter, filterValues } = useListContext<OrderRow>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <SelectShown />
      {data.map((order) => (
        <Card
          key={order.id}
          sx={{
            display: 'flex',
            alignItems: 'flex-start',
            opacity: fits(order, { ...filterValues, ...filter }) ? 1 : 0.5,
          }}
        >
          <Box sx={{ pt: 1, pl: 0.5 }}>
            <SelectRow id={order.id} name={message('orders.one', { id: order.emag_order_id })} />
          </Box>
          <CardActionArea component={Link} to={`/orders/${order.id}`} sx={{ p: 1.5, minWidth: 0 }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}>
              <Typography variant="h3" component="span">
                {order.emag_order_id}
              </Typography>
              <Box sx={{ display: 'flex', gap: 0.5 }}>
                {isAwbInDoubt(order) && <AwbStateChip state="in_doubt" />}
                <OrderStatusChip status={order.status_name} />
              </Box>
            </Box>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mt: 0.5 }}>
              <Typography variant="body2" noWrap>
                {order.customer_name ?? message('common.erased')}
              </Typography>
              <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
                <Money amount={order.total_amount} currency={order.currency} />
              </Typography>
            </Box>
            <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
              {inParcel(order.products)
                .map(({ quantity, name }) => `${quantity} × ${name}`)
                .join(', ')}
            </Typography>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mt: 0.5, color: 'text.secondary' }}>
              <Typography variant="caption">
                {order.account_type} · <RelativeTime at={order.order_date} />
                {order.awb_number ? ` · ${order.awb_number}` : ''}
              </Typography>
              <Due order={order} />
            </Box>
          </CardActionArea>
        </Card>
      ))}
      <SelectionBar />
    </Box>
  );
};
