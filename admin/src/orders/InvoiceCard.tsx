import { Alert, Box, Typography } from '@mui/material';
import { CopyText } from '../common/CopyText.js';
import { Money } from '../common/Money.js';
import { ExactTime } from '../common/Moment.js';
import { Detail, Panel } from '../common/Panel.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { OpenFileButton } from './OpenFileButton.js';
import { invoicePdf } from './openFile.js';
import type { OrderInvoice, OrderRecord } from './orderRecord.js';
import { Was } from './timeTravel.js';

const Storno = ({ storno }: { storno: OrderInvoice }) => {
  const message = useMessage();
  return (
    <Box sx={{ display: 'grid', gap: 1, borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <Detail label={message('order.storno.of')}>
          <CopyText text={storno.number} />
        </Detail>
        <Detail label={message('invoices.total')}>
          <Money amount={storno.total_gross} currency={storno.currency} />
        </Detail>
      </Box>
      <OpenFileButton file={invoicePdf(storno.number)} label={message('order.storno.open')} />
    </Box>
  );
};

/** The invoice: none yet and why, being made, or there with its PDF and what the marketplace did with it. */
export const InvoiceCard = ({ order }: { order: OrderRecord }) => {
  const message = useMessage();
  const word = useWord();
  const { invoice } = order;
  const { invoice: work } = order.work;
  return (
    <Panel title={message('orders.section.invoice')}>
      <Was path="/invoice">
        <Box component="span" sx={{ display: 'grid', gap: 1.5 }}>
          {work.state === 'failed' && (
            <Alert severity="error" variant="outlined">
              {work.text} {work.code && `(${work.code})`}
            </Alert>
          )}
          {order.work.storno.state === 'failed' && (
            <Alert severity="error" variant="outlined">
              {order.work.storno.text} {order.work.storno.code && `(${order.work.storno.code})`}
            </Alert>
          )}
          {(work.state === 'queued' || work.state === 'running') && (
            <Typography variant="body2">{message('orders.next.awaiting')}</Typography>
          )}
          {invoice && (
            <>
              <Typography variant="h2" component="span">
                <CopyText text={invoice.number} />
              </Typography>
              <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
                <Detail label={message('invoices.issued_at')}>
                  <ExactTime at={invoice.issued_at} />
                </Detail>
                <Detail label={message('invoices.total')}>
                  <Money amount={invoice.total_gross} currency={invoice.currency} />
                </Detail>
                {invoice.storno_state !== 'none' && (
                  <Detail label={message('order.storno.of')}>
                    {message(`order.storno.states.${invoice.storno_state}`)}
                  </Detail>
                )}
                <Detail label={message('invoices.marketplace')}>
                  {word('invoices.state', invoice.marketplace_state)}
                  {invoice.marketplace_text && (
                    <Typography variant="caption" component="div">
                      {invoice.marketplace_text}
                    </Typography>
                  )}
                </Detail>
              </Box>
              <OpenFileButton file={invoicePdf(invoice.number)} label={message('orders.act.open_invoice')} />
              {order.stornos.map((storno) => (
                <Storno key={storno.number} storno={storno} />
              ))}
            </>
          )}
          {!invoice && work.state !== 'queued' && work.state !== 'running' && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {message(
                /^(new|in_progress)$/.test(order.status_name)
                  ? 'orders.invoice_card.none_before'
                  : 'orders.invoice_card.none',
              )}
            </Typography>
          )}
        </Box>
      </Was>
    </Panel>
  );
};
