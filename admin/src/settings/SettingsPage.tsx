import { Box, Skeleton } from '@mui/material';
import { PageHeader } from '../common/PageHeader.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import { AutomationPanel } from './AutomationPanel.js';
import { SellerForm } from './SellerForm.js';
import { SenderPanel } from './SenderPanel.js';
import { SeriesForm } from './SeriesForm.js';
import { useSettings } from './useSettings.js';

/** Who sells, under which numbers, from where, and what happens by itself. */
export const SettingsPage = () => {
  const message = useMessage();
  const { data, error, refetch } = useSettings();
  return (
    <>
      <PageHeader title={message('settings.title')} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={360} />}
      {data && (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
            gap: 2,
            alignItems: 'start',
          }}
        >
          <Box sx={{ display: 'grid', gap: 2 }}>
            <SellerForm seller={data.settings.seller} etag={data.etag} />
            <SenderPanel seller={data.settings.seller} />
          </Box>
          <Box sx={{ display: 'grid', gap: 2 }}>
            <SeriesForm
              series={data.settings.invoice_series}
              accounts={Object.keys(data.settings.automation)}
              etag={data.etag}
            />
            <AutomationPanel settings={data.settings} />
          </Box>
        </Box>
      )}
    </>
  );
};
