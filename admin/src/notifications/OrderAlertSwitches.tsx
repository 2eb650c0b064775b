import { FormControlLabel, Switch, Typography, Box } from '@mui/material';
import { useState } from 'react';
import { useStore } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useMessage } from '../i18n/useMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { alertOnce, mayNotify, notice, ring } from './orderAlert.js';

const useSound = () => useStore('magflow.order_sound', false);
const useNotice = () => useStore('magflow.order_notice', false);

/** Rings and shows a desktop notice for new orders, each only if this browser's person switched it on. */
export const OrderAlert = () => {
  const message = useMessage();
  const navigate = useNavigate();
  const [sounds] = useSound();
  const [notices] = useNotice();
  useBatchedLive((messages) => {
    if (sounds) void alertOnce('sound', messages, ring);
    if (notices) {
      void alertOnce('notice', messages, (count) =>
        notice(message('app.name'), message('notifications.new_orders', { smart_count: count }), () => {
          void navigate('/orders');
        }),
      );
    }
  }, 1_000);
  return null;
};

export const OrderAlertSwitches = () => {
  const message = useMessage();
  const [sounds, setSounds] = useSound();
  const [notices, setNotices] = useNotice();
  const [isRefused, setRefused] = useState(false);

  const switchNotices = async (wanted: boolean) => {
    // The first one says what the others will look like, and whether there can be any.
    const allowed = wanted && (await mayNotify()) && notice(message('app.name'), message('notifications.notice_on'));
    setRefused(wanted && !allowed);
    setNotices(allowed);
  };

  return (
    <Box sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {message('notifications.for_orders')}
      </Typography>
      <Box sx={{ display: 'flex', flexDirection: 'column', '& .MuiFormControlLabel-root': { ml: -0.5 } }}>
        <FormControlLabel
          control={
            <Switch
              size="small"
              checked={sounds}
              onChange={(_, wanted) => {
                setSounds(wanted);
                if (wanted) void ring();
              }}
            />
          }
          label={message('notifications.sound')}
        />
        <FormControlLabel
          control={<Switch size="small" checked={notices} onChange={(_, wanted) => void switchNotices(wanted)} />}
          label={message('notifications.desktop')}
        />
      </Box>
      {isRefused && (
        <Typography role="alert" variant="caption" color="error">
          {message('notifications.refused')}
        </Typography>
      )}
    </Box>
  );
};
