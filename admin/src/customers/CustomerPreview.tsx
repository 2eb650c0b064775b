import { Box, Button, Card, CardActionArea, Skeleton, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import { Money } from '../common/Money.js';
import { RelativeTime } from '../common/Moment.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { OrderStatusChip } from '../common/StateChip.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderRow } from '../orders/orderRecord.js';
import { CustomerFacts } from './CustomerFacts.js';
import type { CustomerRow } from './customerRecord.js';
import { TierChip } from './TierChip.js';

const LATEST = 10;

const LatestOrders = ({ id }: Pick<CustomerRow, 'id'>) => {
  const {
    data: orders,
    error,
    refetch,
  } = useGetList<OrderRow>(
    'customer_orders',
    { filter: { id }, pagination: { page: 1, perPage: LATEST }, sort: { field: 'order_date', order: 'DESC' } },
    saidOnPage,
  );
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!orders) return <Skeleton variant="rounded" height={120} />;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {orders.map((order) => (
        <Card key={order.id} variant="outlined">
          <CardActionArea component={Link} to={`/orders/${order.id}`} sx={{ px: 1.5, py: 1 }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {order.emag_order_id}
              </Typography>
              <OrderStatusChip status={order.status_name} />
            </Box>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {order.account_type} · <RelativeTime at={order.order_date} />
              </Typography>
              <Typography variant="body2" component="span">
                <Money amount={order.total_amount} currency={order.currency} />
              </Typography>
            </Box>
          </CardActionArea>
        </Card>
      ))}
    </Box>
  );
};

/** A customer beside the list: who it is, and their latest orders. */
export const CustomerPreview = ({ customer }: { customer: CustomerRow }) => {
  const message = useMessage();
  return (
    <>
      <Box>
        <TierChip tier={customer.tier} />
      </Box>
      <CustomerFacts customer={customer} />
      <Typography variant="h3">{message('customers.latest_orders')}</Typography>
      <LatestOrders id={customer.id} />
      <Button variant="outlined" component={Link} to={`/customers/${customer.id}`}>
        {message('customers.open_page', { smart_count: customer.orders })}
      </Button>
    </>
  );
};
