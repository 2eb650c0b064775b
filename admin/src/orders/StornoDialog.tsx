import { Checkbox, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useOrderActs } from '../acts/useOrderActs.js';
import { useMessage } from '../i18n/useMessage.js';
import type { StornoWish } from '../provider/magflowDataProvider.js';
import { ActDialog } from './ActDialog.js';
import type { OrderRecord } from './orderRecord.js';
import { isQuantity, QuantityFields, type Quantities } from './QuantityFields.js';

/** Takes an invoice back by a document of its own: all that is left of it, or pieces of its lines. */
export const StornoDialog = ({ order, onClose }: { order: OrderRecord; onClose: () => void }) => {
  const message = useMessage();
  const acts = useOrderActs();
  // The invoice's own lines: what came back stands in the order no more.
  const lines = (order.storno_lines ?? []).map(({ quantity_left, ...line }, place) => ({
    ...line,
    id: String(place),
    quantity: quantity_left,
  }));
  const [isPartial, setPartial] = useState(false);
  const [quantities, setQuantities] = useState<Quantities>(Object.fromEntries(lines.map(({ id }) => [id, '0'])));
  const [withShipping, setWithShipping] = useState(false);
  const [reason, setReason] = useState('');
  const { invoice } = order;
  if (!invoice) return null;

  const chosen = lines.flatMap<NonNullable<StornoWish['lines']>[number]>(({ id, line_id, sku }) => {
    const quantity = Number(quantities[id]);
    if (!(quantity > 0)) return [];
    // An invoice of an earlier release names its lines by SKU only.
    return line_id === null ? [{ sku: sku ?? '', quantity }] : [{ line_id, quantity }];
  });
  const areRight = lines.every(({ id, quantity }) => isQuantity(quantities[id] ?? '', quantity));
  const pieces = chosen.reduce((sum, { quantity }) => sum + quantity, 0);
  const submit = () =>
    void acts.issueStorno(order, invoice.number, {
      ...(isPartial && { lines: chosen, shipping: withShipping }),
      ...(reason.trim() && { reason: reason.trim() }),
    });

  return (
    <ActDialog
      title={message('order.storno.title', { number: invoice.number })}
      submit={message('order.storno.submit')}
      canSubmit={!isPartial || (areRight && pieces > 0)}
      orderId={order.id}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup
        value={isPartial ? 'partial' : 'full'}
        onChange={(_event, value) => setPartial(value === 'partial')}
        aria-label={message('order.storno.how_much')}
      >
        <FormControlLabel value="full" control={<Radio size="small" />} label={message('order.storno.full')} />
        <FormControlLabel value="partial" control={<Radio size="small" />} label={message('order.storno.partial')} />
      </RadioGroup>
      {isPartial && (
        <>
          <QuantityFields
            lines={lines.filter(({ quantity }) => quantity > 0)}
            quantities={quantities}
            onChange={setQuantities}
          />
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={withShipping}
                onChange={({ target }) => setWithShipping(target.checked)}
              />
            }
            label={message('order.storno.shipping')}
          />
        </>
      )}
      <TextField
        label={message('order.storno.reason')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <Typography variant="body2">
        {isPartial
          ? pieces === 0
            ? message('order.storno.choose')
            : message('order.storno.will_partial', { smart_count: pieces })
          : message('order.storno.will_full', { number: invoice.number })}
      </Typography>
    </ActDialog>
  );
};
