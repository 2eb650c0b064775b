import { Box, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { RelativeTime } from '../common/Moment.js';
import { Detail } from '../common/Panel.js';
import { SyncPhaseChip } from '../common/StateChip.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { JobRecord } from '../jobs/jobRecord.js';
import type { SyncKind, SyncRunRecord } from './syncRecord.js';

const JOBS: Readonly<Record<SyncKind, string>> = { offers: 'emag.sync_products', orders: 'emag.sync_orders' };
const ENDED = ['completed', 'failed', 'cancelled'];

/** What one account's orders or offers were read with last, and when they are read again. */
export const KindFacts = ({ account, kind }: { account: string; kind: SyncKind }) => {
  const message = useMessage();
  const formats = useFormats();
  const { data: runs } = useGetList<SyncRunRecord>('sync_runs', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'requested_at', order: 'DESC' },
    filter: { account_type: account, kind: [kind], status: ENDED },
  });
  const { data: jobs } = useGetList<JobRecord>('jobs', { pagination: { page: 1, perPage: 100 } });
  const next = jobs?.find(({ name }) => name === JOBS[kind])?.next_run_at;
  const last = runs?.[0];
  const none = message('common.none');
  return (
    <Box
      component="section"
      data-last={`${account}-${kind}`}
      sx={{ borderTop: 1, borderColor: 'divider', pt: 1, mt: 1.5 }}
    >
      <Typography variant="body2" component="h3" sx={{ fontWeight: 650, mb: 0.5 }}>
        {message(`sync.${kind}`)}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(112px, 1fr))', gap: 1.5 }}>
        <Detail label={message('sync.last')}>
          {last ? (
            <>
              <RelativeTime at={last.finished_at} /> <SyncPhaseChip phase={last.status} />
            </>
          ) : (
            message(runs ? 'sync.never' : 'common.none')
          )}
        </Detail>
        <Detail label={message('sync.items')}>
          {last
            ? message('sync.items_in', {
                items: formats.integer(last.processed_items),
                time: formats.duration(last.duration_seconds),
              })
            : none}
        </Detail>
        <Detail label={message('sync.rate_label')}>
          {last?.throughput_per_second
            ? message('sync.rate', { rate: formats.tenths(last.throughput_per_second) })
            : none}
        </Detail>
        <Detail label={message('sync.next')}>{next ? <RelativeTime at={next} /> : message('sync.off')}</Detail>
      </Box>
    </Box>
  );
};
