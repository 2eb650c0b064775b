import { useQuery } from '@tanstack/react-query';
import { Alert, Box, Checkbox, FormControlLabel, MenuItem, Skeleton, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useGetOne } from 'react-admin';
import { useOrderActs } from '../acts/useOrderActs.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { ActDialog } from './ActDialog.js';
import type { OrderRecord } from './orderRecord.js';
import { isWholeOrder, isZero } from './orderRules.js';

const AUTO = '';
const FLAGS = [
  'is_oversize',
  'pickup_and_return',
  'saturday_delivery',
  'sameday_delivery',
  'dropoff_locker',
  'unboxing',
] as const;
type Flag = (typeof FLAGS)[number];
const AMOUNT = /^\d{1,12}([.,]\d{1,2})?$/;
const LONGEST_REASON = 500;
const WEIGHT = /^\d{1,4}([.,]\d{1,3})?$/;
const COD_PARTS = ['lines_gross', 'deposits', 'shipping', 'vouchers'] as const;
const point = (text: string): string => text.replace(',', '.');

const AwbForm = ({ order, onClose }: { order: OrderRecord; onClose: () => void }) => {
  const message = useMessage();
  const formats = useFormats();
  const acts = useOrderActs();
  const provider = useDataProvider<MagflowDataProvider>();
  const { data: couriers, error } = useQuery({
    queryKey: ['couriers', order.account_type],
    queryFn: () => provider.couriers(order.account_type),
    staleTime: 600_000,
  });
  const [courier, setCourier] = useState(AUTO);
  const [parcels, setParcels] = useState('1');
  const [weight, setWeight] = useState('1');
  // Until somebody writes another amount it is the order's own, whatever becomes of the order meanwhile.
  const [typedCod, setCod] = useState<string | null>(null);
  const [observation, setObservation] = useState('');
  const [flags, setFlags] = useState<Readonly<Partial<Record<Flag, true>>>>({});
  const [reason, setReason] = useState('');
  const { amounts, currency } = order;
  const cod = typedCod ?? formats.field(amounts.cod);
  const isAnother = order.awbs.length > 0;
  const count = Number(parcels);
  const isCountRight = Number.isInteger(count) && count >= 1 && count <= 999;
  const isWeightRight = WEIGHT.test(weight) && Number(point(weight)) > 0;
  const isCodRight = AMOUNT.test(cod);

  const submit = () =>
    void acts.generateAwb(order, {
      ...(courier !== AUTO && { courier_account_id: courier }),
      parcels: count,
      weight: point(weight),
      cod: point(cod),
      ...flags,
      ...(observation.trim() && { observation: observation.trim() }),
      ...(isAnother && { force: true, reason: reason.trim() }),
    });

  return (
    <ActDialog
      title={message('orders.awb_dialog.title', { id: order.emag_order_id })}
      submit={message('orders.awb_dialog.submit')}
      canSubmit={isCountRight && isWeightRight && isCodRight && (!isAnother || reason.trim() !== '')}
      orderId={order.id}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {message('orders.awb_dialog.to')}:{' '}
        <Box component="span" sx={{ color: 'text.primary' }}>
          {order.locker
            ? `${order.locker.name} · ${order.customer_name}`
            : [
                order.shipping_address.name,
                order.shipping_address.street,
                order.shipping_address.city,
                order.shipping_address.county,
              ]
                .filter(Boolean)
                .join(', ')}
        </Box>
      </Typography>
      {isAnother && (
        <>
          <Alert severity="warning" variant="outlined">
            {message('orders.awb_dialog.already', {
              smart_count: order.awbs.length,
              numbers: order.awbs
                .map(({ awb_number, cod: collects }) => `${awb_number} (${formats.money(collects ?? '0', currency)})`)
                .join(', '),
            })}
          </Alert>
          <TextField
            label={message('orders.awb_dialog.reason')}
            required
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            slotProps={{ htmlInput: { maxLength: LONGEST_REASON } }}
          />
        </>
      )}
      <TextField
        select
        label={message('orders.awb_dialog.courier')}
        value={courier}
        onChange={({ target }) => setCourier(target.value)}
        helperText={error ? message('orders.awb_dialog.courier_error') : undefined}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value={AUTO}>{message('orders.awb_dialog.courier_auto')}</MenuItem>
        {couriers
          ?.filter(
            ({ is_active, account_id }) => is_active && order.enforced_couriers?.includes(String(account_id)) !== false,
          )
          .map(({ account_id, account_display_name, courier_name }) => (
            <MenuItem key={account_id} value={String(account_id)}>
              {courier_name} · {account_display_name}
            </MenuItem>
          ))}
      </TextField>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 1.5 }}>
        <TextField
          label={message('orders.awb_dialog.parcels')}
          value={parcels}
          error={!isCountRight}
          helperText={!isCountRight && message('orders.awb_dialog.parcels_wrong')}
          onChange={({ target }) => setParcels(target.value)}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
        <TextField
          label={message('orders.awb_dialog.weight')}
          value={weight}
          error={!isWeightRight}
          helperText={!isWeightRight && message('orders.awb_dialog.weight_wrong')}
          onChange={({ target }) => setWeight(target.value)}
          slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        />
        <TextField
          label={message('orders.awb_dialog.cod', { currency })}
          value={cod}
          error={!isCodRight}
          helperText={!isCodRight && message('orders.awb_dialog.cod_wrong')}
          onChange={({ target }) => setCod(target.value)}
          slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        />
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary', mt: -1 }}>
        {order.payment_method === 'cash_on_delivery'
          ? message('orders.awb_dialog.cod_how', {
              parts: COD_PARTS.filter((part) => part === 'lines_gross' || !isZero(amounts[part]))
                .map((part) => `${message(`orders.cod_part.${part}`)} ${formats.amount(amounts[part])}`)
                .join(' + '),
              total: formats.money(amounts.cod, currency),
            })
          : message('orders.awb_dialog.cod_paid')}
      </Typography>
      <TextField
        label={message('orders.awb_dialog.observation')}
        value={observation}
        onChange={({ target }) => setObservation(target.value)}
        slotProps={{ htmlInput: { maxLength: 255 } }}
      />
      <Box component="details">
        <Typography component="summary" variant="body2" sx={{ cursor: 'pointer' }}>
          {message('orders.awb_dialog.more')}
        </Typography>
        <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' } }}>
          {FLAGS.map((flag) => (
            <FormControlLabel
              key={flag}
              control={
                <Checkbox
                  size="small"
                  checked={flags[flag] === true}
                  onChange={(_event, checked) =>
                    setFlags(({ [flag]: _before, ...others }) => (checked ? { ...others, [flag]: true } : others))
                  }
                />
              }
              label={message(`orders.awb_dialog.flags.${flag}`)}
              slotProps={{ typography: { variant: 'body2' } }}
            />
          ))}
        </Box>
      </Box>
      <Typography variant="body2">
        {message('orders.awb_dialog.from')}{' '}
        {message('orders.awb_dialog.will', {
          parcels: isCountRight ? message('orders.awb_dialog.parcel_count', { smart_count: count }) : '?',
          weight: weight || '?',
          cod: isCodRight ? formats.money(point(cod), currency) : '?',
        })}
      </Typography>
    </ActDialog>
  );
};

/** Prefilled and one keystroke from done; the whole order is read first, since the list does not know the amounts. */
export const AwbDialog = ({ orderId, onClose }: { orderId: string; onClose: () => void }) => {
  const message = useMessage();
  const { data, error } = useGetOne<OrderRecord>('orders', { id: orderId });
  if (data && isWholeOrder(data)) return <AwbForm order={data} onClose={onClose} />;
  return (
    <ActDialog
      title={message('orders.act.awb')}
      submit={message('orders.awb_dialog.submit')}
      canSubmit={false}
      onSubmit={onClose}
      onClose={onClose}
    >
      {error ? <ProblemNotice error={error} /> : <Skeleton variant="rounded" height={180} />}
    </ActDialog>
  );
};
