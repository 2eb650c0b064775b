import { Box, Typography } from '@mui/material';
import { DataTable } from 'react-admin';
import { api, bodyOf, type Schemas } from '../api/client.js';
import { CopyText } from '../common/CopyText.js';
import { RelativeTime } from '../common/Moment.js';
import { tableSx } from '../common/tableSx.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { StoppedList } from './StoppedList.js';
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

/** Events that a read model could not apply. */
export const ParkedEvents = () => {
  const message = useMessage();
  const canAct = useCanAct();
  return (
    <StoppedList<ParkedRecord>
      resource="parked_events"
      newestBy="parked_at"
      none={message('parked.none')}
      noneHint={message('parked.none_hint')}
      table={<Table />}
      cardOf={(event) => ({
        what: <What event={event} />,
        reason: event.reason,
        circumstances: (
          <>
            {event.projection} · <RelativeTime at={event.parked_at} />
          </>
        ),
        act: canAct && <Replay id={event.id} />,
      })}
    />
  );
};
