import { Skeleton, Typography } from '@mui/material';
import { useOrderActs } from '../acts/useOrderActs.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import { useSeries } from '../invoices/useSeries.js';
import type { OrderKey } from '../provider/magflowDataProvider.js';
import { ActDialog } from './ActDialog.js';
import { InvoicePreview, useInvoiceData } from './InvoicePreview.js';
import { idOf } from './orderRules.js';

/** What the invoice will say, before its number is taken. */
export const InvoiceDialog = ({ order, onClose }: { order: OrderKey; onClose: () => void }) => {
  const message = useMessage();
  const acts = useOrderActs();
  const { data, error, refetch } = useInvoiceData(order);
  const next = useSeries().find(({ series }) => series === data?.series);
  return (
    <ActDialog
      title={message('orders.invoice_dialog.title', { id: order.emag_order_id })}
      submit={message('orders.invoice_dialog.submit')}
      canSubmit={data !== undefined}
      onSubmit={() => void acts.generateInvoice(order)}
      orderId={idOf(order)}
      onClose={onClose}
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={220} />}
      {data && (
        <>
          <InvoicePreview data={data} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {next ? message('invoices.next', { series: data.series, number: next.next_number }) : data.series}
            {`. ${message('orders.invoice_dialog.number')}. ${message('orders.invoice_dialog.will')}`}
          </Typography>
        </>
      )}
    </ActDialog>
  );
};
