import { useQuery } from '@tanstack/react-query';
import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { sumOf } from '../common/sumOf.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { ActDialog } from '../orders/ActDialog.js';
import type { OrderRow } from '../orders/orderRecord.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { BulkVerb } from './bulkRecord.js';
import { useBulkCommands } from './useBulkCommands.js';

interface BulkDialogProps {
  readonly verb: BulkVerb;
  /** Those of the selected that the verb applies to. */
  readonly orders: readonly OrderRow[];
  /** To how many of the selected it does not apply, and why not. */
  readonly obstacles: string | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const AUTO = '';
const WEIGHT = /^\d{1,4}([.,]\d{1,3})?$/;
const CASH = 'cash_on_delivery';

const currenciesOf = (orders: readonly OrderRow[]): readonly string[] => [
  ...new Set(orders.map(({ currency }) => currency)),
];

const useCouriers = (account: string | undefined) => {
  const provider = useDataProvider<MagflowDataProvider>();
  return useQuery({
    queryKey: ['couriers', account],
    queryFn: () => provider.couriers(account ?? ''),
    enabled: account !== undefined,
    staleTime: 600_000,
  });
};

/** Says what will happen to how many orders, and asks for what only a person can say: courier, parcels, weight. */
export const BulkDialog = ({ verb, orders, obstacles, onDone, onClose }: BulkDialogProps) => {
  const message = useMessage();
  const formats = useFormats();
  const bulk = useBulkCommands();
  const accounts = [...new Set(orders.map(({ account_type }) => account_type))];
  // A courier account belongs to one marketplace account.
  const { data: couriers } = useCouriers(verb === 'awb' && accounts.length === 1 ? accounts[0] : undefined);
  const [courier, setCourier] = useState(AUTO);
  const [parcels, setParcels] = useState('1');
  const [weight, setWeight] = useState('1');
  const count = Number(parcels);
  const isCountRight = Number.isInteger(count) && count >= 1 && count <= 999;
  const isWeightRight = WEIGHT.test(weight) && Number(weight.replace(',', '.')) > 0;
  const cash = orders.filter(({ payment_method }) => payment_method === CASH);

  const send = () => {
    switch (verb) {
      case 'acknowledge':
        void bulk.acknowledge(orders);
        break;
      case 'awb':
        void bulk.generateAwbs(orders, {
          ...(courier !== AUTO && { courier_account_id: courier }),
          parcels: count,
          weight: weight.replace(',', '.'),
        });
        break;
      case 'invoice':
        void bulk.issueInvoices(orders);
        break;
    }
    onDone();
  };

  return (
    <ActDialog
      title={message(`bulk.title.${verb}`, { smart_count: orders.length })}
      submit={message(`orders.act.${verb}`)}
      canSubmit={verb !== 'awb' || (isCountRight && isWeightRight)}
      onSubmit={send}
      onClose={onClose}
    >
      {obstacles !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {obstacles}
        </Typography>
      )}
      {verb === 'awb' && (
        <>
          {couriers && (
            <TextField
              select
              label={message('orders.awb_dialog.courier')}
              value={courier}
              onChange={({ target }) => setCourier(target.value)}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            >
              <MenuItem value={AUTO}>{message('orders.awb_dialog.courier_auto')}</MenuItem>
              {couriers
                .filter(({ is_active }) => is_active)
                .map(({ account_id, account_display_name, courier_name }) => (
                  <MenuItem key={account_id} value={account_id}>
                    {courier_name} · {account_display_name}
                  </MenuItem>
                ))}
            </TextField>
          )}
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
            <TextField
              label={message('orders.awb_dialog.parcels')}
              value={parcels}
              error={!isCountRight}
              onChange={({ target }) => setParcels(target.value)}
              slotProps={{ htmlInput: { inputMode: 'numeric' } }}
            />
            <TextField
              label={message('orders.awb_dialog.weight')}
              value={weight}
              error={!isWeightRight}
              onChange={({ target }) => setWeight(target.value)}
              slotProps={{ htmlInput: { inputMode: 'decimal' } }}
            />
          </Box>
          {cash.length > 0 && (
            <Typography variant="body2">
              {message('bulk.cash', {
                smart_count: cash.length,
                amount: currenciesOf(cash)
                  .map((currency) =>
                    formats.money(
                      sumOf(
                        cash.filter((order) => order.currency === currency).map(({ total_amount }) => total_amount),
                      ),
                      currency,
                    ),
                  )
                  .join(' + '),
              })}
            </Typography>
          )}
        </>
      )}
      <Typography variant="body2">{message(`bulk.will.${verb}`, { smart_count: orders.length })}</Typography>
    </ActDialog>
  );
};
