import { FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useOrderActs } from '../acts/useOrderActs.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderKey } from '../provider/magflowDataProvider.js';
import { ActDialog } from './ActDialog.js';
import { idOf } from './orderRules.js';

/** As the server takes it. */
const NUMBER = /^(?=.*\d)[\w.-]{3,64}$/;
const LONGEST_REASON = 500;

/** The two ways out of doubt: the number that was found, or the word of a person that there is none. */
export const ResolveDialog = ({ order, onClose }: { order: OrderKey; onClose: () => void }) => {
  const message = useMessage();
  const acts = useOrderActs();
  const [way, setWay] = useState<'exists' | 'none'>('exists');
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const isComplete = way === 'exists' ? NUMBER.test(number.trim()) : reason.trim() !== '';

  return (
    <ActDialog
      title={message('orders.resolve_dialog.title', { id: order.emag_order_id })}
      submit={message('orders.resolve_dialog.submit')}
      canSubmit={isComplete}
      onSubmit={() =>
        void acts.resolveAwb(
          order,
          way === 'exists' ? { awb_number: number.trim() } : { none_exists: true, reason: reason.trim() },
        )
      }
      orderId={idOf(order)}
      onClose={onClose}
    >
      <Typography variant="body2">{message('orders.resolve_dialog.explain')}</Typography>
      <RadioGroup value={way} onChange={(_event, value) => setWay(value === 'none' ? 'none' : 'exists')}>
        <FormControlLabel
          value="exists"
          control={<Radio size="small" />}
          label={message('orders.resolve_dialog.exists')}
        />
        <FormControlLabel
          value="none"
          control={<Radio size="small" />}
          label={message('orders.resolve_dialog.none_exists')}
        />
      </RadioGroup>
      {way === 'exists' ? (
        <TextField
          label={message('orders.resolve_dialog.number')}
          required
          value={number}
          error={number !== '' && !NUMBER.test(number.trim())}
          helperText={number !== '' && !NUMBER.test(number.trim()) && message('orders.resolve_dialog.number_wrong')}
          onChange={({ target }) => setNumber(target.value)}
        />
      ) : (
        <TextField
          label={message('orders.resolve_dialog.reason')}
          required
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          slotProps={{ htmlInput: { maxLength: LONGEST_REASON } }}
        />
      )}
    </ActDialog>
  );
};
