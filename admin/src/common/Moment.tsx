import { Tooltip, Typography } from '@mui/material';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { useNow } from './useNow.js';

/** `acum 12 min`, with the exact time on hover. */
export const RelativeTime = ({ at }: { at: string | null | undefined }) => {
  const formats = useFormats();
  const message = useMessage();
  const now = useNow();
  if (!at) return <>{message('common.none')}</>;
  return (
    <Tooltip title={formats.dateTime(at)}>
      <time dateTime={at}>{formats.relative(at, now)}</time>
    </Tooltip>
  );
};

/** The exact time, with the relative one on hover. */
export const ExactTime = ({ at }: { at: string | null | undefined }) => {
  const formats = useFormats();
  const message = useMessage();
  const now = useNow();
  if (!at) return <>{message('common.none')}</>;
  return (
    <Tooltip title={formats.relative(at, now)}>
      <time dateTime={at}>{formats.dateTime(at)}</time>
    </Tooltip>
  );
};

const HOUR_MS = 3_600_000;
const SOON_MS = 4 * HOUR_MS;

/** Minutes tell something only while few hours are left. */
const wholeOf = (ms: number): number => {
  const step = ms < SOON_MS ? 60_000 : HOUR_MS;
  return Math.floor(ms / step) * (step / 1_000);
};

/** A deadline that counts down: amber when near, red when past. */
export const Deadline = ({ at }: { at: string }) => {
  const formats = useFormats();
  const message = useMessage();
  const left = Date.parse(at) - useNow();
  const time = formats.duration(wholeOf(Math.abs(left)));
  return (
    <Tooltip title={formats.dateTime(at)}>
      <Typography
        component="time"
        dateTime={at}
        variant="caption"
        sx={({ palette }) => ({
          fontWeight: 600,
          color: left < 0 ? palette.states.red.text : left < SOON_MS ? palette.states.amber.text : 'text.primary',
        })}
      >
        {message(left < 0 ? 'common.overdue' : 'common.time_left', { time })}
      </Typography>
    </Tooltip>
  );
};
