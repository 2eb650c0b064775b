import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useOrderActs } from '../acts/useOrderActs.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderKey } from '../provider/magflowDataProvider.js';
import { ActDialog } from './ActDialog.js';
import { idOf } from './orderRules.js';

const LONGEST_NAME = 60;

const LONGEST_LINK = 1_024;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** As the server has it: encrypted over the open net, and nothing secret in it, for the marketplace follows it alone. */
const isFetchable = (text: string): boolean => {
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
};

/** Gives the marketplace the link of a PDF that was made elsewhere. */
export const AttachDialog = ({ order, onClose }: { order: OrderKey; onClose: () => void }) => {
  const message = useMessage();
  const acts = useOrderActs();
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const isWrong = url !== '' && !isFetchable(url.trim());
  return (
    <ActDialog
      title={message('order.attach.title', { id: order.emag_order_id })}
      submit={message('order.attach.submit')}
      canSubmit={isFetchable(url.trim())}
      onSubmit={() =>
        void acts.attachDocument(order, {
          invoice_url: url.trim(),
          ...(name.trim() && { invoice_name: name.trim() }),
        })
      }
      orderId={idOf(order)}
      onClose={onClose}
    >
      <TextField
        required
        type="url"
        label={message('order.attach.url')}
        placeholder="https://"
        value={url}
        error={isWrong}
        helperText={message(isWrong ? 'order.attach.url_wrong' : 'order.attach.url_hint')}
        onChange={({ target }) => setUrl(target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <TextField
        label={message('order.attach.name')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        slotProps={{ htmlInput: { maxLength: LONGEST_NAME } }}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {message('order.attach.will')}
      </Typography>
    </ActDialog>
  );
};
