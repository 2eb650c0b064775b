import { Button, Paper, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { BulkDialog } from '../bulk/BulkDialog.js';
import type { BulkVerb } from '../bulk/bulkRecord.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderRow } from './orderRecord.js';
import { likelyActions } from './orderRules.js';

const VERBS: readonly BulkVerb[] = ['acknowledge', 'awb', 'invoice'];

/** Raised by a selection: the verbs that apply, to how many of the selected, and why not to the rest. */
export const SelectionBar = () => {
  const message = useMessage();
  const canAct = useCanAct();
  const [verb, setVerb] = useState<BulkVerb | null>(null);
  const { data = [], selectedIds = [], onUnselectItems } = useListContext<OrderRow>();
  if (selectedIds.length === 0) return null;

  const selected = data.filter(({ id }) => selectedIds.includes(id));
  const fitting = (one: BulkVerb) => selected.filter((order) => likelyActions(order).includes(one));

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
        VERBS.map((one) => {
          const fit = fitting(one).length;
          const rest = selectedIds.length - fit;
          return (
            <Tooltip key={one} title={rest > 0 ? message('orders.applies_not', { count: rest }) : ''}>
              <span>
                <Button
                  variant="outlined"
                  disabled={fit === 0}
                  onClick={() => setVerb(one)}
                  sx={{ whiteSpace: 'nowrap' }}
                >
                  {message('orders.applies', {
                    verb: message(`orders.act.${one}`),
                    fit,
                    all: selectedIds.length,
                  })}
                </Button>
              </span>
            </Tooltip>
          );
        })}
      <Button onClick={() => onUnselectItems()}>{message('common.cancel')}</Button>
      {verb && (
        <BulkDialog
          verb={verb}
          orders={fitting(verb)}
          others={selectedIds.length - fitting(verb).length}
          onDone={onUnselectItems}
          onClose={() => setVerb(null)}
        />
      )}
    </Paper>
  );
};
