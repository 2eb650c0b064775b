import ReplayIcon from '@mui/icons-material/ReplayOutlined';
import OkIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Tab, Tabs, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable, ListBase, useNotify } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { api, bodyOf, type Schemas } from '../api/client.js';
import { asProblem } from '../api/problem.js';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { CopyText } from '../common/CopyText.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { tableSx } from '../common/tableSx.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';

type ParkedRecord = Schemas['ParkedEvent'];
type DeadLetterRecord = Schemas['DeadLetter'];

const ParkedColumn = DataTable.Col<ParkedRecord>;
const LetterColumn = DataTable.Col<DeadLetterRecord>;

interface VerbProps {
  readonly verb: string;
  readonly asks: string;
  readonly resource: string;
  /** What became of it, in a sentence. */
  readonly act: () => Promise<string>;
}

const Verb = ({ verb, asks, resource, act }: VerbProps) => {
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const run = useMutation({
    mutationFn: act,
    onSuccess: (sentence) => notify(sentence, { type: 'info' }),
    onError: (error) => notify(asProblem(error).message, { type: 'error' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [resource] }),
  });
  return (
    <>
      <Button size="small" startIcon={<ReplayIcon />} disabled={run.isPending} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <ConfirmDialog open={isAsking} verb={verb} onConfirm={() => run.mutate()} onClose={() => setAsking(false)}>
        {asks}
      </ConfirmDialog>
    </>
  );
};

const ParkedEvents = () => {
  const message = useMessage();
  const canAct = useCanAct();
  const replay = async (id: string) => {
    const { outcome, replayed, remaining, error } = await bodyOf(
      api.POST('/parked-events/{id}/replay', { params: { path: { id } } }),
    );
    return [message(`parked.outcome.${outcome}`, { replayed, remaining }), error].filter(Boolean).join(' ');
  };
  return (
    <ListBase<ParkedRecord>
      key="parked"
      resource="parked_events"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'parked_at', order: 'DESC' }}
    >
      <ListStates
        empty={<EmptyState icon={OkIcon} title={message('parked.none')} hint={message('parked.none_hint')} />}
      >
        <DataTable<ParkedRecord> bulkActionButtons={false} rowClick={false} sx={tableSx}>
          <ParkedColumn source="projection" disableSort label={message('parked.projection')} />
          <ParkedColumn
            source="stream"
            disableSort
            label={message('parked.stream')}
            render={({ stream }) => <CopyText text={stream} />}
          />
          <ParkedColumn source="reason" disableSort label={message('parked.reason')} />
          {canAct && (
            <ParkedColumn
              disableSort
              label=""
              render={({ id }) => (
                <Verb
                  verb={message('parked.replay')}
                  asks={message('parked.replay_confirm')}
                  resource="parked_events"
                  act={() => replay(id)}
                />
              )}
            />
          )}
        </DataTable>
      </ListStates>
    </ListBase>
  );
};

const DeadLetters = () => {
  const message = useMessage();
  const canAct = useCanAct();
  const redrive = async (id: string) => {
    await api.POST('/dead-letters/{id}/redrive', { params: { path: { id } } });
    return message('parked.redriven');
  };
  return (
    <ListBase<DeadLetterRecord>
      key="letters"
      resource="dead_letters"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'failed_at', order: 'DESC' }}
    >
      <ListStates
        empty={
          <EmptyState icon={OkIcon} title={message('parked.letters_none')} hint={message('parked.letters_hint')} />
        }
      >
        <DataTable<DeadLetterRecord> bulkActionButtons={false} rowClick={false} sx={tableSx}>
          <LetterColumn
            source="failed_at"
            label={message('parked.failed_at')}
            render={({ failed_at }) => <RelativeTime at={failed_at} />}
          />
          <LetterColumn
            source="topic"
            label={message('parked.topic')}
            render={({ topic, group, message: { type, stream } }) => (
              <>
                {type} · {stream}
                <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                  {topic} → {group}
                </Typography>
              </>
            )}
          />
          <LetterColumn source="cause" disableSort label={message('parked.reason')} />
          <LetterColumn align="right" source="attempts" label={message('parked.attempts')} />
          {canAct && (
            <LetterColumn
              disableSort
              label=""
              render={({ id }) => (
                <Verb
                  verb={message('parked.redrive')}
                  asks={message('parked.redrive_confirm')}
                  resource="dead_letters"
                  act={() => redrive(id)}
                />
              )}
            />
          )}
        </DataTable>
      </ListStates>
    </ListBase>
  );
};

/** What stopped at an error and waits for a person. */
export const ParkedPage = () => {
  const message = useMessage();
  const navigate = useNavigate();
  const { tab = 'events' } = useParams();
  return (
    <>
      <PageHeader title={message('parked.title')} />
      <Box sx={{ mb: 1.5 }}>
        <Tabs
          value={tab === 'letters' ? 'letters' : 'events'}
          onChange={(_, next: string) => void navigate(next === 'letters' ? '/parked/letters' : '/parked')}
        >
          <Tab value="events" label={message('parked.events')} />
          <Tab value="letters" label={message('parked.letters')} />
        </Tabs>
      </Box>
      {tab === 'letters' ? <DeadLetters /> : <ParkedEvents />}
    </>
  );
};
