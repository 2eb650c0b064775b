import OrdersIcon from '@mui/icons-material/ShoppingBagOutlined';
import { Box, Chip, Link as MuiLink, Skeleton } from '@mui/material';
import { ListBase, useGetOne } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { CopyText } from '../common/CopyText.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { ExactTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { Detail, Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { OrderCards } from '../orders/OrderCards.js';
import type { OrderRow } from '../orders/orderRecord.js';
import { OrderTable } from '../orders/OrderTable.js';
import { useIsPhone } from '../common/useIsPhone.js';
import type { CustomerRow } from './customerRecord.js';
import { Spend } from './Spend.js';

const Orders = () => {
  const navigate = useNavigate();
  return useIsPhone() ? <OrderCards /> : <OrderTable cursor={null} onOpen={(id) => void navigate(`/orders/${id}`)} />;
};

const Facts = ({ customer }: { customer: CustomerRow }) => {
  const message = useMessage();
  const formats = useFormats();
  const none = message('common.none');
  return (
    <Panel
      title={message('customers.one')}
      aside={<Chip size="small" variant="outlined" label={message(`customers.tiers.${customer.tier}`)} />}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 2 }}>
        <Detail label={message('customers.phone')}>{customer.phone ? <CopyText text={customer.phone} /> : none}</Detail>
        <Detail label={message('customers.email')}>
          <Box sx={{ '& span': { whiteSpace: 'normal' } }}>
            {customer.email ? <CopyText text={customer.email} /> : none}
          </Box>
        </Detail>
        <Detail label={message('customers.company')}>{customer.company ?? none}</Detail>
        <Detail label={message('customers.city')}>
          {[customer.city, customer.county, customer.country].filter(Boolean).join(', ') || none}
        </Detail>
        <Detail label={message('customers.orders')}>{formats.integer(customer.orders)}</Detail>
        <Detail label={message('customers.spend')}>
          <Spend spend={customer.spend} />
        </Detail>
        <Detail label={message('customers.returns')}>{formats.integer(customer.returns)}</Detail>
        <Detail label={message('customers.canceled')}>{formats.integer(customer.canceled)}</Detail>
        <Detail label={message('customers.first_order')}>
          <ExactTime at={customer.first_order_at} />
        </Detail>
        <Detail label={message('customers.last_order')}>
          <ExactTime at={customer.last_order_at} />
        </Detail>
        <Detail label={message('customers.id')}>
          <CopyText text={customer.id} />
        </Detail>
      </Box>
    </Panel>
  );
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
      {data && <Facts customer={data} />}
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
