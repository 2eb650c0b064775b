import { Box } from '@mui/material';
import { CopyText } from '../common/CopyText.js';
import { ExactTime } from '../common/Moment.js';
import { Detail } from '../common/Panel.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { CustomerRow } from './customerRecord.js';
import { Spend } from './Spend.js';

/** Who it is, and what came of their orders. */
export const CustomerFacts = ({ customer }: { customer: CustomerRow }) => {
  const message = useMessage();
  const formats = useFormats();
  const none = message('common.none');
  return (
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
  );
};
