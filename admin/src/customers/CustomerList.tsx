import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { useCallback } from 'react';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { ListEmpty } from '../common/ListEmpty.js';
import { ExportButton } from '../common/ExportButton.js';
import { FilterSelect } from '../common/FilterSelect.js';
import { LiveRows, useGoneRows } from '../common/LiveRows.js';
import { ListStates } from '../common/ListStates.js';
import { ListWithPreview } from '../common/ListWithPreview.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SearchField } from '../common/SearchField.js';
import { closeSx, rowSx, tableSx } from '../common/tableSx.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useListFilters } from '../common/useListFilters.js';
import { useRowCursor } from '../common/useRowCursor.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { useShortcuts } from '../layout/useShortcuts.js';
import { hasSynced, type LiveMessage } from '../live/liveMessage.js';
import { TIERS, type CustomerRow } from './customerRecord.js';
import { CustomerPreview } from './CustomerPreview.js';
import { Spend } from './Spend.js';
import { TierChip } from './TierChip.js';

const Column = DataTable.Col<CustomerRow>;
/** The list is read again this long after orders moved: figures of people are no matter of seconds. */
const PAUSE_MS = 2_000;

const FilterBar = () => {
  const message = useMessage();
  const { textOf, change } = useListFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, py: 1.5, alignItems: 'center' }}>
      <SearchField value={textOf('q')} label={message('customers.search')} onSearch={search} />
      <FilterSelect
        label={message('customers.tier')}
        value={textOf('tier')}
        choices={TIERS.map((tier) => ({ value: tier, label: message(`customers.tiers.${tier}`) }))}
        onChange={(value) => change('tier', value)}
      />
      <FilterSelect
        label={message('customers.returns')}
        value={textOf('has_returns')}
        choices={[
          { value: 'true', label: message('customers.with_returns') },
          { value: 'false', label: message('customers.without_returns') },
        ]}
        onChange={(value) => change('has_returns', value)}
      />
    </Box>
  );
};

interface TableProps {
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}

const Table = ({ shown, onShow }: TableProps) => {
  const gone = useGoneRows();
  const message = useMessage();
  const formats = useFormats();
  return (
    <DataTable<CustomerRow>
      bulkActionButtons={false}
      rowClick={(id) => {
        onShow(String(id));
        return false;
      }}
      rowSx={({ id }) => rowSx(id === shown, gone.includes(id))}
      sx={{ ...tableSx, ...closeSx, '& tbody tr': { cursor: 'pointer' } }}
    >
      <Column
        source="name"
        label={message('customers.name')}
        render={({ name, company }) => (
          <Box sx={{ minWidth: 200 }}>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {name}
            </Typography>
            {company && (
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {company}
              </Typography>
            )}
          </Box>
        )}
      />
      <Column
        source="tier"
        disableSort
        label={message('customers.tier')}
        render={({ tier }) => <TierChip tier={tier} />}
      />
      <Column source="phone" disableSort label={message('customers.phone')} />
      <Column
        source="city"
        disableSort
        label={message('customers.city')}
        render={({ city, county }) => (
          <>
            {city ?? message('common.none')}
            {county !== null && county !== city && (
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                {county}
              </Typography>
            )}
          </>
        )}
      />
      <Column
        align="right"
        source="orders"
        label={message('customers.orders')}
        render={({ orders }) => formats.integer(orders)}
      />
      <Column
        align="right"
        source="spend"
        label={message('customers.spend')}
        render={(row) => <Spend spend={row.spend} />}
      />
      <Column
        align="right"
        source="returns"
        disableSort
        label={message('customers.returns')}
        render={({ returns }) => formats.integer(returns)}
      />
      <Column
        source="last_order"
        label={message('customers.last_order')}
        render={({ last_order_at }) => <RelativeTime at={last_order_at} />}
      />
    </DataTable>
  );
};

const Cards = () => {
  const message = useMessage();
  const { data = [] } = useListContext<CustomerRow>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((customer) => (
        <Card key={customer.id}>
          <CardActionArea component={Link} to={`/customers/${customer.id}`} sx={{ p: 1.5 }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <Typography variant="h3" component="span">
                {customer.name}
              </Typography>
              <TierChip tier={customer.tier} />
            </Box>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {customer.phone ?? message('common.none')} · {customer.city ?? message('common.none')}
              </Typography>
              <Typography variant="body2" component="div" sx={{ fontWeight: 600, textAlign: 'right' }}>
                <Spend spend={customer.spend} />
              </Typography>
            </Box>
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {message('customers.orders_count', { smart_count: customer.orders })} ·{' '}
              <RelativeTime at={customer.last_order_at} />
            </Typography>
          </CardActionArea>
        </Card>
      ))}
    </Box>
  );
};

const movesCustomers = (message: LiveMessage): boolean =>
  message.type.startsWith('order_') || hasSynced(message, 'orders');

const Customers = () => {
  const message = useMessage();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const { row, shown, show } = useRowCursor<CustomerRow>();
  const openPage = (id: string) => void navigate(`/customers/${id}`);
  useShortcuts({ Enter: row && (() => openPage(row.id)) });
  return (
    <ListWithPreview
      title={row?.name ?? null}
      preview={row && <CustomerPreview key={row.id} customer={row} />}
      onClose={() => show(null)}
    >
      <LiveRows moves={movesCustomers} pauseMs={PAUSE_MS}>
        <ListStates
          empty={
            <ListEmpty icon={PeopleIcon} title={message('customers.none')} hint={message('customers.none_hint')} />
          }
        >
          {isPhone ? <Cards /> : <Table shown={shown} onShow={(id) => (id === shown ? openPage(id) : show(id))} />}
        </ListStates>
      </LiveRows>
    </ListWithPreview>
  );
};

/** Customers by the marketplace's id: two people of one name stay two. */
export const CustomerList = () => {
  const message = useMessage();
  const [account] = useAccountScope();
  return (
    <ListBase<CustomerRow>
      resource="customers"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'last_order', order: 'DESC' }}
      {...(account && { filter: { account_type: account } })}
    >
      <PageHeader title={message('customers.title')}>
        <ExportButton name="customers" />
      </PageHeader>
      <FilterBar />
      <Customers />
    </ListBase>
  );
};
