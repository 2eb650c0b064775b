import AwbIcon from '@mui/icons-material/LocalShippingOutlined';
import { Link, Tab, Tabs } from '@mui/material';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { CopyText } from '../common/CopyText.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { AwbStateChip } from '../common/StateChip.js';
import { tableSx } from '../common/tableSx.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { OpenFileButton } from '../orders/OpenFileButton.js';
import { labelOf } from '../orders/openFile.js';
import { tabFilters } from '../orders/orderFilters.js';
import type { AwbRecord, OrderRow } from '../orders/orderRecord.js';
import { OrderTable } from '../orders/OrderTable.js';
import { OrdersLive } from '../orders/OrdersLive.js';

const Column = DataTable.Col<AwbRecord & { id: string }>;

type AwbTab = 'ready' | 'doubt' | 'issued';
const TABS: readonly AwbTab[] = ['doubt', 'ready', 'issued'];
const isTab = (text: string | null): text is AwbTab => TABS.some((tab) => tab === text);

const Awbs = () => {
  const message = useMessage();
  const formats = useFormats();
  const { refetch } = useListContext();
  useBatchedLive((messages) => {
    if (messages.some(({ type }) => type.startsWith('awb_'))) void refetch();
  });
  return (
    <DataTable<AwbRecord & { id: string }> bulkActionButtons={false} rowClick={false} sx={tableSx}>
      <Column
        source="awb_number"
        disableSort
        label={message('awbs.number')}
        render={(row) => (row.awb_number ? <CopyText text={row.awb_number} /> : message('common.none'))}
      />
      <Column
        source="order_id"
        disableSort
        label={message('awbs.order')}
        render={(row) => (
          <Link component={RouterLink} to={`/orders/${row.account_type}-${row.order_id}`}>
            {row.order_id}
          </Link>
        )}
      />
      <Column source="account_type" disableSort label={message('account.label')} />
      <Column source="courier_name" disableSort label={message('awbs.courier')} />
      <Column
        align="right"
        source="parcels"
        disableSort
        label={message('awbs.parcels')}
        render={(row) => row.parcels ?? message('common.none')}
      />
      <Column
        align="right"
        source="cod"
        disableSort
        label={message('awbs.cod')}
        render={(row) => (row.cod === null ? message('common.none') : formats.amount(row.cod))}
      />
      <Column
        source="status"
        disableSort
        label={message('awbs.state')}
        render={(row) => (
          <>
            <AwbStateChip state={row.status} /> {row.marketplace_status?.name}
          </>
        )}
      />
      <Column
        source="issued_at"
        disableSort
        label={message('invoices.issued_at')}
        render={(row) => <RelativeTime at={row.issued_at} />}
      />
      <Column
        disableSort
        label={message('awbs.label')}
        render={(row) =>
          row.awb_number ? <OpenFileButton variant="text" file={labelOf(row)} label={message('common.open')} /> : null
        }
      />
    </DataTable>
  );
};

const Ready = () => {
  const navigate = useNavigate();
  return <OrderTable cursor={null} onOpen={(id) => void navigate(`/orders/${id}`)} />;
};

/** Parcels: what still needs an AWB, what nobody knows, and what was issued. */
export const AwbPage = () => {
  const message = useMessage();
  const [account] = useAccountScope();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('tab');
  const tab = isTab(wanted) ? wanted : 'ready';
  const scope = account ? { account_type: account } : {};
  return (
    <>
      <PageHeader title={message('awbs.title')} />
      <Tabs
        value={tab}
        onChange={(_event, next: AwbTab) => setSearch({ tab: next })}
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 1 }}
      >
        {TABS.map((one) => (
          <Tab key={one} value={one} label={message(`awbs.tabs.${one}`)} />
        ))}
      </Tabs>
      {tab === 'ready' ? (
        <ListBase<OrderRow>
          resource="orders"
          queryOptions={saidOnPage}
          perPage={50}
          sort={{ field: 'order_date', order: 'ASC' }}
          filter={{ ...tabFilters().ship, ...scope }}
          disableSyncWithLocation
          storeKey={false}
        >
          <OrdersLive account={account} />
          <ListStates
            empty={
              <EmptyState
                icon={AwbIcon}
                title={message('orders.queue_empty')}
                hint={message('orders.queue_empty_hint')}
              />
            }
          >
            <Ready />
          </ListStates>
        </ListBase>
      ) : (
        <ListBase
          key={tab}
          resource="awbs"
          queryOptions={saidOnPage}
          perPage={50}
          sort={{ field: '', order: 'DESC' }}
          filter={{ status: tab === 'doubt' ? 'in_doubt' : 'generated', ...scope }}
          disableSyncWithLocation
          storeKey={false}
        >
          <ListStates
            empty={
              <EmptyState
                icon={AwbIcon}
                title={message(tab === 'doubt' ? 'awbs.doubt_none' : 'awbs.none')}
                hint={message(tab === 'doubt' ? 'awbs.doubt_none_hint' : 'awbs.none_hint')}
              />
            }
          >
            <Awbs />
          </ListStates>
        </ListBase>
      )}
    </>
  );
};
