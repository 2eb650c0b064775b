import { Button, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { BulkDialog } from '../bulk/BulkDialog.js';
import type { BulkVerb } from '../bulk/bulkRecord.js';
import { SelectionToolbar } from '../common/SelectionToolbar.js';
import { SELECTION_LIMIT, useSelectedRows } from '../common/useSelectedRows.js';
import { useCanAct } from '../common/useRoles.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderRow } from './orderRecord.js';
import { obstacleOf } from './orderRules.js';
import { useObstacles } from './useObstacles.js';

const VERBS: readonly BulkVerb[] = ['acknowledge', 'awb', 'invoice'];

/** Raised by a selection: the verbs that apply, to how many of the selected, and why not to the rest. */
export const SelectionBar = () => {
  const message = useMessage();
  const formats = useFormats();
  const canAct = useCanAct();
  const obstacles = useObstacles();
  const [verb, setVerb] = useState<BulkVerb | null>(null);
  const { onUnselectItems } = useListContext<OrderRow>();
  const { rows, more, isSelecting, selectAll } = useSelectedRows<OrderRow>();
  if (rows.length === 0) return null;
  const fitting = (one: BulkVerb) => rows.filter((order) => obstacleOf(order, one) === null);

  return (
    <SelectionToolbar label={message('orders.selected', { smart_count: rows.length })}>
      {more !== null && (
        <Button disabled={isSelecting} onClick={() => void selectAll()} sx={{ whiteSpace: 'nowrap' }}>
          {isSelecting
            ? message('selection.busy')
            : message(more < SELECTION_LIMIT ? 'selection.all' : 'selection.first', { count: formats.integer(more) })}
        </Button>
      )}
      {canAct &&
        VERBS.map((one) => {
          const fit = fitting(one).length;
          return (
            <Tooltip key={one} title={obstacles(rows, one) ?? ''}>
              <span>
                <Button
                  variant="outlined"
                  disabled={fit === 0 || fit > SELECTION_LIMIT}
                  onClick={() => setVerb(one)}
                  sx={{ whiteSpace: 'nowrap' }}
                >
                  {message('orders.applies', { verb: message(`orders.act.${one}`), fit, all: rows.length })}
                </Button>
              </span>
            </Tooltip>
          );
        })}
      {verb && (
        <BulkDialog
          verb={verb}
          orders={fitting(verb)}
          obstacles={obstacles(rows, verb)}
          onDone={onUnselectItems}
          onClose={() => setVerb(null)}
        />
      )}
    </SelectionToolbar>
  );
};
