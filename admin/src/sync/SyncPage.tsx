import ProductsIcon from '@mui/icons-material/Inventory2Outlined';
import OffersIcon from '@mui/icons-material/LocalOfferOutlined';
import { Box, Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { PageHeader } from '../common/PageHeader.js';
import { Panel } from '../common/Panel.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { AccountCards } from './AccountCards.js';
import { RunningSyncs } from './RunningSyncs.js';
import { StartSyncForm } from './StartSyncForm.js';
import { SyncRuns } from './SyncRuns.js';

/** What is read from the marketplace: accounts, a start, what runs now, and what ran before. */
export const SyncPage = () => {
  const message = useMessage();
  const canAct = useCanAct();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <PageHeader title={message('sync.title')}>
        <Button component={Link} to="/products" startIcon={<ProductsIcon />}>
          {message('sync.to_products')}
        </Button>
        <Button component={Link} to="/products/offers" startIcon={<OffersIcon />}>
          {message('sync.to_offers')}
        </Button>
      </PageHeader>
      <AccountCards />
      <Box sx={{ display: 'grid', gridTemplateColumns: { lg: '1fr 1fr' }, gap: 2 }}>
        {canAct && (
          <Panel title={message('sync.start_title')}>
            <StartSyncForm />
          </Panel>
        )}
        <Panel title={message('sync.running')}>
          <RunningSyncs />
        </Panel>
      </Box>
      <Panel title={message('sync.runs')}>
        <SyncRuns />
      </Panel>
    </Box>
  );
};
