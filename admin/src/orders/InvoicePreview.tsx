import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { Money } from '../common/Money.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider, OrderKey } from '../provider/magflowDataProvider.js';
import type { InvoiceData, InvoiceParty } from './orderRecord.js';
import { idOf } from './orderRules.js';

/** What the invoice of an order would say now. */
export const useInvoiceData = (order: OrderKey) => {
  const provider = useDataProvider<MagflowDataProvider>();
  return useQuery({
    queryKey: ['orders', 'invoiceData', idOf(order)],
    queryFn: () => provider.invoiceData(order),
    retry: false,
  });
};

const Party = ({ label, party }: { label: string; party: InvoiceParty }) => (
  <Box sx={{ minWidth: 0 }}>
    <Typography variant="caption" sx={{ color: 'text.secondary' }}>
      {label}
    </Typography>
    <Typography variant="body2" sx={{ fontWeight: 600 }}>
      {party.name}
    </Typography>
    <Typography variant="body2">
      {[party.fiscal_code, party.registration ?? party.registration_number, party.address, party.city, party.county]
        .filter(Boolean)
        .join(', ')}
    </Typography>
  </Box>
);

/** What an invoice says: parties, lines, total, VAT per rate. */
export const InvoicePreview = ({ data }: { data: InvoiceData }) => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 2 }}>
        <Party label={message('orders.invoice_dialog.seller')} party={data.seller} />
        <Party label={message('orders.invoice_dialog.buyer')} party={data.customer} />
      </Box>
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small" sx={{ '& td, & th': { px: { xs: 0.5, sm: 2 } } }}>
          <TableHead>
            <TableRow>
              <TableCell>{message('orders.line.product')}</TableCell>
              <TableCell align="right">{message('orders.line.quantity')}</TableCell>
              <TableCell align="right">{message('orders.line.vat')}</TableCell>
              <TableCell align="right">{message('orders.line.total')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.lines.map((line, index) => (
              <TableRow key={`${index}-${line.description}`}>
                <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 88 }}>{line.description}</TableCell>
                <TableCell align="right">{line.quantity}</TableCell>
                <TableCell align="right">{formats.percent(line.vat_rate)}</TableCell>
                <TableCell align="right">
                  <Money amount={line.gross} currency={data.currency} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      <Box>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: 0.5, fontWeight: 650 }}>
          <span>{message('orders.invoice_dialog.total')}</span>
          <Money amount={data.total_gross} currency={data.currency} />
        </Box>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {message('orders.invoice_dialog.vat_by_rate')}
        </Typography>
        {data.vat_by_rate.map(({ vat_rate, net, vat, gross }) => (
          <Box key={vat_rate} sx={{ display: 'flex', justifyContent: 'space-between', fontSize: '0.8125rem' }}>
            <span>{formats.percent(vat_rate)}</span>
            <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {formats.amount(net)} + {formats.amount(vat)} = {formats.amount(gross)}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
};
