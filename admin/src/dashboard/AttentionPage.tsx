import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import { Box, Chip } from '@mui/material';
import { ListBase, useListContext } from 'react-admin';
import { useAccountScope } from '../common/AccountScope.js';
import { EmptyState } from '../common/EmptyState.js';
import { ExportButton } from '../common/ExportButton.js';
import { ListStates } from '../common/ListStates.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { AttentionRows } from './AttentionRows.js';
import { DashboardFrame } from './DashboardFrame.js';
import type { AttentionItem } from './dashboardRecord.js';
import { useAttention } from './useAttention.js';
import { movesWork } from './useDashboard.js';

const PAUSE_MS = 1_000;

const Live = () => {
  const { refetch } = useListContext();
  useBatchedLive((messages) => {
    if (messages.some(movesWork)) void refetch();
  }, PAUSE_MS);
  return null;
};

/** Kinds of trouble that there are, with how much of each; pressed ones filter. */
const Kinds = () => {
  const message = useMessage();
  const formats = useFormats();
  const { filterValues, setFilters } = useListContext<AttentionItem>();
  const { data } = useAttention(1);
  const pressed: readonly string[] = [filterValues['kind'] ?? []].flat();
  const toggle = (kind: string) => {
    const next = pressed.includes(kind) ? pressed.filter((one) => one !== kind) : [...pressed, kind];
    setFilters(next.length === 0 ? {} : { kind: next });
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, minHeight: 32 }}>
      {data?.counts
        .filter(({ kind, count }) => count > 0 || pressed.includes(kind))
        .map(({ kind, count, count_is_lower_bound: isLowerBound }) => (
          <Chip
            key={kind}
            clickable
            component="button"
            aria-pressed={pressed.includes(kind)}
            color={pressed.includes(kind) ? 'primary' : 'default'}
            variant={pressed.includes(kind) ? 'filled' : 'outlined'}
            onClick={() => toggle(kind)}
            label={
              <>
                {message(`dashboard.attention.kinds.${kind}`)}{' '}
                <strong>
                  {isLowerBound
                    ? message('common.more_than', { count: formats.integer(count) })
                    : formats.integer(count)}
                </strong>
              </>
            }
          />
        ))}
    </Box>
  );
};

const Rows = () => {
  const { data = [] } = useListContext<AttentionItem>();
  return <AttentionRows items={data} />;
};

/** Everything that waits for a person, most urgent first. */
export const AttentionPage = () => {
  const message = useMessage();
  const [account] = useAccountScope();
  return (
    <ListBase<AttentionItem>
      resource="attention"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: '', order: 'ASC' }}
      storeKey={false}
      {...(account && { filter: { account_type: account } })}
    >
      <DashboardFrame tab="attention" aside={<ExportButton name="needs-attention" />}>
        <Live />
        <Kinds />
        <div>
          <ListStates
            empty={
              <EmptyState
                icon={DoneIcon}
                title={message('dashboard.attention.none')}
                hint={message('dashboard.attention.none_hint')}
              />
            }
          >
            <Rows />
          </ListStates>
        </div>
      </DashboardFrame>
    </ListBase>
  );
};
