import { Box, Tab, Tabs } from '@mui/material';
import { useNavigate, useParams } from 'react-router-dom';
import { PageHeader } from '../common/PageHeader.js';
import { useMessage } from '../i18n/useMessage.js';
import { DeadLetters } from './DeadLetters.js';
import { ParkedEvents } from './ParkedEvents.js';
import { UnreadableRows } from './UnreadableRows.js';

const TABS = { events: ParkedEvents, letters: DeadLetters, rows: UnreadableRows } as const;
type TabName = keyof typeof TABS;

const isTab = (name: string): name is TabName => Object.hasOwn(TABS, name);

/** What stopped at an error and waits for a person. */
export const ParkedPage = () => {
  const message = useMessage();
  const navigate = useNavigate();
  const { tab = 'events' } = useParams();
  const shown = isTab(tab) ? tab : 'events';
  const List = TABS[shown];
  return (
    <>
      <PageHeader title={message('parked.title')} />
      <Box sx={{ mb: 1.5 }}>
        <Tabs
          value={shown}
          variant="scrollable"
          onChange={(_, next: TabName) => void navigate(next === 'events' ? '/parked' : `/parked/${next}`)}
        >
          <Tab value="events" label={message('parked.events')} />
          <Tab value="letters" label={message('parked.letters')} />
          <Tab value="rows" label={message('parked.rows')} />
        </Tabs>
      </Box>
      <List key={shown} />
    </>
  );
};
