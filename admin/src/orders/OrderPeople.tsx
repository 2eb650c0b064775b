import { Box, Link, Typography } from '@mui/material';
import { Detail, Panel } from '../common/Panel.js';
import { Money } from '../common/Money.js';
import { ExactTime, RelativeTime } from '../common/Moment.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { Due } from './Due.js';
import type { Address, OrderRecord } from './orderRecord.js';
import { isOurs } from './orderRules.js';
import { Was } from './timeTravel.js';

const AddressBlock = ({ label, path, address }: { label: string; path: string; address: Address }) => (
  <Detail label={label}>
    <Was path={path}>
      <Box component="span" sx={{ display: 'inline-block' }}>
        {address.name && <Box sx={{ fontWeight: 550 }}>{address.name}</Box>}
        <Box>{address.street}</Box>
        <Box>{[address.postcode, address.city, address.county].filter(Boolean).join(', ')}</Box>
        {address.phone && (
          <Link href={`tel:${address.phone}`} color="inherit">
            {address.phone}
          </Link>
        )}
      </Box>
    </Was>
  </Detail>
);

/** Who bought, how it is paid, where it goes, until when. */
export const OrderPeople = ({ order }: { order: OrderRecord }) => {
  const message = useMessage();
  const word = useWord();
  const { customer } = order;
  return (
    <Panel title={message('orders.section.customer')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr 1fr', lg: 'repeat(3, 1fr)' }, gap: 2 }}>
        <Detail label={message('orders.columns.customer')}>
          <Was path="/customer_name">{order.customer_name || message('common.erased')}</Was>
          {customer.company && customer.company !== order.customer_name && (
            <Typography variant="body2">{customer.company}</Typography>
          )}
          {customer.fiscal_code && (
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {message('orders.detail.fiscal_code')} {customer.fiscal_code}
              {customer.registration_number ? `, ${customer.registration_number}` : ''}
            </Typography>
          )}
        </Detail>
        <Detail label={message('orders.detail.phone')}>
          {order.customer_phone ? (
            <Link href={`tel:${order.customer_phone}`} color="inherit">
              {order.customer_phone}
            </Link>
          ) : (
            message('common.none')
          )}
        </Detail>
        <Detail label={message('orders.detail.email')}>{order.customer_email || message('common.none')}</Detail>
        <AddressBlock
          label={message('orders.section.shipping')}
          path="/shipping_address"
          address={order.shipping_address}
        />
        <AddressBlock
          label={message('orders.section.billing')}
          path="/billing_address"
          address={order.billing_address}
        />
        {order.locker && (
          <Detail label={message('orders.section.locker')}>
            <Was path="/locker">{order.locker.name}</Was>
          </Detail>
        )}
        <Detail label={message('orders.detail.payment')}>
          <Was path="/payment_method">
            {order.payment_method ? word('payment', order.payment_method) : message('payment.unknown')}
          </Was>
          {' · '}
          <Was path="/payment_status">{word('payment', order.payment_status)}</Was>
        </Detail>
        <Detail label={message('orders.detail.delivery')}>
          <Was path="/delivery_mode">{word('delivery', order.locker ? 'locker' : order.delivery_mode)}</Was>
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {message(isOurs(order) ? 'fulfilment.own' : 'fulfilment.marketplace')}
          </Typography>
        </Detail>
        <Detail label={message('orders.detail.placed')}>
          <ExactTime at={order.order_date} />
        </Detail>
        <Detail label={message('orders.detail.acknowledged')}>
          <Was path="/acknowledged_at">
            <ExactTime at={order.acknowledged_at} />
          </Was>
        </Detail>
        {order.ship_by && (
          <Detail label={message('orders.detail.ship_by')}>
            <Was path="/ship_by">
              <ExactTime at={order.ship_by} />
            </Was>
            <Box>
              <Due order={order} />
            </Box>
          </Detail>
        )}
        <Detail label={message('orders.detail.synced')}>
          <RelativeTime at={order.last_synced_at} />
        </Detail>
        {order.cancellation_reason && (
          <Detail label={message('orders.detail.cancellation')}>
            {order.cancellation_reason.name ?? word('cancellation', String(order.cancellation_reason.id))}
          </Detail>
        )}
        {order.observation && <Detail label={message('orders.section.observation')}>{order.observation}</Detail>}
        {order.vouchers.length > 0 && (
          <Detail label={message('orders.section.vouchers')}>
            {order.vouchers.map((voucher, index) => (
              <Box key={`${voucher.id}-${index}`}>
                {voucher.name ?? voucher.id}: <Money amount={voucher.amount} currency={order.currency} />
              </Box>
            ))}
          </Detail>
        )}
        {order.attachments.length > 0 && (
          <Detail label={message('orders.section.attachments')}>
            {order.attachments.map(({ name, url }) => (
              <Box key={url}>
                {/^https?:\/\//.test(url) ? (
                  <Link href={url} target="_blank" rel="noreferrer noopener">
                    {name ?? url}
                  </Link>
                ) : (
                  (name ?? url)
                )}
              </Box>
            ))}
          </Detail>
        )}
      </Box>
    </Panel>
  );
};
