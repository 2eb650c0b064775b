import { Alert, Box, Button, Skeleton } from '@mui/material';
import { useGetOne } from 'react-admin';
import { Link } from 'react-router-dom';
import { CopyText } from '../common/CopyText.js';
import { Detail } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import { AwbOfRow } from './AwbOfRow.js';
import { OpenFileButton } from './OpenFileButton.js';
import { invoicePdf, labelOf } from './openFile.js';
import { OrderEssentials } from './OrderEssentials.js';
import type { OrderRecord, OrderRow } from './orderRecord.js';
import { isWholeOrder } from './orderRules.js';
import { OrderVerbs } from './OrderVerbs.js';
import { useOrderLive } from './useOrderLive.js';

/** An order beside its list: the next step first, then what one needs for it. */
export const OrderPreview = ({ row }: { row: OrderRow }) => {
  const message = useMessage();
  const { data, error, refetch } = useGetOne<OrderRecord>('orders', { id: row.id }, { retry: false });
  const order = data && isWholeOrder(data) ? data : undefined;
  useOrderLive(row.id);
  const awb = order?.awbs.at(-1);
  return (
    <>
      {error != null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {order ? <OrderVerbs order={order} isPreview /> : error == null && <Skeleton variant="rounded" height={36} />}
      {order?.work.awb.state === 'in_doubt' && (
        <Alert severity="error" variant="outlined">
          {message('orders.awb_card.in_doubt')}
        </Alert>
      )}
      <OrderEssentials order={row} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <Detail label={message('orders.columns.awb')}>
          <AwbOfRow row={row} />
          {awb?.awb_number && (
            <OpenFileButton variant="text" file={labelOf(awb)} label={message('orders.act.open_label')} />
          )}
        </Detail>
        <Detail label={message('orders.columns.invoice')}>
          {row.invoice_number ? <CopyText text={row.invoice_number} /> : message('common.none')}
          {order?.invoice && (
            <OpenFileButton
              variant="text"
              file={invoicePdf(order.invoice.number)}
              label={message('orders.act.open_invoice')}
            />
          )}
        </Detail>
      </Box>
      <Button component={Link} to={`/orders/${row.id}`} variant="outlined">
        {message('orders.open_page')}
      </Button>
    </>
  );
};
