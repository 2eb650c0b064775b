import { Box, Link as MuiLink, Skeleton } from '@mui/material';
import { Link } from 'react-router-dom';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { AttentionRows } from './AttentionRows.js';
import { attentionDoor } from './doors.js';
import { useAttention } from './useAttention.js';

const SHOWN = 5;

/** The most urgent rows of the list; nothing where nothing waits. */
export const AttentionPreview = () => {
  const message = useMessage();
  const formats = useFormats();
  const { data, error, refetch } = useAttention(SHOWN);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton variant="rounded" height={240} />;
  if (data.items.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <AttentionRows items={data.items} />
      {data.total > data.items.length && (
        <MuiLink component={Link} to={attentionDoor([])} variant="body2" sx={{ justifySelf: 'end' }}>
          {message('dashboard.attention.all', {
            count: data.total_is_lower_bound
              ? message('common.more_than', { count: formats.integer(data.total - 1) })
              : formats.integer(data.total),
          })}
        </MuiLink>
      )}
    </Box>
  );
};
