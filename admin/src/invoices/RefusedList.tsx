import InvoiceIcon from '@mui/icons-material/ReceiptLongOutlined';
import { Alert, Box, Link, Skeleton } from '@mui/material';
import { useMemo } from 'react';
import { DataTable, ListBase, useGetOne, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { ListWithPreview } from '../common/ListWithPreview.js';
import { RelativeTime } from '../common/Moment.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { RowLink } from '../common/RowLink.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { tableSx } from '../common/tableSx.js';
import { useRowCursor } from '../common/useRowCursor.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { OrderRecord } from '../orders/orderRecord.js';
import { isWholeOrder } from '../orders/orderRules.js';
import { InvoiceDetails } from './InvoiceDetails.js';
import { REFUSED, type InvoiceRow, type RefusedRow } from './invoiceRecord.js';

const Column = DataTable.Col<RefusedRow>;

const orderOf = ({ account_type, order_id }: RefusedRow): string => `${account_type}-${order_id}`;

const Why = ({ row }: { row: RefusedRow }) => {
  const word = useWord();
  const known = row.code ? word('invoices.reason', row.code) : '';
  return (
    <>
      {[known, row.detail].filter((text) => text && text !== row.code).join(' ')} {row.code && `(${row.code})`}
    </>
  );
};

const IssuedOne = ({ number }: { number: string }) => {
  const { data, error, refetch } = useGetOne<InvoiceRow>('invoices', { id: number }, { retry: false });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return data ? <InvoiceDetails invoice={data} /> : <Skeleton variant="rounded" height={300} />;
};

/** The invoice or storno whose link was refused. */
const RefusedDetails = ({ row }: { row: RefusedRow }) => {
  const message = useMessage();
  const { data: order, error } = useGetOne<OrderRecord>('orders', { id: orderOf(row) }, { retry: false });
  if (error) return <ProblemNotice error={error} />;
  if (!order || !isWholeOrder(order)) return <Skeleton variant="rounded" height={300} />;
  const documents = [...order.stornos, ...(order.invoice ? [order.invoice] : [])];
  const refused = documents.find(({ marketplace_state }) => marketplace_state === 'refused') ?? order.invoice;
  if (refused) return <IssuedOne number={refused.number} />;
  return (
    <>
      <Alert severity="error" variant="outlined">
        <Why row={row} />
      </Alert>
      <Link component={RouterLink} to={`/orders/${order.id}`}>
        {message('orders.open_page')}
      </Link>
    </>
  );
};

const Refused = () => {
  const message = useMessage();
  const { refetch } = useListContext<RefusedRow>();
  const { row, shown, show } = useRowCursor<RefusedRow>();
  useBatchedLive((messages) => {
    if (messages.some(({ type }) => type.startsWith('invoice_') || type === 'notification')) void refetch();
  }, 500);
  return (
    <Box sx={{ pt: 1.5 }}>
      <ListWithPreview
        title={row ? message('orders.one', { id: row.order_id }) : null}
        hint={message('invoices.choose')}
        preview={row && <RefusedDetails key={row.id} row={row} />}
        onClose={() => show(null)}
      >
        <ListStates
          empty={
            <EmptyState
              icon={InvoiceIcon}
              title={message('invoices.empty.refused')}
              hint={message('invoices.refused_none_hint')}
            />
          }
        >
          <DataTable<RefusedRow>
            bulkActionButtons={false}
            rowClick={(id) => {
              show(String(id));
              return false;
            }}
            rowSx={({ id }) => ({
              cursor: 'pointer',
              ...(id === shown && { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 }),
            })}
            sx={tableSx}
          >
            <Column
              source="order_id"
              disableSort
              label={message('invoices.order')}
              render={({ id, order_id }) => <RowLink onShow={() => show(id)}>{order_id}</RowLink>}
            />
            <Column
              source="kind"
              disableSort
              label={message('invoices.trouble')}
              render={({ kind }) =>
                message(kind === 'invoice_refused' ? 'invoices.kinds.refused' : 'invoices.kinds.not_fetched')
              }
            />
            <Column
              source="code"
              disableSort
              label={message('invoices.why')}
              render={(one) => (
                <Box sx={{ minWidth: 180 }}>
                  <Why row={one} />
                </Box>
              )}
            />
            <Column
              source="since"
              disableSort
              label={message('invoices.since')}
              render={({ since }) => <RelativeTime at={since} />}
            />
          </DataTable>
        </ListStates>
      </ListWithPreview>
    </Box>
  );
};

/** Orders whose invoice the marketplace refused or could not fetch, with the reason and what to do. */
export const RefusedList = () => {
  const [account] = useAccountScope();
  const filter = useMemo(() => ({ ...REFUSED, ...(account && { account_type: account }) }), [account]);
  return (
    <ListBase<RefusedRow>
      resource="attention"
      queryOptions={saidOnPage}
      perPage={50}
      sort={{ field: '', order: 'ASC' }}
      filter={filter}
      storeKey={false}
    >
      <Refused />
    </ListBase>
  );
};
