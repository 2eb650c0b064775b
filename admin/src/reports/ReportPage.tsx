import ReportIcon from '@mui/icons-material/QueryStatsOutlined';
import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useCallback } from 'react';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { useAccountScope } from '../common/AccountScope.js';
import { DayField } from '../common/DayField.js';
import { EmptyState } from '../common/EmptyState.js';
import { ExportButton } from '../common/ExportButton.js';
import { ListStates } from '../common/ListStates.js';
import { Money } from '../common/Money.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SearchField } from '../common/SearchField.js';
import { closeSx, tableSx } from '../common/tableSx.js';
import { useListFilters } from '../common/useListFilters.js';
import { DashboardFrame } from '../dashboard/DashboardFrame.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { GroupName } from './GroupName.js';
import { FIRST_GROUP, GROUPS, isGroup, REPORTS, sortOf, type Group, type SalesRow } from './reportRecord.js';

const Column = DataTable.Col<SalesRow>;

const useGroup = (): Group => {
  const { filterValues } = useListContext<SalesRow>();
  return isGroup(filterValues['group_by']) ? filterValues['group_by'] : FIRST_GROUP;
};

const FilterBar = () => {
  const message = useMessage();
  const { textOf, change } = useListFilters();
  const { setSort } = useListContext<SalesRow>();
  const group = useGroup();
  const search = useCallback((q: string) => change('q', q), [change]);
  const sumBy = (next: Group) => {
    change('group_by', next);
    setSort(sortOf(next));
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextField
        select
        label={message('reports.report')}
        value={textOf('report') || REPORTS[0]}
        onChange={({ target }) => change('report', target.value)}
        sx={{ minWidth: 132 }}
      >
        {REPORTS.map((one) => (
          <MenuItem key={one} value={one}>
            {message(`reports.names.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={message('reports.group_by')}
        value={group}
        onChange={({ target }) => {
          if (isGroup(target.value)) sumBy(target.value);
        }}
        sx={{ minWidth: 132 }}
      >
        {GROUPS.map((group) => (
          <MenuItem key={group} value={group}>
            {message(`reports.groups.${group}`)}
          </MenuItem>
        ))}
      </TextField>
      {(['from', 'to'] as const).map((name) => (
        <DayField
          key={name}
          label={message(`reports.${name}`)}
          value={textOf(name)}
          onChange={(day) => change(name, day)}
        />
      ))}
      <SearchField value={textOf('q')} label={message('reports.search')} onSearch={search} />
    </Box>
  );
};

const Sums = () => {
  const message = useMessage();
  const formats = useFormats();
  const group = useGroup();
  const money = (amount: string | null, currency: string) =>
    amount === null ? message('common.none') : <Money amount={amount} currency={currency} />;
  return (
    <DataTable<SalesRow> bulkActionButtons={false} rowClick={false} sx={{ ...tableSx, ...closeSx }}>
      <Column
        source="group"
        label={message(`reports.groups.${group}`)}
        render={(row) => <GroupName row={row} group={group} />}
      />
      <Column
        align="right"
        source="orders"
        label={message('dashboard.orders')}
        render={({ orders }) => formats.integer(orders)}
      />
      <Column
        align="right"
        source="units"
        label={message('dashboard.units')}
        render={({ units }) => formats.integer(units)}
      />
      <Column
        align="right"
        source="net"
        label={message('reports.net')}
        render={({ net, currency }) => money(net, currency)}
      />
      <Column
        align="right"
        source="vat"
        disableSort
        label={message('reports.vat')}
        render={({ vat, currency }) => money(vat, currency)}
      />
      <Column
        align="right"
        source="gross"
        label={message('reports.gross')}
        render={({ gross, currency }) => money(gross, currency)}
      />
      <Column
        align="right"
        source="average"
        disableSort
        label={message('reports.average')}
        render={({ average, currency }) => money(average, currency)}
      />
      <Column
        align="right"
        source="canceled"
        label={message('reports.canceled')}
        render={({ canceled }) => formats.integer(canceled)}
      />
      <Column
        align="right"
        source="returned"
        label={message('reports.returned')}
        render={({ returned }) => formats.integer(returned)}
      />
    </DataTable>
  );
};

/** Sums of sales or of returns, per currency, over any period, as a list and as a file. */
export const ReportPage = () => {
  const message = useMessage();
  const [account] = useAccountScope();
  return (
    <ListBase<SalesRow>
      resource="reports"
      queryOptions={saidOnPage}
      perPage={25}
      sort={sortOf(FIRST_GROUP)}
      filterDefaultValues={{ group_by: FIRST_GROUP }}
      storeKey={false}
      {...(account && { filter: { account_type: account } })}
    >
      <DashboardFrame tab="reports" aside={<ExportButton name="report" />}>
        <FilterBar />
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {message('reports.note')}
        </Typography>
        <Box sx={{ minWidth: 0 }}>
          <ListStates
            empty={<EmptyState icon={ReportIcon} title={message('reports.none')} hint={message('reports.none_hint')} />}
          >
            <Sums />
          </ListStates>
        </Box>
      </DashboardFrame>
    </ListBase>
  );
};
