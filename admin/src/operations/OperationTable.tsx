import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { DataTable, useListContext } from 'react-admin';
import { RelativeTime } from '../common/Moment.js';
import { OperationStateChip } from '../common/StateChip.js';
import { RowLink } from '../common/RowLink.js';
import { useGoneRows } from '../common/LiveRows.js';
import { rowSx, tableSx } from '../common/tableSx.js';
import { useActor } from '../common/useActor.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { linksOf, type OperationRecord } from './operationRecord.js';

const Column = DataTable.Col<OperationRecord>;

interface OperationTableProps {
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}

const subjectOf = (operation: OperationRecord): string =>
  linksOf(operation)
    .filter(({ name }) => name === 'order' || name === 'offer' || name === 'awb' || name === 'invoice')
    .map(({ text }) => text)
    .join(' · ');

const Refusal = ({ operation: { error } }: { operation: OperationRecord }) =>
  error && (
    <Typography variant="caption" color="error" component="div" sx={{ maxWidth: 320, overflowWrap: 'anywhere' }}>
      {error.detail} ({error.code})
    </Typography>
  );

/** A row an operation, newest first. */
export const OperationTable = ({ shown, onShow }: OperationTableProps) => {
  const gone = useGoneRows();
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  const actorOf = useActor();
  return (
    <DataTable<OperationRecord>
      bulkActionButtons={false}
      rowClick={(id) => {
        onShow(String(id));
        return false;
      }}
      rowSx={({ id }) => rowSx(id === shown, gone.includes(id))}
      sx={tableSx}
    >
      <Column
        source="kind"
        disableSort
        label={message('operations.kind')}
        render={(row) => (
          <>
            <RowLink onShow={() => onShow(row.id)}>{word('operations.kinds', row.kind)}</RowLink>
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {subjectOf(row)}
            </Typography>
          </>
        )}
      />
      <Column
        source="state"
        disableSort
        label={message('operations.state')}
        render={(row) => (
          <>
            <OperationStateChip state={row.state} />
            <Refusal operation={row} />
          </>
        )}
      />
      <Column
        align="right"
        source="progress"
        disableSort
        label={message('operations.progress')}
        render={({ progress }) => (
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            {formats.integer(progress.done)} / {formats.integer(progress.total)}
          </Box>
        )}
      />
      <Column
        source="created_by"
        disableSort
        label={message('operations.by')}
        render={(row) => actorOf(row.created_by)}
      />
      <Column
        source="created_at"
        label={message('operations.created')}
        render={(row) => <RelativeTime at={row.created_at} />}
      />
      <Column
        source="finished_at"
        disableSort
        label={message('operations.finished')}
        render={(row) => <RelativeTime at={row.finished_at} />}
      />
    </DataTable>
  );
};

/** The list on a phone. */
export const OperationCards = ({ onShow }: Pick<OperationTableProps, 'onShow'>) => {
  const word = useWord();
  const formats = useFormats();
  const { data = [] } = useListContext<OperationRecord>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((operation) => (
        <Card key={operation.id}>
          <CardActionArea onClick={() => onShow(operation.id)} sx={{ p: 1.5 }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}>
              <Typography variant="h3" component="span">
                {word('operations.kinds', operation.kind)}
              </Typography>
              <OperationStateChip state={operation.state} />
            </Box>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {[
                subjectOf(operation),
                `${formats.integer(operation.progress.done)} / ${formats.integer(operation.progress.total)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
            <Refusal operation={operation} />
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              <RelativeTime at={operation.created_at} />
            </Typography>
          </CardActionArea>
        </Card>
      ))}
    </Box>
  );
};
