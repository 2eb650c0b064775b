import { useState } from 'react';
import { useOrderActs } from '../acts/useOrderActs.js';
import { useCanAct } from '../common/useRoles.js';
import { useRowCursor } from '../common/useRowCursor.js';
import { useShortcuts } from '../layout/useShortcuts.js';
import type { OrderRow } from './orderRecord.js';
import { obstacleOf, type ListVerb } from './orderRules.js';

/** A dialog keeps its order even when the list lets go of the row: what was typed is not lost. */
interface OpenDialog {
  readonly verb: 'awb' | 'invoice';
  readonly order: OrderRow;
}

/** Keys of a work queue of orders: a place in the list, and the verbs on it. */
export const useOrderKeyboard = (onOpen: (id: string) => void) => {
  const canAct = useCanAct();
  const acts = useOrderActs();
  const { row, shown, show } = useRowCursor<OrderRow>();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const may = (verb: ListVerb): boolean => canAct && row !== undefined && obstacleOf(row, verb) === null;
  const openDialog = (verb: OpenDialog['verb']): void => {
    if (row) setDialog({ verb, order: row });
  };

  useShortcuts({
    o: row && (() => onOpen(row.id)),
    Enter: row && (() => onOpen(row.id)),
    a: row && may('acknowledge') ? () => void acts.acknowledge(row) : undefined,
    w: may('awb') ? () => openDialog('awb') : undefined,
    i: may('invoice') ? () => openDialog('invoice') : undefined,
  });

  return { cursor: shown, setCursor: show, row, may, dialog, openDialog, closeDialog: () => setDialog(null) };
};
