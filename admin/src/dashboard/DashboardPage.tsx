import { Box, Card, CardActionArea, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useDataProvider } from 'react-admin';
import { Link } from 'react-router-dom';
import { troubleOf } from '../accounts/accountTrouble.js';
import { TroubleChip } from '../accounts/TroubleChip.js';
import { useAccounts, useAccountScope } from '../common/AccountScope.js';
import { PageHeader } from '../common/PageHeader.js';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { OrderStatusChip } from '../common/StateChip.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { dayBefore, tabFilters } from '../orders/orderFilters.js';
import { STATUS_NAMES } from '../orders/orderRecord.js';
import { useOrderCounts, type OrderCount } from '../orders/OrderTabs.js';
import type { MagflowDataProvider, OrderStatistics } from '../provider/magflowDataProvider.js';
import { comparisonOf, type Comparison } from './comparison.js';

const SalesChart = lazy(async () => ({ default: (await import('./SalesChart.js')).SalesChart }));

const TREND_DAYS = 90;

const useStatistics = (from: string, to: string) => {
  const provider = useDataProvider<MagflowDataProvider>();
  const [account] = useAccountScope();
  const { refetch, ...query } = useQuery({
    queryKey: ['orders', 'statistics', from, to, account],
    queryFn: () => provider.statistics({ from, to, account_type: account }),
  });
  useBatchedLive((messages) => {
    if (messages.some(({ type }) => /^(order_|sync_)/.test(type))) void refetch();
  }, 5_000);
  return { ...query, refetch };
};

const doorTo = (filter: object): string => `/orders?filter=${encodeURIComponent(JSON.stringify(filter))}`;

interface DoorProps {
  readonly label: string;
  readonly count: OrderCount | undefined;
  readonly to: string;
  /** Anything above nothing is outlined in red. */
  readonly isAlarm?: boolean;
}

const Door = ({ label, count, to, isAlarm = false }: DoorProps) => {
  const formats = useFormats();
  const message = useMessage();
  return (
    <Card sx={({ palette }) => (isAlarm && count && count.total > 0 ? { borderColor: palette.states.red.text } : {})}>
      <CardActionArea component={Link} to={to} sx={{ p: 2 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {label}
        </Typography>
        <Typography component="div" sx={{ fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.3 }}>
          {count ? (
            count.isLowerBound ? (
              message('common.more_than', { count: formats.integer(count.total - 1) })
            ) : (
              formats.integer(count.total)
            )
          ) : (
            <Skeleton width={48} />
          )}
        </Typography>
      </CardActionArea>
    </Card>
  );
};

/** AWBs that nobody knows the truth about: the dearest to leave lying. */
const useDoubts = (): OrderCount | undefined => {
  const provider = useDataProvider<MagflowDataProvider>();
  const [account] = useAccountScope();
  const { data, refetch } = useQuery({
    queryKey: ['awbs', 'doubts', account],
    queryFn: async (): Promise<OrderCount> => {
      const { total } = await provider.getList('awbs', {
        pagination: { page: 1, perPage: 1 },
        sort: { field: '', order: 'ASC' },
        filter: { status: 'in_doubt', account_type: account },
      });
      return { total: total ?? 0, isLowerBound: false };
    },
  });
  useBatchedLive((messages) => {
    if (messages.some(({ type }) => type.startsWith('awb_'))) void refetch();
  }, 1_000);
  return data;
};

/** What needs somebody now, each a door to its list. */
const Needs = () => {
  const message = useMessage();
  const filters = useMemo(() => tabFilters(), []);
  const doubts = useDoubts();
  const [confirm, ship, invoice] = useOrderCounts([filters.confirm, filters.ship, filters.invoice]);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, 1fr)' }, gap: 2 }}>
      <Door label={message('dashboard.doubt')} count={doubts} to="/emag/awb?tab=doubt" isAlarm />
      <Door label={message('dashboard.confirm')} count={confirm} to={doorTo(filters.confirm)} />
      <Door label={message('dashboard.ship')} count={ship} to={doorTo(filters.ship)} />
      <Door label={message('dashboard.invoice')} count={invoice} to={doorTo(filters.invoice)} />
    </Box>
  );
};

