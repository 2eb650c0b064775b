import OkIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Card, Typography } from '@mui/material';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { api, bodyOf, type Schemas } from '../api/client.js';
import { CopyText } from '../common/CopyText.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { tableSx } from '../common/tableSx.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { TryAgain } from './TryAgain.js';

type ParkedRecord = Schemas['ParkedEvent'];

const Column = DataTable.Col<ParkedRecord>;

const Replay = ({ id }: { id: string }) => {
  const message = useMessage();
  const replay = async () => {
    const { outcome, replayed, remaining, error } = await bodyOf(
      api.POST('/parked-events/{id}/replay', { params: { path: { id } } }),
    );
    return [message(`parked.outcome.${outcome}`, { replayed, remaining }), error].filter(Boolean).join(' ');
  };
  return (
    <TryAgain
      verb={message('parked.replay')}
      asks={message('parked.replay_confirm')}
      resource="parked_events"
      act={replay}
    />
  );
};

const What = ({ event: { type, stream, waiting } }: { event: ParkedRecord }) => {
  const message = useMessage();
  return (
    <>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {type}
      </Typography>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        <CopyText text={stream} />
        {waiting > 0 && ` · ${message('parked.waiting', { smart_count: waiting })}`}
      </Typography>
    </>
  );
};

const Table = () => {
  const message = useMessage();
  const canAct = useCanAct();
  return (
    <DataTable<ParkedRecord> bulkActionButtons={false} rowClick={false} sx={tableSx}>
      <Column
        source="parked_at"
        label={message('parked.failed_at')}
        render={({ parked_at }) => <RelativeTime at={parked_at} />}
      />
      <Column source="type" disableSort label={message('parked.event')} render={(event) => <What event={event} />} />
      <Column source="projection" disableSort label={message('parked.projection')} />
      <Column
        source="reason"
        disableSort
        label={message('parked.reason')}
        render={({ reason }) => <Box sx={{ maxWidth: 480, overflowWrap: 'anywhere' }}>{reason}</Box>}
      />
      {canAct && <Column disableSort label="" render={({ id }) => <Replay id={id} />} />}
    </DataTable>
  );
};

/** The list on a phone. */
const Cards = () => {
  const canAct = useCanAct();
  const { data = [] } = useListContext<ParkedRecord>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((event) => (
        <Card key={event.id} sx={{ p: 1.5 }}>
          <What event={event} />
          <Typography variant="body2" color="error" sx={{ my: 0.5, overflowWrap: 'anywhere' }}>
            {event.reason}
          </Typography>
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {event.projection} · <RelativeTime at={event.parked_at} />
          </Typography>
          {canAct && <Replay id={event.id} />}
        </Card>
      ))}
    </Box>
  );
};

/** Events that a read model could not apply. */
export const ParkedEvents = () => {
  const message = useMessage();
  const isPhone = useIsPhone();
  return (
    <ListBase<ParkedRecord>
      resource="parked_events"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'parked_at', order: 'DESC' }}
    >
      <ListStates
        empty={<EmptyState icon={OkIcon} title={message('parked.none')} hint={message('parked.none_hint')} />}
      >
        {isPhone ? <Cards /> : <Table />}
      </ListStates>
    </ListBase>
  );
};
