import { Box, Link as MuiLink, Skeleton, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router-dom';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import { AttentionPreview } from './AttentionPreview.js';
import { DashboardFrame } from './DashboardFrame.js';
import { reportDoor } from './doors.js';
import { Health } from './Health.js';
import { Mix } from './Mix.js';
import { Month } from './Month.js';
import { Needs } from './Needs.js';
import { TopProducts } from './TopProducts.js';
import { useDashboard } from './useDashboard.js';

const MonthsChart = lazy(async () => ({ default: (await import('./MonthsChart.js')).MonthsChart }));

const CHART_HEIGHT = 248;

const Waiting = ({ height = CHART_HEIGHT }: { height?: number }) => <Skeleton variant="rounded" height={height} />;

/** Work first: what needs somebody now, then the month, then how things stand. Every figure is measured, and a door. */
export const DashboardPage = () => {
  const message = useMessage();
  const { data, error, refetch } = useDashboard();
  const currencies = [...(data?.sales ?? [])].sort((a, b) => b.orders.now - a.orders.now);
  const shown = currencies.length === 0 ? [null] : currencies.map(({ currency }) => currency);
  if (error && !data) {
    return (
      <DashboardFrame tab="overview">
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </DashboardFrame>
    );
  }
  return (
    <DashboardFrame tab="overview">
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <Typography variant="h2">{message('dashboard.now')}</Typography>
      <Needs dashboard={data} />
      <AttentionPreview />
      <Typography variant="h2">
        {message('dashboard.month')}{' '}
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {message('dashboard.against')}
        </Typography>
      </Typography>
      {data ? <Month dashboard={data} /> : <Waiting height={264} />}
      <Box sx={{ display: 'grid', gridTemplateColumns: { lg: 'minmax(0, 2fr) minmax(0, 1fr)' }, gap: 2 }}>
        <Panel
          title={message('dashboard.months')}
          aside={
            <MuiLink component={Link} to={reportDoor({ group_by: 'month' })} variant="body2">
              {message('dashboard.tabs.reports')}
            </MuiLink>
          }
        >
          <Suspense fallback={<Waiting />}>
            {data ? (
              shown.map((currency) => <MonthsChart key={currency} months={data.months} currency={currency} />)
            ) : (
              <Waiting />
            )}
          </Suspense>
        </Panel>
        <Panel title={message('dashboard.mix')}>{data ? <Mix dashboard={data} /> : <Waiting />}</Panel>
      </Box>
      <Panel
        flush
        title={message('dashboard.top_products')}
        aside={
          <MuiLink component={Link} to={reportDoor({ group_by: 'product', ...data?.this_month })} variant="body2">
            {message('dashboard.all_products')}
          </MuiLink>
        }
      >
        {data ? <TopProducts dashboard={data} /> : <Waiting />}
      </Panel>
      {data ? <Health dashboard={data} /> : <Waiting height={56} />}
    </DashboardFrame>
  );
};
