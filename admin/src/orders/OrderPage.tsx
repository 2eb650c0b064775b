import BackIcon from '@mui/icons-material/ArrowBack';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import { Alert, Box, Button, Skeleton, Slider, Typography } from '@mui/material';
import { alpha } from '@mui/material/styles';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDataProvider, useGetOne } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { CopyText } from '../common/CopyText.js';
import { Money } from '../common/Money.js';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { OrderStatusChip } from '../common/StateChip.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { Due } from './Due.js';
import { HistoryTimeline } from './HistoryTimeline.js';
import { InvoiceCard } from './InvoiceCard.js';
import { MarketplaceCalls, useMarketplaceCalls } from './MarketplaceCalls.js';
import { OrderLines } from './OrderLines.js';
import { OrderPeople } from './OrderPeople.js';
import type { OrderHistory, OrderRecord } from './orderRecord.js';
import { isWholeOrder } from './orderRules.js';
import { OrderVerbs } from './OrderVerbs.js';
import { ShippingCard } from './ShippingCard.js';
import { countOf, differencesOf, TimeTravel, Was, type Differences } from './timeTravel.js';
import { useOrderLive } from './useOrderLive.js';

const nothing: Differences = new Map();

/** The order as it is now and, if a moment is chosen, as it was then. */
const useOrderAt = (id: string, revision: number | null) => {
  const provider = useDataProvider<MagflowDataProvider>();
  const now = useGetOne<OrderRecord>('orders', { id }, { retry: false });
  const then = useQuery({
    queryKey: ['orders', 'at', id, revision],
    queryFn: () => provider.orderAt(id, revision ?? 0),
    enabled: revision !== null,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  const history = useQuery({
    queryKey: ['orders', 'history', id],
    queryFn: () => provider.orderHistory(id),
    retry: false,
  });
  useOrderLive(id);
  return { now, then, history };
};

const Header = ({ order, isPast }: { order: OrderRecord; isPast: boolean }) => {
  const message = useMessage();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 2 }}>
      <title>{`${message('orders.one', { id: order.emag_order_id })} · MagFlow`}</title>
      <Button
        component={Link}
        to="/orders"
        startIcon={<BackIcon />}
        aria-label={message('orders.back')}
        sx={{ minWidth: 0 }}
      >
        {message('orders.title')}
      </Button>
      <Typography variant="h1">
        <CopyText text={order.emag_order_id} />
      </Typography>
      <Was path="/status_name">
        <OrderStatusChip status={order.status_name} />
      </Was>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {order.account_type}
      </Typography>
      {!isPast && <Due order={order} />}
      <Typography component="span" sx={{ fontWeight: 650, fontSize: '1rem' }}>
        <Money amount={order.total_amount} currency={order.currency} />
      </Typography>
      <Box sx={{ ml: { md: 'auto' } }}>{!isPast && <OrderVerbs order={order} />}</Box>
    </Box>
  );
};

interface PastBarProps {
  readonly history: OrderHistory;
  readonly revision: number;
  readonly differences: Differences;
  readonly onChoose: (revision: number | null) => void;
}

/** Says that this is the past, which moment, how much is different, and leads back. */
const PastBar = ({ history, revision, differences, onChoose }: PastBarProps) => {
  const message = useMessage();
  const formats = useFormats();
  const entry = history.events.find((one) => one.revision === revision);
  return (
    <Alert
      severity="warning"
      icon={<HistoryIcon />}
      variant="outlined"
      action={
        <Button color="inherit" onClick={() => onChoose(null)}>
          {message('orders.history.back')}
        </Button>
      }
      sx={({ palette }) => ({
        mb: 2,
        alignItems: 'center',
        position: 'sticky',
        top: 60,
        zIndex: 3,
        backgroundColor: palette.background.paper,
      })}
    >
      <Typography variant="body1" sx={{ fontWeight: 650 }}>
        {message('orders.history.as_was_at', { time: entry ? formats.dateTime(entry.recorded_at) : String(revision) })}
      </Typography>
      {message('orders.history.as_was_hint')}{' '}
      {differences.size === 0
        ? message('orders.history.no_differences')
        : message('orders.history.differences', { smart_count: countOf(differences) })}
    </Alert>
  );
};

