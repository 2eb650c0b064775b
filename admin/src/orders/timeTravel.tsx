import { Box, Tooltip } from '@mui/material';
import { createContext, useContext, type ReactNode } from 'react';
import { useMessage } from '../i18n/useMessage.js';
import type { HistoryChange, OrderRecord } from './orderRecord.js';
import { useShownValue } from './shownValue.js';

/** Counters of reading and what is derived from the present: no facts of the order. */
const NOISE = new Set([
  'revision',
  'last_synced_at',
  'modified_at',
  'sync_status',
  'status',
  'allowed_actions',
  'allowed_statuses',
  'storno_lines',
  'work',
  'operation_id',
]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOf = (item: unknown, index: number): string => {
  if (!isRecord(item)) return String(index);
  // As in a JSON Pointer, a name is one step of the path.
  return String(item['id'] ?? item['awb_number'] ?? item['url'] ?? index).replaceAll('/', '~1');
};

/** Leaves of an order by path; items of lists are named by their id, so that a line stays the same line. */
const leaves = (value: unknown, path = ''): readonly (readonly [string, unknown])[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${path}/${nameOf(item, index)}`));
  if (!isRecord(value)) return [[path, value]];
  return Object.entries(value)
    .filter(([key]) => !NOISE.has(key))
    .flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
};

export type Differences = ReadonlyMap<string, unknown>;

/** What changed from one moment to another, leaf by leaf. */
export const changesBetween = (then: OrderRecord, now: OrderRecord): readonly HistoryChange[] => {
  const before = new Map(leaves(then));
  const after = new Map(leaves(now));
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({ path, from: before.get(path) ?? null, to: after.get(path) ?? null }));
};

/** What is different now from how it was: path to the value of now. */
export const differencesOf = (then: OrderRecord, now: OrderRecord): Differences =>
  new Map(changesBetween(then, now).map(({ path, to }) => [path, to]));

/** What says most of a thing that came into being. */
const NAME = /\/(number|awb_number|street|name)$/;

const GROUPS: Readonly<Record<string, string>> = {
  awb_number: 'awbs',
  courier_name: 'awbs',
  invoice_number: 'invoice',
  invoice_url: 'invoice',
  invoice_uploaded_at: 'invoice',
  customer_name: 'customer',
  total_amount: 'amounts',
  ship_by: 'deadlines',
};

/** How many things are different, as a person counts: an invoice is one, not its twenty fields. */
export const countOf = (differences: Differences): number =>
  new Set(
    [...differences.keys()].map((path) => {
      const [, first = '', second = ''] = path.split('/');
      return first === 'products' ? `${first}/${second}` : (GROUPS[first] ?? first);
    }),
  ).size;

const none: Differences = new Map();
const TimeTravelContext = createContext<Differences>(none);

export const TimeTravel = ({ differences, children }: { differences: Differences; children: ReactNode }) => (
  <TimeTravelContext value={differences}>{children}</TimeTravelContext>
);

/** Marks what was different then; the value of now is on hover and for screen readers. */
export const Was = ({ path, children }: { path: string; children: ReactNode }) => {
  const message = useMessage();
  const shown = useShownValue();
  const differences = useContext(TimeTravelContext);
  const found = [...differences].filter(([changed]) => changed === path || changed.startsWith(`${path}/`));
  const [first] = found;
  if (!first) return <>{children}</>;
  const [telling, value] = found.find(([changed]) => NAME.test(changed)) ?? first;
  const now = message('orders.history.now_is', { value: shown(telling, value) });
  return (
    <Tooltip title={now}>
      <Box
        component="span"
        data-changed={path}
        sx={({ palette }) => ({
          borderRadius: '4px',
          backgroundColor: palette.states.amber.fill,
          boxShadow: `0 0 0 3px ${palette.states.amber.fill}`,
        })}
      >
        {children}
        <Box component="span" sx={{ ml: 0.75, fontSize: '0.75rem', color: 'text.secondary' }}>
          {now}
        </Box>
      </Box>
    </Tooltip>
  );
};
