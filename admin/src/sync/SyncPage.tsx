import SyncIcon from '@mui/icons-material/SyncOutlined';
import { Box, Typography } from '@mui/material';
import { DataTable, ListBase } from 'react-admin';
import { useAccountScope } from '../common/AccountScope.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { Panel } from '../common/Panel.js';
import { SyncPhaseChip } from '../common/StateChip.js';
import { tableSx } from '../common/tableSx.js';
import { useCanAct } from '../common/useRoles.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { AccountCards } from './AccountCards.js';
import { RunningSyncs } from './RunningSyncs.js';
import { StartSyncForm } from './StartSyncForm.js';
import type { SyncRunRecord } from './syncRecord.js';

const Column = DataTable.Col<SyncRunRecord>;

const Runs = () => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  return (
    <DataTable<SyncRunRecord> bulkActionButtons={false} rowClick={false} sx={{ ...tableSx, border: 0 }}>
      <Column
        source="kind"
        disableSort
        label={message('sync.what')}
        render={(run) => (
          <>
            {message(`sync.${run.kind}`)} · {run.account_type}
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {word('sync', run.mode)} · {word('sync.trigger', run.trigger)}
            </Typography>
          </>
        )}
      />
      <Column
        source="status"
        disableSort
        label={message('sync.state')}
        render={(run) => (
          <>
            <SyncPhaseChip phase={run.status} />
            {run.error && (
              <Typography variant="caption" component="div" color="error">
                {run.error.text} ({run.error.code})
              </Typography>
            )}
          </>
        )}
      />
      <Column
        source="started_at"
        disableSort
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
      {(['created', 'updated', 'unchanged', 'failed'] as const).map((name) => (
        <Column
          align="right"
          key={name}
          source={name}
          disableSort
          label={message(`sync.${name}`)}
          render={(run) => formats.integer(run[name])}
        />
      ))}
    </DataTable>
  );
};

/** What is read from the marketplace: accounts, a start, what runs now, and what ran before. */
export const SyncPage = () => {
  const message = useMessage();
  const canAct = useCanAct();
  const [account] = useAccountScope();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <PageHeader title={message('sync.title')} />
      <AccountCards />
      <Box sx={{ display: 'grid', gridTemplateColumns: { lg: '1fr 1fr' }, gap: 2, alignItems: 'start' }}>
        {canAct && (
          <Panel title={message('sync.start_title')}>
            <StartSyncForm />
          </Panel>
        )}
        <Panel title={message('sync.running')}>
          <RunningSyncs />
        </Panel>
      </Box>
      <Panel title={message('sync.runs')} flush>
        <ListBase<SyncRunRecord>
          resource="sync_runs"
          queryOptions={saidOnPage}
          perPage={25}
          sort={{ field: '', order: 'DESC' }}
          filter={account ? { account_type: account } : {}}
          disableSyncWithLocation
        >
          <ListStates
            empty={
              <EmptyState icon={SyncIcon} title={message('sync.runs_empty')} hint={message('sync.runs_empty_hint')} />
            }
          >
            <Runs />
          </ListStates>
        </ListBase>
      </Panel>
    </Box>
  );
};
