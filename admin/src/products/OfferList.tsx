import { Box, Card, Typography } from '@mui/material';
import { DataTable, useListContext, useRecordContext } from 'react-admin';
import { CopyText } from '../common/CopyText.js';
import { ProductPicture } from '../common/ProductPicture.js';
import { HealthChip } from '../common/StateChip.js';
import { tableSx } from '../common/tableSx.js';
import { useIsPhone } from '../common/useIsPhone.js';
import type { MessageKey } from '../i18n/sentences.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { OfferCard } from './OfferCard.js';
import { Price } from './Price.js';
import type { OfferRow } from './productRecord.js';

const Column = DataTable.Col<OfferRow>;

const LIMITS = [
  ['min_price_net', 'products.min'],
  ['max_price_net', 'products.max'],
] as const satisfies readonly (readonly [keyof OfferRow, MessageKey])[];

const ExpandedOffer = () => {
  const offer = useRecordContext<OfferRow>();
  return offer ? <OfferCard offer={offer} /> : null;
};

const OfferTable = () => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <DataTable<OfferRow> bulkActionButtons={false} rowClick="expand" expand={<ExpandedOffer />} sx={tableSx}>
      <Column
        source="sku"
        label={message('products.sku')}
        render={({ sku, account_type }) => (
          <>
            {sku ? <CopyText text={sku} /> : message('common.none')}
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {account_type}
            </Typography>
          </>
        )}
      />
      <Column
        source="name"
        label={message('products.name')}
        render={({ name, picture_url }) => (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 220, maxWidth: 340 }}>
            <ProductPicture url={picture_url} />
            <Typography variant="body2">{name}</Typography>
          </Box>
        )}
      />
      <Column
        source="status"
        disableSort
        label={message('products.status')}
        render={({ status_name }) => (
          <HealthChip ok={status_name === 'active' ? true : null}>
            {message(`products.states.${status_name}`)}
          </HealthChip>
        )}
      />
      <Column
        align="right"
        source="price_net"
        label={message('products.price_net')}
        render={(row) => <Price amount={row.price_net} currency={row.currency} />}
      />
      <Column
        align="right"
        source="price_gross"
        disableSort
        label={message('products.price_gross')}
        render={(row) => <Price amount={row.price_gross} currency={row.currency} digits={2} />}
      />
      <Column
        align="right"
        source="stock"
        label={message('products.stock')}
        render={(row) => formats.integer(row.stock)}
      />
      <Column
        align="right"
        source="buy_button_rank"
        disableSort
        label={message('products.rank')}
        render={({ buy_button_rank }) => buy_button_rank ?? message('common.none')}
      />
      {LIMITS.map(([source, label]) => (
        <Column
          align="right"
          key={source}
          source={source}
          disableSort
          label={message(label)}
          render={(row) => <Price amount={row[source]} currency={row.currency} />}
        />
      ))}
    </DataTable>
  );
};

const OfferCards = () => {
  const { data = [] } = useListContext<OfferRow>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((offer) => (
        <Card key={offer.id} sx={{ px: 1.5, pt: 1 }}>
          <Box sx={{ display: 'flex', gap: 1.5 }}>
            <ProductPicture url={offer.picture_url} size={56} />
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="h3" component="div">
                {offer.sku}
              </Typography>
              <Typography variant="body2">{offer.name}</Typography>
            </Box>
          </Box>
          <OfferCard offer={offer} />
        </Card>
      ))}
    </Box>
  );
};

/** Offers one by one, with prices, limits and competition. */
export const OfferList = () => (useIsPhone() ? <OfferCards /> : <OfferTable />);
