import ExpandIcon from '@mui/icons-material/ExpandMore';
import CriticalIcon from '@mui/icons-material/ErrorOutlined';
import HealthyIcon from '@mui/icons-material/CheckCircleOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Button, Collapse, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { StateChip } from '../common/StateChip.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { SyncStatus } from './syncRecord.js';

const LOOKS = {
  healthy: ['green', HealthyIcon],
  warning: ['amber', WarningIcon],
  critical: ['red', CriticalIcon],
} as const;

type SyncHealthProps = Pick<SyncStatus, 'health_status' | 'health_score' | 'health_parts'>;

/** How well reading goes, in a word; the points that it is the sum of unfold. */
export const SyncHealth = ({ health_status: status, health_score: score, health_parts: parts }: SyncHealthProps) => {
  const message = useMessage();
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const [tone, icon] = LOOKS[status];
  return (
    <Box data-health={status}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <StateChip tone={tone} icon={icon}>
          {message(`sync.health.${status}`)}
        </StateChip>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {message('sync.health.score', { score: formats.integer(score) })}
        </Typography>
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-controls={details}
          endIcon={<ExpandIcon sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />}
          onClick={() => setOpen(!isOpen)}
        >
          {message('sync.health.why')}
        </Button>
      </Box>
      <Collapse in={isOpen} id={details}>
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, fontSize: '0.8125rem' }}>
          {parts.map(({ name, reached, of, points, max_points }) => (
            <li key={name}>
              {message(`sync.health.parts.${name}`, {
                share:
                  of === 0
                    ? message('sync.health.not_known')
                    : message('sync.health.share', { reached: formats.integer(reached), of: formats.integer(of) }),
              })}{' '}
              <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
                {message('sync.health.points', { points: formats.tenths(points), most: formats.integer(max_points) })}
              </Box>
            </li>
          ))}
        </Box>
      </Collapse>
    </Box>
  );
};
