import { useQuery } from '@tanstack/react-query';
import { Box, Skeleton, Typography } from '@mui/material';
import { useDataProvider } from 'react-admin';
import { ExactTime } from '../common/Moment.js';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import type { MagflowDataProvider, OrderKey } from '../provider/magflowDataProvider.js';
import { idOf } from './orderRules.js';

/** The calls about an order as of its revision. */
export const useMarketplaceCalls = (order: OrderKey, revision: number) => {
  const provider = useDataProvider<MagflowDataProvider>();
  return useQuery({
    queryKey: ['orders', 'calls', idOf(order), revision],
    queryFn: () => provider.marketplaceCalls(order),
    placeholderData: (before) => before,
    retry: false,
  });
};

/** What was said to the marketplace about an order, and how it answered; the newest on top. */
export const MarketplaceCalls = ({ order, revision }: { order: OrderKey; revision: number }) => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  const { data, error, refetch } = useMarketplaceCalls(order, revision);
  return (
    <Panel title={message('order.calls.title')}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={60} />}
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {message('order.calls.none')}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map(({ id, route, started_at, duration_ms, http_status, outcome }) => (
          <Box
            component="li"
            key={id}
            sx={{ py: 0.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
          >
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
              <Typography variant="body2" sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
                {route}
              </Typography>
              <Typography
                variant="body2"
                sx={{ fontWeight: 600, color: outcome === 'ok' ? 'text.primary' : 'error.main' }}
              >
                {word('order.calls.outcomes', outcome)}
              </Typography>
            </Box>
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              <ExactTime at={started_at} /> · {http_status ?? message('order.calls.no_answer')} ·{' '}
              {formats.integer(duration_ms)} ms
            </Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  );
};
