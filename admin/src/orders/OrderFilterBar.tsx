import TuneIcon from '@mui/icons-material/TuneOutlined';
import { Box, Button, Chip, Collapse } from '@mui/material';
import { useCallback, useState } from 'react';
import { useListContext } from 'react-admin';
import { DayField } from '../common/DayField.js';
import { FilterSelect } from '../common/FilterSelect.js';
import { SearchField } from '../common/SearchField.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { OWN_FULFILMENT, type OrderFilters } from './orderFilters.js';
import { MARKETPLACE_FULFILMENT } from './orderRules.js';
import { STATUS_NAMES, type PaymentMethod, type StatusName } from './orderRecord.js';

const PAYMENTS: readonly PaymentMethod[] = ['cash_on_delivery', 'card', 'bank_transfer'];

const DELIVERIES = ['courier', 'pickup'] as const;
type DeliveryMode = (typeof DELIVERIES)[number];

const ORDER_OF_STATUSES: readonly StatusName[] = [...STATUS_NAMES.slice(1), 'canceled'];

const flag = (value: boolean | undefined): string => (value === undefined ? '' : String(value));
const flagOf = (text: string): boolean | undefined => (text === '' ? undefined : text === 'true');

const useFilters = () => {
  const { filterValues, setFilters } = useListContext();
  const filters: OrderFilters = filterValues;
  const change = useCallback(
    (changes: OrderFilters) => {
      const next = Object.entries({ ...filterValues, ...changes }).filter(
        ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
      );
      setFilters(Object.fromEntries(next));
    },
    [filterValues, setFilters],
  );
  return { filters, change };
};

/** Filters that act, as chips that can be taken away one by one. */
const ActiveFilters = () => {
  const message = useMessage();
  const formats = useFormats();
  const { filters, change } = useFilters();
  const chips: { label: string; without: OrderFilters }[] = [
    ...(filters.status ?? []).map((status) => ({
      label: message(`status.${status}`),
      without: { status: filters.status?.filter((one) => one !== status) ?? [] },
    })),
    ...(filters.from
      ? [{ label: `${message('orders.filter.from')} ${formats.date(filters.from)}`, without: { from: '' } }]
      : []),
    ...(filters.to
      ? [{ label: `${message('orders.filter.to')} ${formats.date(filters.to)}`, without: { to: '' } }]
      : []),
    ...(filters.ship_by
      ? [{ label: `${message('orders.filter.ship_by')} ${formats.date(filters.ship_by)}`, without: { ship_by: '' } }]
      : []),
    ...(filters.payment_method
      ? [{ label: message(`payment.${filters.payment_method as PaymentMethod}`), without: { payment_method: '' } }]
      : []),
    ...(filters.delivery_mode
      ? [{ label: message(`delivery.${filters.delivery_mode as DeliveryMode}`), without: { delivery_mode: '' } }]
      : []),
    ...(filters.type !== undefined
      ? [
          {
            label: message(Number(filters.type) === OWN_FULFILMENT ? 'fulfilment.own' : 'fulfilment.marketplace'),
            without: { type: undefined },
          },
        ]
      : []),
    ...(filters.has_awb !== undefined
      ? [
          {
            label: message(filters.has_awb ? 'orders.filter.awb' : 'orders.filter.no_awb'),
            without: { has_awb: undefined },
          },
        ]
      : []),
    ...(filters.has_invoice !== undefined
      ? [
          {
            label: message(filters.has_invoice ? 'orders.filter.invoice' : 'orders.filter.no_invoice'),
            without: { has_invoice: undefined },
          },
        ]
      : []),
    ...(filters.acknowledged !== undefined
      ? [
          {
            label: message(filters.acknowledged ? 'orders.filter.acknowledged' : 'orders.filter.not_acknowledged'),
            without: { acknowledged: undefined },
          },
        ]
      : []),
  ];
  if (chips.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, pb: 1 }}>
      {chips.map(({ label, without }) => (
        <Chip key={label} size="small" label={label} onDelete={() => change(without)} />
      ))}
    </Box>
  );
};

export const OrderFilterBar = () => {
  const message = useMessage();
  const { filters, change } = useFilters();
  const [isOpen, setOpen] = useState(false);
  const search = useCallback((q: string) => change({ q }), [change]);

  const fields = (
    <Box sx={{ display: { xs: 'flex', md: 'contents' }, flexWrap: 'wrap', gap: 1 }}>
      <FilterSelect
        label={message('orders.filter.status')}
        value={filters.status?.length === 1 ? (filters.status[0] ?? '') : ''}
        choices={ORDER_OF_STATUSES.map((value) => ({ value, label: message(`status.${value}`) }))}
        onChange={(status) => change({ status: status ? [status as StatusName] : [] })}
      />
      <DayField
        label={message('orders.filter.from')}
        value={filters.from ?? ''}
        onChange={(from) => change({ from })}
      />
      <DayField label={message('orders.filter.to')} value={filters.to ?? ''} onChange={(to) => change({ to })} />
      <FilterSelect
        label={message('orders.filter.payment')}
        value={filters.payment_method ?? ''}
        choices={PAYMENTS.map((value) => ({ value, label: message(`payment.${value}`) }))}
        onChange={(payment_method) => change({ payment_method })}
      />
      <FilterSelect
        label={message('orders.columns.delivery')}
        value={filters.delivery_mode ?? ''}
        choices={DELIVERIES.map((value) => ({ value, label: message(`delivery.${value}`) }))}
        onChange={(delivery_mode) => change({ delivery_mode })}
      />
      <FilterSelect
        label={message('orders.filter.fulfilment')}
        value={filters.type === undefined ? '' : String(filters.type)}
        choices={[
          { value: String(OWN_FULFILMENT), label: message('fulfilment.own') },
          { value: String(MARKETPLACE_FULFILMENT), label: message('fulfilment.marketplace') },
        ]}
        onChange={(value) => change({ type: value === '' ? undefined : Number(value) })}
      />
      <FilterSelect
        label={message('orders.columns.awb')}
        value={flag(filters.has_awb)}
        choices={[
          { value: 'true', label: message('orders.filter.awb') },
          { value: 'false', label: message('orders.filter.no_awb') },
        ]}
        onChange={(value) => change({ has_awb: flagOf(value) })}
      />
      <FilterSelect
        label={message('orders.columns.invoice')}
        value={flag(filters.has_invoice)}
        choices={[
          { value: 'true', label: message('orders.filter.invoice') },
          { value: 'false', label: message('orders.filter.no_invoice') },
        ]}
        onChange={(value) => change({ has_invoice: flagOf(value) })}
      />
    </Box>
  );

  return (
    <Box sx={{ pt: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, pb: 1 }}>
        <SearchField value={filters.q ?? ''} label={message('orders.filter.search')} onSearch={search} />
        <Button
          startIcon={<TuneIcon />}
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
          sx={{ display: { md: 'none' } }}
        >
          {message('common.filters')}
        </Button>
        <Box sx={{ display: { xs: 'none', md: 'contents' } }}>{fields}</Box>
      </Box>
      <Collapse in={isOpen} sx={{ display: { md: 'none' } }}>
        <Box sx={{ pb: 1 }}>{fields}</Box>
      </Collapse>
      <ActiveFilters />
    </Box>
  );
};
