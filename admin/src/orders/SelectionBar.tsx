import { Button, Paper, Tooltip, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { useOrderActs } from '../acts/useOrderActs.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderAction, OrderRow } from './orderRecord.js';
import { likelyActions } from './orderRules.js';

type BulkVerb = Extract<OrderAction, 'acknowledge' | 'awb' | 'invoice'>;
const VERBS: readonly BulkVerb[] = ['acknowledge', 'awb', 'invoice'];
/** So many at once: the marketplace's budget sets the pace, and a person clicking elsewhere must not wait behind us. */
const AT_ONCE = 3;

const inTurns = async <T,>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> => {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

/** Raised by a selection: the verbs that apply, to how many of the selected, and why not to the rest. */
export const SelectionBar = () => {
  const message = useMessage();
  const canAct = useCanAct();
  const acts = useOrderActs();
  const { data = [], selectedIds = [], onUnselectItems } = useListContext<OrderRow>();
  if (selectedIds.length === 0) return null;

  const selected = data.filter(({ id }) => selectedIds.includes(id));
  const run = (verb: BulkVerb, orders: readonly OrderRow[]) => {
    onUnselectItems();
    void inTurns(orders, (order) => {
      switch (verb) {
        case 'acknowledge':
          return acts.acknowledge(order);
        case 'awb':
          return acts.generateAwb(order, {});
        case 'invoice':
          return acts.generateInvoice(order);
      }
    });
  };

  return (
    <Paper
      variant="outlined"
      role="toolbar"
      sx={{
        position: 'fixed',
        left: '50%',
        bottom: 16,
        transform: 'translateX(-50%)',
        zIndex: 'appBar',
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 1,
        boxShadow: 6,
      }}
    >
      <Typography variant="body2" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
        {message('orders.selected', { smart_count: selectedIds.length })}
      </Typography>
      {canAct &&
        VERBS.map((verb) => {
          const fitting = selected.filter((order) => likelyActions(order).includes(verb));
          const rest = selectedIds.length - fitting.length;
          return (
            <Tooltip key={verb} title={rest > 0 ? message('orders.applies_not', { count: rest }) : ''}>
              <span>
                <Button
                  variant="outlined"
                  disabled={fitting.length === 0}
                  onClick={() => run(verb, fitting)}
                  sx={{ whiteSpace: 'nowrap' }}
                >
                  {message('orders.applies', {
                    verb: message(`orders.act.${verb}`),
                    fit: fitting.length,
                    all: selectedIds.length,
                  })}
                </Button>
              </span>
            </Tooltip>
          );
        })}
      <Button onClick={() => onUnselectItems()}>{message('common.cancel')}</Button>
    </Paper>
  );
};
