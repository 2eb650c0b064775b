import OkIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Card, Typography } from '@mui/material';
import { DataTable, ListBase, useListContext } from 'react-admin';
import type { Schemas } from '../api/client.js';
import { CopyText } from '../common/CopyText.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { tableSx } from '../common/tableSx.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useMessage } from '../i18n/useMessage.js';

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

/** The list on a phone. */
const Cards = () => {
  const { data = [] } = useListContext<UnreadableRecord>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((row) => (
        <Card key={row.id} sx={{ p: 1.5 }}>
          <What row={row} />
          <Typography variant="body2" color="error" sx={{ my: 0.5, overflowWrap: 'anywhere' }}>
            {row.reason}
          </Typography>
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            <RelativeTime at={row.last_seen_at} />
          </Typography>
        </Card>
      ))}
    </Box>
  );
};

/** What the marketplace sent and nobody could understand. */
export const UnreadableRows = () => {
  const message = useMessage();
  const isPhone = useIsPhone();
  return (
    <ListBase<UnreadableRecord>
      resource="unreadable_rows"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'last_seen_at', order: 'DESC' }}
    >
      <ListStates
        empty={<EmptyState icon={OkIcon} title={message('parked.rows_none')} hint={message('parked.rows_hint')} />}
      >
        {isPhone ? <Cards /> : <Table />}
      </ListStates>
    </ListBase>
  );
};
