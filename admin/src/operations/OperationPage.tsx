import OperationsIcon from '@mui/icons-material/ChecklistOutlined';
import { Typography } from '@mui/material';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { OperationStateChip } from '../common/StateChip.js';
import { tableSx } from '../common/tableSx.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { OperationRecord } from './operationRecord.js';

const Column = DataTable.Col<OperationRecord>;

const idOf = (actor: unknown): string => {
  if (typeof actor === 'string') return actor;
  if (typeof actor !== 'object' || actor === null || !('id' in actor)) return '';
  return String(actor.id);
};

const Operations = () => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  const { refetch, page } = useListContext();
  useBatchedLive((messages) => {
    if (page === 1 && messages.some(({ data }) => data['operation_id'] !== undefined)) void refetch();
  }, 1_000);
  return (
    <DataTable<OperationRecord> bulkActionButtons={false} rowClick={false} sx={tableSx}>
      <Column
        source="kind"
        disableSort
        label={message('operations.kind')}
        render={(row) => (
          <>
            {word('operations.kinds', row.kind)}
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {row.id}
            </Typography>
          </>
        )}
      />
      <Column
        source="state"
        disableSort
        label={message('operations.state')}
        render={(row) => <OperationStateChip state={row.state} />}
      />
      <Column
        source="progress"
        disableSort
        label={message('operations.progress')}
        render={(row) => `${formats.integer(row.progress.done)} / ${formats.integer(row.progress.total)}`}
      />
      <Column source="created_by" disableSort label={message('operations.by')} render={(row) => idOf(row.created_by)} />
      <Column
        source="created_at"
        disableSort
        label={message('operations.created')}
        render={(row) => <RelativeTime at={row.created_at} />}
      />
      <Column
        source="finished_at"
        disableSort
        label={message('operations.finished')}
        render={(row) => <RelativeTime at={row.finished_at} />}
      />
      <Column
        source="error"
        disableSort
        label={message('operations.error')}
        render={(row) =>
          row.error ? (
            <Typography variant="caption" color="error" sx={{ display: 'block', maxWidth: 320 }}>
              {row.error.detail} ({row.error.code})
            </Typography>
          ) : null
        }
      />
    </DataTable>
  );
};

/** Everything that was asked of the marketplace, and what came of it. */
export const OperationPage = () => {
  const message = useMessage();
  return (
    <>
      <PageHeader title={message('operations.title')} />
      <ListBase<OperationRecord>
        resource="operations"
        queryOptions={saidOnPage}
        perPage={25}
        sort={{ field: '', order: 'DESC' }}
        storeKey="magflow.operations"
      >
        <ListStates
          empty={
            <EmptyState
              icon={OperationsIcon}
              title={message('operations.none')}
              hint={message('operations.none_hint')}
            />
          }
        >
          <Operations />
        </ListStates>
      </ListBase>
    </>
  );
};
