import { Box, Typography } from '@mui/material';
import { DataTable, useListContext, useStore } from 'react-admin';
import { CopyText } from '../common/CopyText.js';
import { Money } from '../common/Money.js';
import { RelativeTime } from '../common/Moment.js';
import { SelectionColumn } from '../common/SelectionColumn.js';
import { rowSx } from '../common/tableSx.js';
import { OrderStatusChip } from '../common/StateChip.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { AwbOfRow } from './AwbOfRow.js';
import { Due } from './Due.js';
import { SelectionBar } from './SelectionBar.js';
import { fits } from './orderFilters.js';
import { OrderId } from './OrderId.js';
import type { OrderRow } from './orderRecord.js';
import { TouchedCell } from './TouchedCell.js';

const Column = DataTable.Col<OrderRow>;

const LOCKED_COLUMNS = ['account_type', 'customer_phone', 'acknowledged_at'];

const Lines = ({ products }: Pick<OrderRow, 'products'>) => {
  const message = useMessage();
  const [first] = products;
  return (
    <>
      <Typography variant="body2" noWrap sx={{ maxWidth: { lg: 128, xl: 240 } }} title={first?.name}>
        {first?.name ?? message('common.none')}
      </Typography>
      {products.length > 1 && (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {message('orders.lines', { smart_count: products.length })}
        </Typography>
      )}
    </>
  );
};

/** What stands in the preview, or in no row of a queue, leaves room for the deadline. */
export const besidePreview = {
  '& .column-products, & .column-awb_number, & .column-invoice_number': { display: { lg: 'none' } },
  '@media (max-width: 1599.95px)': { '& .column-customer_name > div': { minWidth: 0, maxWidth: 120 } },
  '@media (max-width: 1399.95px)': { '& .column-customer_name > div': { minWidth: 0, maxWidth: 96 } },
} as const;

/** The work queue: a row an order, dense, with the cell that just changed lit up. */
export const OrderTable = ({ cursor, onOpen }: { cursor: string | null; onOpen: (id: string) => void }) => {
  const message = useMessage();
  const word = useWord();
  const { filter, filterValues } = useListContext<OrderRow>();
  const [density] = useStore<'dense' | 'comfortable'>('magflow.density', 'dense');

  return (
    <>
      <Box sx={{ containerType: 'inline-size' }}>
        <DataTable<OrderRow>
          bulkActionButtons={false}
          hiddenColumns={LOCKED_COLUMNS}
          rowClick={(id) => {
            onOpen(String(id));
            return false;
          }}
          size={density === 'dense' ? 'small' : 'medium'}
          rowSx={(row) => ({
            height: density === 'dense' ? 40 : 52,
            ...rowSx(row.id === cursor),
            opacity: fits(row, { ...filterValues, ...filter }) ? 1 : 0.5,
          })}
          sx={{
            border: 1,
            borderColor: 'divider',
            borderRadius: '8px',
            backgroundColor: 'background.paper',
            // A scrolling wrapper would be what the head sticks to, so only a narrow place has one.
            '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
            '@container (min-width: 1100px)': {
              '& .RaDataTable-tableWrapper': { overflowX: 'visible' },
              '& .MuiTableCell-head': { position: 'sticky', top: 52, zIndex: 2 },
            },
            '& .MuiTableCell-root': { py: 0.5, px: 1 },
            '& tbody tr:last-child td': { borderBottom: 0 },
          }}
        >
          <SelectionColumn<OrderRow> nameOf={({ emag_order_id }) => message('orders.one', { id: emag_order_id })} />
          <Column source="id" label={message('orders.columns.id')}>
            <OrderId />
          </Column>
          <Column
            source="status"
            label={message('orders.columns.status')}
            render={(row) => (
              <TouchedCell id={row.id} field="status">
                <OrderStatusChip status={row.status_name} />
              </TouchedCell>
            )}
          />
          <Column
            source="customer_name"
            label={message('orders.columns.customer')}
            render={(row) => (
              <Box sx={{ minWidth: 110, maxWidth: { lg: 128, xl: 240 } }}>
                <Typography variant="body2" noWrap title={row.customer_name ?? undefined}>
                  {row.customer_name ?? message('common.erased')}
                </Typography>
                <Typography variant="caption" noWrap component="div" sx={{ color: 'text.secondary' }}>
                  {row.shipping_address.city}
                </Typography>
              </Box>
            )}
          />
          <Column
            source="products"
            disableSort
            label={message('orders.columns.lines')}
            render={(row) => <Lines products={row.products} />}
          />
          <Column
            align="right"
            source="total_amount"
            label={message('orders.columns.total')}
            render={(row) => (
              <TouchedCell id={row.id} field="total_amount">
                <Money amount={row.total_amount} currency={row.currency} />
                <Typography variant="caption" component="div" noWrap sx={{ color: 'text.secondary' }}>
                  {row.payment_method ? word('payment', row.payment_method) : message('payment.unknown')}
                </Typography>
              </TouchedCell>
            )}
          />
          <Column
            source="order_date"
            label={message('orders.columns.date')}
            render={(row) => (
              <Box sx={{ whiteSpace: 'nowrap' }}>
                <RelativeTime at={row.order_date} />
                <Box>
                  <Due order={row} />
                </Box>
              </Box>
            )}
          />
          <Column
            source="awb_number"
            disableSort
            label={message('orders.columns.awb')}
            render={(row) => (
              <TouchedCell id={row.id} field="awb_number">
                <AwbOfRow row={row} />
              </TouchedCell>
            )}
          />
          <Column
            source="invoice_number"
            disableSort
            label={message('orders.columns.invoice')}
            render={(row) => (
              <TouchedCell id={row.id} field="invoice_number">
                {row.invoice_number ? <CopyText text={row.invoice_number} /> : message('common.none')}
              </TouchedCell>
            )}
          />
          <Column source="account_type" disableSort label={message('orders.columns.account')} />
          <Column source="customer_phone" disableSort label={message('orders.columns.phone')} />
          <Column
            source="acknowledged_at"
            disableSort
            label={message('orders.columns.acknowledged')}
            render={(row) => <RelativeTime at={row.acknowledged_at} />}
          />
        </DataTable>
      </Box>
      <SelectionBar />
    </>
  );
};
