import OrdersIcon from '@mui/icons-material/ShoppingBagOutlined';
import { Box, Link as MuiLink, Skeleton } from '@mui/material';
import { ListBase, useGetOne } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { PageHeader } from '../common/PageHeader.js';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { useMessage } from '../i18n/useMessage.js';
import { OrderCards } from '../orders/OrderCards.js';
import type { OrderRow } from '../orders/orderRecord.js';
import { OrderTable } from '../orders/OrderTable.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { CustomerFacts } from './CustomerFacts.js';
import type { CustomerRow } from './customerRecord.js';
import { TierChip } from './TierChip.js';

const Orders = () => {
  const navigate = useNavigate();
  return useIsPhone() ? <OrderCards /> : <OrderTable cursor={null} onOpen={(id) => void navigate(`/orders/${id}`)} />;
};

/** One customer with everything they bought. */
export const CustomerPage = () => {
  const message = useMessage();
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<CustomerRow>('customers', { id }, saidOnPage);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <PageHeader title={data?.name ?? message('customers.one')}>
        <MuiLink component={Link} to="/customers" variant="body2">
          {message('customers.back')}
        </MuiLink>
      </PageHeader>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={160} />}
      {data && (
        <Panel title={message('customers.one')} aside={<TierChip tier={data.tier} />}>
          <CustomerFacts customer={data} />
        </Panel>
      )}
      {data && (
        <ListBase<OrderRow>
          resource="customer_orders"
          queryOptions={saidOnPage}
          perPage={25}
          sort={{ field: 'order_date', order: 'DESC' }}
          filter={{ id }}
          disableSyncWithLocation
          storeKey={false}
        >
          <ListStates empty={<EmptyState icon={OrdersIcon} title={message('orders.none')} />}>
            <Orders />
          </ListStates>
        </ListBase>
      )}
    </Box>
  );
};