const Figure = ({
  label,
  now,
  before,
  change,
}: {
  label: string;
  now: string;
  before: string;
  change: number | null;
}) => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <Card sx={{ p: 2 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
      <Typography component="div" sx={{ fontSize: '1.375rem', fontWeight: 650 }}>
        {now}
      </Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {change !== null && (
          <Box
            component="span"
            sx={({ palette }) => ({
              color: palette.states[change < 0 ? 'red' : 'green'].text,
              fontWeight: 600,
              mr: 0.5,
            })}
          >
            {change >= 0 ? '+' : '−'}
            {formats.percent(Math.abs(change))}
          </Box>
        )}
        {message('dashboard.before', { value: before })}
      </Typography>
    </Card>
  );
};

const Month = ({ comparison }: { comparison: Comparison }) => {
  const message = useMessage();
  const formats = useFormats();
  const { now, before, currency } = comparison;
  const money = (amount: number) => formats.money(amount.toFixed(2), currency);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' }, gap: 2 }}>
      <Figure
        label={message('dashboard.sales_net')}
        now={money(now.net)}
        before={money(before.net)}
        change={comparison.netChange}
      />
      <Figure
        label={message('dashboard.orders')}
        now={formats.integer(now.orders)}
        before={formats.integer(before.orders)}
        change={comparison.ordersChange}
      />
      <Figure
        label={message('dashboard.average')}
        now={now.orders === 0 ? message('common.none') : money(now.gross / now.orders)}
        before={before.orders === 0 ? message('common.none') : money(before.gross / before.orders)}
        change={comparison.averageChange}
      />
    </Box>
  );
};

const Mix = ({ statistics }: { statistics: OrderStatistics }) => {
  const formats = useFormats();
  const total = statistics.by_status.reduce((sum, { orders }) => sum + orders, 0);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {statistics.by_status.map(({ status, orders }) => {
        const name = STATUS_NAMES[status] ?? 'new';
        return (
          <Box
            key={status}
            component={Link}
            to={doorTo({ status: [name] })}
            sx={{ color: 'inherit', textDecoration: 'none' }}
          >
            <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: '0.8125rem', mb: 0.25 }}>
              <OrderStatusChip status={name} />
              <span>{formats.integer(orders)}</span>
            </Box>
            <Box sx={{ height: 4, borderRadius: 2, backgroundColor: 'divider' }}>
              <Box
                sx={{
                  height: 4,
                  borderRadius: 2,
                  width: `${total === 0 ? 0 : Math.max(0.5, (orders * 100) / total)}%`,
                  backgroundColor: 'primary.main',
                }}
              />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
};

const Health = () => {
  const { data: accounts = [] } = useAccounts();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
      {accounts.map((account) => {
        return (
          <Box key={account.key} component={Link} to="/accounts" sx={{ color: 'inherit', textDecoration: 'none' }}>
            <TroubleChip trouble={troubleOf(account)} account={account.key} />
          </Box>
        );
      })}
    </Box>
  );
};

/** Work first: what needs somebody now, then the month, then how things stand. Every figure is measured. */
export const DashboardPage = () => {
  const message = useMessage();
  const to = dayBefore(0);
  const from = dayBefore(TREND_DAYS);
  const { data, error, refetch } = useStatistics(from, to);
  const all = useStatistics('2000-01-01', to);
  const comparison = data && comparisonOf(data, to);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <PageHeader title={message('dashboard.title')} />
      <Typography variant="h2">{message('dashboard.now')}</Typography>
      <Needs />
      <Typography variant="h2" sx={{ mt: 1 }}>
        {message('dashboard.month')}{' '}
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {message('dashboard.against')}
        </Typography>
      </Typography>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {comparison && <Month comparison={comparison} />}
      {!data && !error && <Skeleton variant="rounded" height={96} />}
      <Box sx={{ display: 'grid', gridTemplateColumns: { lg: '2fr 1fr' }, gap: 2, alignItems: 'start' }}>
        <Panel title={message('dashboard.trend')}>
          <Suspense fallback={<Skeleton variant="rounded" height={240} />}>
            {data ? <SalesChart statistics={data} /> : <Skeleton variant="rounded" height={240} />}
          </Suspense>
        </Panel>
        <Panel title={message('dashboard.mix')}>
          {all.data ? <Mix statistics={all.data} /> : <Skeleton variant="rounded" height={240} />}
        </Panel>
      </Box>
      <Panel title={message('dashboard.health')}>
        <Health />
      </Panel>
    </Box>
  );
};
