import { Box, Tab, Tabs } from '@mui/material';
import { useNavigate, useParams } from 'react-router-dom';
import { PageHeader } from '../common/PageHeader.js';
import { useMessage } from '../i18n/useMessage.js';
import { DeadLetters } from './DeadLetters.js';
import { ParkedEvents } from './ParkedEvents.js';

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
