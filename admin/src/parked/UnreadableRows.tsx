import { Box, Typography } from '@mui/material';
import { DataTable } from 'react-admin';
import type { Schemas } from '../api/client.js';
import { CopyText } from '../common/CopyText.js';
import { RelativeTime } from '../common/Moment.js';
import { tableSx } from '../common/tableSx.js';
import { useMessage } from '../i18n/useMessage.js';
import { StoppedList } from './StoppedList.js';

type UnreadableRecord = Schemas['UnreadableRow'];

const Column = DataTable.Col<UnreadableRecord>;

const What = ({ row: { account_type, kind, reference } }: { row: UnreadableRecord }) => {
  const message = useMessage();
  return (
    <>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {message(`parked.kind.${kind}`)}
      </Typography>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        {account_type}
        {reference !== null && (
          <>
            {' · '}
            <CopyText text={reference} />
          </>
        )}
      </Typography>
    </>
  );
};

const Table = () => {
  const message = useMessage();
  return (
    <DataTable<UnreadableRecord> bulkActionButtons={false} rowClick={false} sx={tableSx}>
      <Column
        source="last_seen_at"
        label={message('parked.last_seen')}
        render={({ last_seen_at }) => <RelativeTime at={last_seen_at} />}
      />
      <Column source="kind" disableSort label={message('parked.what')} render={(row) => <What row={row} />} />
      <Column
        source="reason"
        disableSort
        label={message('parked.reason')}
        render={({ reason }) => <Box sx={{ maxWidth: 480, overflowWrap: 'anywhere' }}>{reason}</Box>}
      />
    </DataTable>
  );
};

/** What the marketplace sent and nobody could understand. */
export const UnreadableRows = () => {
  const message = useMessage();
  return (
    <StoppedList<UnreadableRecord>
      resource="unreadable_rows"
      newestBy="last_seen_at"
      none={message('parked.rows_none')}
      noneHint={message('parked.rows_hint')}
      table={<Table />}
      cardOf={(row) => ({
        what: <What row={row} />,
        reason: row.reason,
        circumstances: <RelativeTime at={row.last_seen_at} />,
      })}
    />
  );
};