interface HistoryPanelProps {
  readonly order: OrderRecord;
  readonly history: OrderHistory | undefined;
  readonly error: unknown;
  readonly revision: number | null;
  readonly onChoose: (revision: number | null) => void;
}

const HistoryPanel = ({ order, history, error, revision, onChoose }: HistoryPanelProps) => {
  const message = useMessage();
  const { data: calls } = useMarketplaceCalls(order, history?.revision ?? order.revision);
  if (error) return <ProblemNotice error={error} />;
  if (!history) return <Skeleton variant="rounded" height={320} />;
  const last = history.revision;
  const choose = (chosen: number) => onChoose(chosen >= last ? null : chosen);
  return (
    <Panel
      title={message('orders.section.history')}
      aside={
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {message('orders.history.events', { smart_count: history.events.length })}
        </Typography>
      }
    >
      {last > 0 && (
        <Box sx={{ px: 1 }}>
          <Slider
            size="small"
            value={revision ?? last}
            min={0}
            max={last}
            step={1}
            marks
            onChange={(_event, value) => choose(Number(value))}
            aria-label={message('orders.history.slider')}
          />
        </Box>
      )}
      <HistoryTimeline entries={history.events} calls={calls ?? []} chosen={revision} onChoose={choose} />
    </Panel>
  );
};

const Waiting = () => (
  <Box aria-hidden sx={{ display: 'grid', gap: 2 }}>
    <Skeleton variant="text" width={360} height={44} />
    <Skeleton variant="rounded" height={220} />
    <Skeleton variant="rounded" height={180} />
  </Box>
);

const revisionOf = (text: string | null): number | null =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;

/** One order: what it is, what can be done, and everything that ever happened to it. */
export const OrderPage = () => {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const revision = revisionOf(search.get('revision'));
  const { now, then, history } = useOrderAt(id, revision);
  const current = now.data && isWholeOrder(now.data) ? now.data : undefined;
  const past = revision !== null && then.data && isWholeOrder(then.data) ? then.data : undefined;
  const differences = useMemo(() => (past && current ? differencesOf(past, current) : nothing), [past, current]);
  const order = past ?? current;

  const choose = (chosen: number | null) =>
    setSearch(chosen === null ? {} : { revision: String(chosen) }, { replace: true });

  const unread = now.error ? <ProblemNotice error={now.error} onRetry={() => void now.refetch()} /> : null;
  if (!order) return unread ?? <Waiting />;

  return (
    <Box
      data-past={past ? revision : undefined}
      sx={({ palette }) =>
        past
          ? {
              outline: `3px solid ${palette.states.amber.line}`,
              outlineOffset: 8,
              borderRadius: '4px',
              backgroundColor: alpha(palette.warning.main, 0.05),
            }
          : {}
      }
    >
      <TimeTravel differences={differences}>
        {unread}
        <Header order={order} isPast={past !== undefined} />
        {past && history.data && revision !== null && (
          <PastBar history={history.data} revision={revision} differences={differences} onChoose={choose} />
        )}
        {then.error && revision !== null && <ProblemNotice error={then.error} />}
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { lg: 'minmax(0, 1fr) clamp(320px, 26vw, 380px)' },
            gap: 2,
            alignItems: 'start',
          }}
        >
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
            <OrderLines order={order} />
            <Box sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, gap: 2, alignItems: 'start' }}>
              <ShippingCard order={order} />
              <InvoiceCard order={order} />
            </Box>
            <OrderPeople order={order} />
          </Box>
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
            <HistoryPanel
              order={order}
              history={history.data}
              error={history.error}
              revision={revision}
              onChoose={choose}
            />
            {!past && <MarketplaceCalls order={order} revision={order.revision} />}
          </Box>
        </Box>
      </TimeTravel>
    </Box>
  );
};
