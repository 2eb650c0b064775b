import SyncIcon from '@mui/icons-material/SyncOutlined';
import { Box, Card, Link, Typography } from '@mui/material';
import { useCallback } from 'react';
import { DataTable, ListBase, useListContext, useRecordContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { CopyText } from '../common/CopyText.js';
import { ListEmpty } from '../common/ListEmpty.js';
import { ExportButton } from '../common/ExportButton.js';
import { FilterBar } from '../common/FilterBar.js';
import { FilterSelect } from '../common/FilterSelect.js';
import { ListStates } from '../common/ListStates.js';
import { ExactTime, RelativeTime } from '../common/Moment.js';
import { Detail } from '../common/Panel.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SearchField } from '../common/SearchField.js';
import { SyncPhaseChip } from '../common/StateChip.js';
import { tableSx } from '../common/tableSx.js';
import { useActor } from '../common/useActor.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useListFilters } from '../common/useListFilters.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import type { SyncRunRecord } from './syncRecord.js';

const Column = DataTable.Col<SyncRunRecord>;

const PHASES = ['running', 'completed', 'failed', 'cancelled'] as const;
const COUNTS = ['created', 'updated', 'unchanged', 'failed'] as const;

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a row has no room for: who, when exactly, how fast, and what could not be read. */
const RunDetails = () => {
  const message = useMessage();
  const formats = useFormats();
  const run = useRecordContext<SyncRunRecord>();
  const actorOf = useActor();
  if (!run) return null;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 1.5, py: 1.5 }}>
      <Detail label={message('sync.by')}>{actorOf(run.requested_by)}</Detail>
      <Detail label={message('sync.requested')}>
        <ExactTime at={run.requested_at} />
      </Detail>
      <Detail label={message('sync.finished')}>
        <ExactTime at={run.finished_at} />
      </Detail>
      <Detail label={message('sync.pages')}>
        {formats.integer(run.current_page)}
        {run.total_pages !== null && ` / ${formats.integer(run.total_pages)}`}
      </Detail>
      <Detail label={message('sync.items')}>
        {formats.integer(run.processed_items)}
        {run.total_items !== null && ` / ${formats.integer(run.total_items)}`}
      </Detail>
      {run.throughput_per_second !== null && (
        <Detail label={message('sync.rate_label')}>
          {message('sync.rate', { rate: formats.tenths(run.throughput_per_second) })}
        </Detail>
      )}
      <Detail label={message('sync.operation')}>
        <Link component={RouterLink} to={`/operations/${run.operation_id}`}>
          {run.operation_id.slice(0, 8)}
        </Link>{' '}
        <CopyText text={run.operation_id}>{''}</CopyText>
      </Detail>
      {run.missing.length > 0 && (
        <Typography variant="body2" color="error" sx={{ gridColumn: '1 / -1', overflowWrap: 'anywhere' }}>
          {message('sync.missing', { ids: run.missing.join(', ') })}
        </Typography>
      )}
    </Box>
  );
};

const RunName = ({ run }: { run: SyncRunRecord }) => {
  const message = useMessage();
  const word = useWord();
  return (
    <>
      {message(`sync.${run.kind}`)} · {run.account_type}
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        {word('sync', run.mode)} · {word('sync.trigger', run.trigger)}
      </Typography>
    </>
  );
};

const RunState = ({ run }: { run: SyncRunRecord }) => (
  <>
    <SyncPhaseChip phase={run.status} />
    {run.error && (
      <Typography variant="caption" component="div" color="error">
        {run.error.text} ({run.error.code})
      </Typography>
    )}
  </>
);

const RunCards = () => {
  const message = useMessage();
  const formats = useFormats();
  const { data = [] } = useListContext<SyncRunRecord>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((run) => (
        <Card key={run.id} sx={{ p: 1.5 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: 1 }}>
            <Typography variant="body2" component="div" sx={{ fontWeight: 600 }}>
              <RunName run={run} />
            </Typography>
            <Box sx={{ textAlign: 'right' }}>
              <RunState run={run} />
            </Box>
          </Box>
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            <RelativeTime at={run.started_at ?? run.requested_at} /> · {formats.duration(run.duration_seconds)}
          </Typography>
          <Typography variant="caption" component="div">
            {COUNTS.map((name) => `${formats.integer(run[name])} ${message(`sync.${name}`)}`).join(' · ')}
          </Typography>
        </Card>
      ))}
    </Box>
  );
};

const Runs = () => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <DataTable<SyncRunRecord> bulkActionButtons={false} rowClick="expand" expand={<RunDetails />} sx={tableSx}>
      <Column source="kind" disableSort label={message('sync.what')} render={(run) => <RunName run={run} />} />
      <Column source="status" disableSort label={message('sync.state')} render={(run) => <RunState run={run} />} />
      <Column
        source="requested_at"
        label={message('sync.started')}
        render={(run) => <RelativeTime at={run.started_at ?? run.requested_at} />}
      />
      <Column
        align="right"
        source="duration_seconds"
        disableSort
        label={message('sync.duration')}
        render={(run) => formats.duration(run.duration_seconds)}
      />
      {COUNTS.map((name) => (
        <Column
          align="right"
          key={name}
          source={name}
          disableSort
          label={sentence(message(`sync.${name}`))}
          render={(run) => formats.integer(run[name])}
        />
      ))}
    </DataTable>
  );
};

const RunFilters = () => {
  const message = useMessage();
  const { textOf, change } = useListFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  return (
    <FilterBar
      search={<SearchField value={textOf('q')} label={message('sync.search_runs')} onSearch={search} />}
      aside={<ExportButton name="sync-runs" />}
    >
      <FilterSelect
        label={message('sync.what')}
        value={textOf('kind')}
        choices={(['offers', 'orders'] as const).map((value) => ({ value, label: message(`sync.${value}`) }))}
        onChange={(value) => change('kind', value)}
      />
      <FilterSelect
        label={message('sync.filter_state')}
        value={textOf('status')}
        choices={PHASES.map((value) => ({ value, label: message(`sync.phase.${value}`) }))}
        onChange={(value) => change('status', value)}
      />
    </FilterBar>
  );
};

const None = () => {
  const message = useMessage();
  return <ListEmpty icon={SyncIcon} title={message('sync.runs_empty')} hint={message('sync.runs_empty_hint')} />;
};

/** Every run there was, newest first. */
export const SyncRuns = () => {
  const isPhone = useIsPhone();
  const [account] = useAccountScope();
  return (
    <ListBase<SyncRunRecord>
      resource="sync_runs"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'requested_at', order: 'DESC' }}
      filter={account ? { account_type: account } : {}}
      storeKey="magflow.sync_runs"
    >
      <RunFilters />
      <ListStates empty={<None />}>{isPhone ? <RunCards /> : <Runs />}</ListStates>
    </ListBase>
  );
};
