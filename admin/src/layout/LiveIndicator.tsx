import { Box, Tooltip } from '@mui/material';
import { useMessage } from '../i18n/useMessage.js';
import { useLiveState } from '../live/LiveProvider.js';

const TONES = { live: 'green', reconnecting: 'amber', offline: 'red' } as const;

/** Whether what is shown moves by itself right now. */
export const LiveIndicator = () => {
  const message = useMessage();
  const state = useLiveState();
  return (
    <Tooltip title={message(`live.${state}_hint`)}>
      <Box
        role="status"
        data-live={state}
        sx={({ palette }) => ({
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.75,
          px: 1,
          fontSize: '0.75rem',
          fontWeight: 600,
          color: palette.states[TONES[state]].text,
          '&::before': {
            content: '""',
            width: 8,
            height: 8,
            borderRadius: state === 'offline' ? '2px' : '50%',
            border: '2px solid currentColor',
            backgroundColor: state === 'live' ? 'currentColor' : 'transparent',
          },
        })}
      >
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
          {message(`live.${state}`)}
        </Box>
      </Box>
    </Tooltip>
  );
};
