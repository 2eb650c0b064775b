import ExpandIcon from '@mui/icons-material/ExpandMore';
import { Box, Card, CardActionArea, Collapse, Typography } from '@mui/material';
import { DataTable, useExpanded, useListContext, useRecordContext } from 'react-admin';
import { CopyText } from '../common/CopyText.js';
import { ProductPicture } from '../common/ProductPicture.js';
import { HealthChip } from '../common/StateChip.js';
import { tableSx } from '../common/tableSx.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { OfferCard } from './OfferCard.js';
import { PriceRange } from './Price.js';
import type { CatalogueRow } from './productRecord.js';

const Column = DataTable.Col<CatalogueRow>;

/** Two short lines rather than a long one that breaks anywhere. */
const Codes = ({ row: { brand, category_name, part_number_key, eans } }: { row: CatalogueRow }) => (
  <Typography variant="caption" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
    <div>{[brand, category_name].filter(Boolean).join(' · ')}</div>
    <div>{[part_number_key, eans[0]].filter(Boolean).join(' · ')}</div>
  </Typography>
);

const RowState = ({ row }: { row: CatalogueRow }) => {
  const message = useMessage();
  const isToLookAt = row.sync_status === 'refused' || row.sync_status === 'conflict';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, '@media (min-width: 1400px)': { flexWrap: 'nowrap' } }}>
      <HealthChip ok={row.is_active ? true : null}>{message(`products.states.${row.status_name}`)}</HealthChip>
      {row.buy_box_lost && <HealthChip ok={false}>{message('products.buy_box_lost')}</HealthChip>}
      {isToLookAt && <HealthChip ok={false}>{message('products.change.refused')}</HealthChip>}
      {row.sync_status === 'pending' && <HealthChip ok={null}>{message('products.change.asked')}</HealthChip>}
    </Box>
  );
};

const Offers = ({ row }: { row: CatalogueRow }) => (
  <Box sx={{ px: { xs: 0, md: 1 }, backgroundColor: 'background.paper' }}>
    {row.offers.map((offer) => (
      <OfferCard key={offer.id} offer={offer} />
    ))}
  </Box>
);

const ExpandedOffers = () => {
  const row = useRecordContext<CatalogueRow>();
  return row ? <Offers row={row} /> : null;
};

const CatalogueTable = () => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <DataTable<CatalogueRow> bulkActionButtons={false} rowClick="expand" expand={<ExpandedOffers />} sx={tableSx}>
      <Column
        source="sku"
        label={message('products.sku')}
        render={({ sku }) => (sku ? <CopyText text={sku} /> : message('common.none'))}
      />
      <Column
        source="name"
        label={message('products.name')}
        render={(row) => (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 260, maxWidth: 520 }}>
            <ProductPicture url={row.picture_url} />
            <div>
              <Typography variant="body2">{row.name}</Typography>
              <Codes row={row} />
            </div>
          </Box>
        )}
      />
      <Column
        source="accounts"
        disableSort
        label={message('products.offers')}
        render={({ accounts }) => <Box sx={{ whiteSpace: 'nowrap' }}>{accounts.join(', ')}</Box>}
      />
      <Column
        align="right"
        source="price"
        label={message('products.price_net')}
        render={(row) => <PriceRange from={row.price_net_min} to={row.price_net_max} currency={row.currency} />}
      />
      <Column
        align="right"
        source="price_gross_min"
        disableSort
        label={message('products.price_gross')}
        render={(row) => (
          <PriceRange from={row.price_gross_min} to={row.price_gross_max} currency={row.currency} digits={2} />
        )}
      />
      <Column
        align="right"
        source="stock"
        label={message('products.stock')}
        render={(row) => formats.integer(row.stock_total)}
      />
      <Column source="status" disableSort label={message('products.status')} render={(row) => <RowState row={row} />} />
    </DataTable>
  );
};

const CatalogueCard = ({ row }: { row: CatalogueRow }) => {
  const message = useMessage();
  const formats = useFormats();
  const [isOpen, toggle] = useExpanded('catalogue', row.id);
  return (
    <Card>
      <CardActionArea onClick={toggle} aria-expanded={isOpen} sx={{ p: 1.5 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <Typography variant="h3" component="span">
            {row.sku ?? message('common.none')}
          </Typography>
          <ExpandIcon fontSize="small" sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />
        </Box>
        <Box sx={{ display: 'flex', gap: 1.5, mt: 0.5 }}>
          <ProductPicture url={row.picture_url} size={56} />
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="body2">{row.name}</Typography>
            <Codes row={row} />
          </Box>
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 1, mt: 0.75 }}>
          <RowState row={row} />
          <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
            <PriceRange from={row.price_gross_min} to={row.price_gross_max} currency={row.currency} digits={2} />
            {' · '}
            {message('products.pieces', { count: formats.integer(row.stock_total) })}
          </Typography>
        </Box>
      </CardActionArea>
      <Collapse in={isOpen} unmountOnExit>
        <Box sx={{ px: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <Offers row={row} />
        </Box>
      </Collapse>
    </Card>
  );
};

const CatalogueCards = () => {
  const { data = [] } = useListContext<CatalogueRow>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((row) => (
        <CatalogueCard key={row.id} row={row} />
      ))}
    </Box>
  );
};

/** A row a SKU, its offers folded beneath: a table, or cards on a phone. */
export const CatalogueList = () => (useIsPhone() ? <CatalogueCards /> : <CatalogueTable />);
