import { Checkbox, FormControlLabel, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useOrderActs } from '../acts/useOrderActs.js';
import { OrderStatusChip } from '../common/StateChip.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { ActDialog } from './ActDialog.js';
import { CANCELLATION_REASONS } from './cancellationReasons.js';
import { STATUS_NAMES, type OrderRecord } from './orderRecord.js';
import { isQuantity, QuantityFields, type Quantities } from './QuantityFields.js';

const CANCELED = 0;
const FINALIZED = 4;

/** Offers what the marketplace's matrix allows now, and nothing else. */
export const StatusDialog = ({ order, onClose }: { order: OrderRecord; onClose: () => void }) => {
  const message = useMessage();
  const word = useWord();
  const acts = useOrderActs();
  // A finalised order stays one when a part of it comes back.
  const allowed = (order.allowed_statuses ?? []).filter((status) => status !== order.status || status === FINALIZED);
  // Only the next step forward suggests itself: going back, cancelling and returning are chosen by a person.
  const [next, setNext] = useState<number | null>(
    allowed.find((status) => status > order.status && status <= FINALIZED) ?? null,
  );
  const [reason, setReason] = useState('');
  const lines = order.products.filter(({ is_active, quantity }) => is_active && quantity > 0);
  const [isTicked, setTicked] = useState(false);
  const [quantities, setQuantities] = useState<Quantities>(
    Object.fromEntries(lines.map(({ id, quantity }) => [id, String(quantity)])),
  );
  const isCancelling = next === CANCELED;
  const isReturn = next === FINALIZED && order.status === FINALIZED;
  const mayBePartial = !isCancelling && lines.length > 0;
  const isPartial = mayBePartial && (isTicked || isReturn);
  const isReduced = lines.some(({ id, quantity }) => Number(quantities[id]) < quantity);
  const areRight =
    (!isReturn || isReduced) &&
    (!isPartial || lines.every(({ id, quantity }) => isQuantity(quantities[id] ?? '', quantity)));
  const nameOf = (status: number): string =>
    status === order.status
      ? message('order.remaining.part_back')
      : word('status', STATUS_NAMES[status] ?? String(status));
  const nextName = next === null ? '' : nameOf(next);

  const submit = () => {
    if (next === null) return;
    void acts.changeStatus(order, {
      new_status: next,
      ...(isReturn && { is_storno: true }),
      ...(isPartial && { products: lines.map(({ id }) => ({ id, quantity: Number(quantities[id]) })) }),
      ...(isCancelling && { reason_cancellation: Number(reason) }),
    });
  };

  return (
    <ActDialog
      title={message('orders.status_dialog.title', { id: order.emag_order_id })}
      submit={
        next === null ? message('orders.act.status') : message('orders.status_dialog.submit', { status: nextName })
      }
      canSubmit={next !== null && (isCancelling ? reason !== '' : areRight)}
      orderId={order.id}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2">
        {message('orders.status_dialog.current')}: <OrderStatusChip status={order.status_name} />
      </Typography>
      {allowed.length === 0 ? (
        <Typography variant="body2">{message('orders.status_dialog.none')}</Typography>
      ) : (
        <TextField
          select
          label={message('orders.status_dialog.next')}
          value={next ?? ''}
          onChange={({ target }) => setNext(Number(target.value))}
        >
          {allowed.map((status) => (
            <MenuItem key={status} value={status}>
              {nameOf(status)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {mayBePartial && !isReturn && next !== null && (
        <FormControlLabel
          control={<Checkbox size="small" checked={isTicked} onChange={({ target }) => setTicked(target.checked)} />}
          label={message('order.remaining.toggle')}
        />
      )}
      {isPartial && (
        <>
          <Typography variant="body2">{message('order.remaining.hint')}</Typography>
          <QuantityFields lines={lines} quantities={quantities} onChange={setQuantities} />
        </>
      )}
      {isCancelling && (
        <TextField
          select
          required
          label={message('orders.status_dialog.reason')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        >
          {CANCELLATION_REASONS.map((id) => (
            <MenuItem key={id} value={String(id)}>
              {word('cancellation', String(id))}
            </MenuItem>
          ))}
        </TextField>
      )}
      <Typography variant="body2" color={isCancelling ? 'error' : 'text.secondary'}>
        {message(isCancelling ? 'orders.status_dialog.cancel_warning' : 'orders.status_dialog.warning')}
      </Typography>
    </ActDialog>
  );
};
