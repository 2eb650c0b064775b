import { Box, Typography } from '@mui/material';
import { DataTable } from 'react-admin';
import { api, type Schemas } from '../api/client.js';
import { RelativeTime } from '../common/Moment.js';
import { tableSx } from '../common/tableSx.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { StoppedList } from './StoppedList.js';
import { TryAgain } from './TryAgain.js';

type DeadLetterRecord = Schemas['DeadLetter'];

const Column = DataTable.Col<DeadLetterRecord>;

const Redrive = ({ id }: { id: string }) => {
  const message = useMessage();
  const redrive = async () => {
    await api.POST('/dead-letters/{id}/redrive', { params: { path: { id } } });
    return message('parked.redriven');
  };
  return (
    <TryAgain
      verb={message('parked.redrive')}
      asks={message('parked.redrive_confirm')}
      resource="dead_letters"
      act={redrive}
    />
  );
};

const What = ({ letter: { topic, group, message } }: { letter: DeadLetterRecord }) => (
  <>
    <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      <strong>{message.type}</strong> · {message.stream}
    </Typography>
    <Typography variant="caption" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {topic} → {group}
    </Typography>
  </>
);

const Table = () => {
  const message = useMessage();
  const canAct = useCanAct();
  return (
    <DataTable<DeadLetterRecord> bulkActionButtons={false} rowClick={false} sx={tableSx}>
      <Column
        source="failed_at"
        label={message('parked.failed_at')}
        render={({ failed_at }) => <RelativeTime at={failed_at} />}
      />
      <Column source="topic" label={message('parked.topic')} render={(letter) => <What letter={letter} />} />
      <Column
        source="cause"
        disableSort
        label={message('parked.reason')}
        render={({ cause }) => <Box sx={{ maxWidth: 480, overflowWrap: 'anywhere' }}>{cause}</Box>}
      />
      <Column align="right" source="attempts" label={message('parked.attempts')} />
      {canAct && <Column disableSort label="" render={({ id }) => <Redrive id={id} />} />}
    </DataTable>
  );
};

/** Messages that a consumer could not handle. */
export const DeadLetters = () => {
  const message = useMessage();
  const canAct = useCanAct();
  return (
    <StoppedList<DeadLetterRecord>
      resource="dead_letters"
      newestBy="failed_at"
      none={message('parked.letters_none')}
      noneHint={message('parked.letters_hint')}
      table={<Table />}
      cardOf={(letter) => ({
        what: <What letter={letter} />,
        reason: letter.cause,
        circumstances: (
          <>
            {message('parked.attempts')} {letter.attempts} · <RelativeTime at={letter.failed_at} />
          </>
        ),
        act: canAct && <Redrive id={letter.id} />,
      })}
    />
  );
};
