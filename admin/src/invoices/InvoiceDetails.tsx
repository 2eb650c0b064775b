import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetOne, useNotify } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { asProblem } from '../api/problem.js';
import { Money } from '../common/Money.js';
import { ExactTime } from '../common/Moment.js';
import { Detail } from '../common/Panel.js';
import { PdfPreview } from '../common/PdfPreview.js';
import { ProblemNotice, useProblemSentence } from '../common/ProblemNotice.js';
import { saveFile } from '../common/saveFile.js';
import { useCanAct } from '../common/useRoles.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { OpenFileButton } from '../orders/OpenFileButton.js';
import { invoicePdf } from '../orders/openFile.js';
import type { InvoiceRecord, OrderRecord } from '../orders/orderRecord.js';
import { isWholeOrder } from '../orders/orderRules.js';
import { StornoDialog } from '../orders/StornoDialog.js';
import { MarketplaceState } from './MarketplaceState.js';

const VatTable = ({ invoice }: { invoice: InvoiceRecord }) => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', fontWeight: 650, mb: 0.5 }}>
        <span>{message('invoices.total')}</span>
        <Money amount={invoice.total_gross} currency={invoice.currency} />
      </Box>
      {invoice.vat_by_rate.map(({ vat_rate, net, vat, gross }) => (
        <Box key={vat_rate} sx={{ display: 'flex', justifyContent: 'space-between', fontSize: '0.8125rem' }}>
          <span>
            {message('invoices.vat')} {formats.percent(vat_rate)}
          </span>
          <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {formats.amount(net)} + {formats.amount(vat)} = {formats.amount(gross)}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

/** The order is read first: which pieces can go back stands there. */
const Reversal = ({ invoice, onClose }: { invoice: InvoiceRecord; onClose: () => void }) => {
  const { data, error } = useGetOne<OrderRecord>(
    'orders',
    { id: `${invoice.account_type}-${invoice.order_id}` },
    { retry: false },
  );
  if (error) return <ProblemNotice error={error} />;
  return data && isWholeOrder(data) ? <StornoDialog order={data} onClose={onClose} /> : null;
};

/** One invoice beside the list: the PDF itself, what the marketplace did with it, and the way to take it back. */
export const InvoiceDetails = ({ invoice }: { invoice: InvoiceRecord }) => {
  const message = useMessage();
  const notify = useNotify();
  const sentenceOf = useProblemSentence();
  const canAct = useCanAct();
  const [isReversing, setReversing] = useState(false);
  const { number } = invoice;
  const file = invoicePdf(number);
  const download = async () => {
    try {
      saveFile(await file(), `${number}.pdf`);
    } catch (error) {
      notify(sentenceOf(asProblem(error)), { type: 'error' });
    }
  };
  return (
    <>
      <MarketplaceState invoice={invoice} />
      {invoice.storno_state !== 'none' && (
        <Alert severity="info" variant="outlined">
          {message(invoice.storno_state === 'full' ? 'invoices.reversed_full' : 'invoices.reversed_partial', {
            number: invoice.storno_number,
          })}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <Detail label={message('invoices.order')}>
          <Link component={RouterLink} to={`/orders/${invoice.account_type}-${invoice.order_id}`}>
            {invoice.order_id}
          </Link>
        </Detail>
        <Detail label={message('invoices.issued_at')}>
          <ExactTime at={invoice.issued_at} />
        </Detail>
        {invoice.storno_of && <Detail label={message('invoices.storno_of')}>{invoice.storno_of}</Detail>}
      </Box>
      <VatTable invoice={invoice} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <OpenFileButton file={file} label={message('orders.act.open_invoice')} />
        <Button variant="outlined" startIcon={<DownloadIcon />} onClick={() => void download()}>
          {message('common.download')}
        </Button>
        {canAct && invoice.storno_of === null && invoice.storno_state !== 'full' && (
          <Button variant="outlined" color="error" onClick={() => setReversing(true)}>
            {message('invoices.reverse')}
          </Button>
        )}
      </Box>
      <PdfPreview name={`invoice-${number}`} file={file} title={message('invoices.pdf_of', { number })} height={520} />
      {invoice.sha256 && (
        <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          SHA-256 {invoice.sha256}
        </Typography>
      )}
      {isReversing && <Reversal invoice={invoice} onClose={() => setReversing(false)} />}
    </>
  );
};
