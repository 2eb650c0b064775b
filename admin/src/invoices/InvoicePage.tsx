import InvoiceIcon from '@mui/icons-material/ReceiptLongOutlined';
import { Link, Tab, Tabs, Typography } from '@mui/material';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { CopyText } from '../common/CopyText.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { Money } from '../common/Money.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { tableSx } from '../common/tableSx.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { OpenFileButton } from '../orders/OpenFileButton.js';
import { invoicePdf } from '../orders/openFile.js';
import { tabFilters } from '../orders/orderFilters.js';
import type { InvoiceRecord, OrderRow } from '../orders/orderRecord.js';
import { OrderTable } from '../orders/OrderTable.js';
import { OrdersLive } from '../orders/OrdersLive.js';

const Column = DataTable.Col<InvoiceRecord & { id: string }>;

const Invoices = () => {
  const message = useMessage();
  const word = useWord();
  const { refetch } = useListContext();
  useBatchedLive((messages) => {
    if (messages.some(({ type }) => type.startsWith('invoice_'))) void refetch();
  });
  return (
    <DataTable<InvoiceRecord & { id: string }> bulkActionButtons={false} rowClick={false} sx={tableSx}>
      <Column source="number" label={message('invoices.number')} render={(row) => <CopyText text={row.number} />} />
      <Column
        source="order_id"
        disableSort
        label={message('invoices.order')}
        render={(row) => (
          <Link component={RouterLink} to={`/orders/${row.account_type}-${row.order_id}`}>
            {row.order_id}
          </Link>
        )}
      />
      <Column
        source="issued_at"
        label={message('invoices.issued_at')}
        render={(row) => <RelativeTime at={row.issued_at} />}
      />
      {(['total_net', 'total_vat', 'total_gross'] as const).map((name) => (
        <Column
          align="right"
          key={name}
          source={name}
          disableSort
          label={message(
            name === 'total_net' ? 'invoices.net' : name === 'total_vat' ? 'invoices.vat' : 'invoices.total',
          )}
          render={(row) => <Money amount={row[name]} currency={row.currency} />}
        />
      ))}
      <Column
        source="marketplace_state"
        disableSort
        label={message('invoices.marketplace')}
        render={(row) => (
          <>
            {word('invoices.state', row.marketplace_state)}
            {row.marketplace_reason && (
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                {word('invoices.reason', row.marketplace_reason)}
              </Typography>
            )}
          </>
        )}
      />
      <Column
        disableSort
        label={message('invoices.pdf')}
        render={(row) => <OpenFileButton variant="text" file={invoicePdf(row.number)} label={message('common.open')} />}
      />
    </DataTable>
  );
};

const ToIssue = () => {
  const navigate = useNavigate();
  return <OrderTable cursor={null} onOpen={(id) => void navigate(`/orders/${id}`)} />;
};

/** Invoices: what still has none, and what was issued. */
export const InvoicePage = () => {
  const message = useMessage();
  const [account] = useAccountScope();
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'issue' ? 'issue' : 'issued';
  const scope = account ? { account_type: account } : {};
  return (
    <>
      <PageHeader title={message('invoices.title')} />
      <Tabs
        value={tab}
        onChange={(_event, next: string) => setSearch({ tab: next })}
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 1 }}
      >
        <Tab value="issued" label={message('invoices.tabs.issued')} />
        <Tab value="issue" label={message('invoices.tabs.issue')} />
      </Tabs>
      {tab === 'issued' ? (
        <ListBase<InvoiceRecord & { id: string }>
          resource="invoices"
          queryOptions={saidOnPage}
          perPage={50}
          sort={{ field: 'issued_at', order: 'DESC' }}
          filter={scope}
          disableSyncWithLocation
          storeKey={false}
        >
          <ListStates
            empty={
              <EmptyState icon={InvoiceIcon} title={message('invoices.none')} hint={message('invoices.none_hint')} />
            }
          >
            <Invoices />
          </ListStates>
        </ListBase>
      ) : (
        <ListBase<OrderRow>
          resource="orders"
          queryOptions={saidOnPage}
          perPage={50}
          sort={{ field: 'order_date', order: 'ASC' }}
          filter={{ ...tabFilters().invoice, ...scope }}
          disableSyncWithLocation
          storeKey={false}
        >
          <OrdersLive account={account} />
          <ListStates
            empty={
              <EmptyState
                icon={InvoiceIcon}
                title={message('orders.queue_empty')}
                hint={message('orders.queue_empty_hint')}
              />
            }
          >
            <ToIssue />
          </ListStates>
        </ListBase>
      )}
    </>
  );
};
