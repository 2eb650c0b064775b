import { Typography } from '@mui/material';
import { CopyLine } from '../common/CopyLine.js';
import { useMessage } from '../i18n/useMessage.js';

const LOOPBACK = /^https?:\/\/(?:localhost|127\.|\[::1\])/;

/** Where the marketplace rings; only admins are told. An address of this machine alone rings for nobody else. */
export const CallbackAddress = ({ url }: { url: string }) => {
  const message = useMessage();
  return (
    <div data-callback>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {message('start.callback_hint')}
      </Typography>
      <CopyLine text={url} />
      {LOOPBACK.test(url) && (
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          {message('start.callback_loopback')}
        </Typography>
      )}
    </div>
  );
};
