import { Box, Card, CardActionArea, Link, Typography } from '@mui/material';
import { DataTable, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { CopyText } from '../common/CopyText.js';
import { Money } from '../common/Money.js';
import { RelativeTime } from '../common/Moment.js';
import { RowLink } from '../common/RowLink.js';
import { useGoneRows } from '../common/LiveRows.js';
import { rowSx, secondarySx, tableSx } from '../common/tableSx.js';
import { useMessage } from '../i18n/useMessage.js';
import type { InvoiceRow } from './invoiceRecord.js';
import { MarketplaceChip } from './MarketplaceState.js';

const Column = DataTable.Col<InvoiceRow>;

const AMOUNTS = [
  ['total_net', 'invoices.net'],
  ['total_vat', 'invoices.vat'],
  ['total_gross', 'invoices.total'],
] as const;

interface InvoiceTableProps {
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}

/** A row an invoice or storno. */
export const InvoiceTable = ({ shown, onShow }: InvoiceTableProps) => {
  const gone = useGoneRows();
  const message = useMessage();
  return (
    <DataTable<InvoiceRow>
      bulkActionButtons={false}
      rowClick={(id) => {
        onShow(String(id));
        return false;
      }}
      rowSx={({ id }) => rowSx(id === shown, gone.includes(id))}
      sx={{ ...tableSx, ...secondarySx('total_net', 'total_vat') }}
    >
      <Column
        source="number"
        label={message('invoices.number')}
        render={(row) => (
          <CopyText text={row.number}>
            <RowLink onShow={() => onShow(row.id)} isStruck={row.storno_state === 'full'}>
              {row.number}
            </RowLink>
          </CopyText>
        )}
      />
      <Column
        source="order_id"
        disableSort
        label={message('invoices.order')}
        render={(row) => (
          <Link
            component={RouterLink}
            to={`/orders/${row.account_type}-${row.order_id}`}
            onClick={(event) => event.stopPropagation()}
          >
            {row.order_id}
          </Link>
        )}
      />
      <Column
        source="issued_at"
        label={message('invoices.issued_at')}
        render={(row) => <RelativeTime at={row.issued_at} />}
      />
      {AMOUNTS.map(([name, label]) => (
        <Column
          align="right"
          key={name}
          source={name}
          disableSort
          label={message(label)}
          render={(row) => <Money amount={row[name]} currency={row.currency} />}
        />
      ))}
      <Column
        source="marketplace_state"
        disableSort
        label={message('invoices.marketplace')}
        render={(row) => <MarketplaceChip invoice={row} />}
      />
    </DataTable>
  );
};

/** The list on a phone. */
export const InvoiceCards = ({ onShow }: Pick<InvoiceTableProps, 'onShow'>) => {
  const { data = [] } = useListContext<InvoiceRow>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((invoice) => (
        <Card key={invoice.id}>
          <CardActionArea onClick={() => onShow(invoice.id)} sx={{ p: 1.5 }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <Typography variant="h3" component="span">
                {invoice.number}
              </Typography>
              <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
                <Money amount={invoice.total_gross} currency={invoice.currency} />
              </Typography>
            </Box>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mt: 0.5, color: 'text.secondary' }}>
              <Typography variant="caption">
                {invoice.order_id} · <RelativeTime at={invoice.issued_at} />
              </Typography>
              <MarketplaceChip invoice={invoice} />
            </Box>
          </CardActionArea>
        </Card>
      ))}
    </Box>
  );
};
