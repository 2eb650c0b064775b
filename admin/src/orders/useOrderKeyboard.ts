import { useEffect, useState } from 'react';
import { useListContext } from 'react-admin';
import { useOrderActs } from '../acts/useOrderActs.js';
import { useCanAct } from '../common/useRoles.js';
import { useShortcuts } from '../layout/useShortcuts.js';
import type { OrderRow } from './orderRecord.js';
import { likelyActions } from './orderRules.js';

/** Keys of a work queue of orders: a place in the list, and the verbs on it. */
export const useOrderKeyboard = (onOpen: (id: string) => void) => {
  const canAct = useCanAct();
  const acts = useOrderActs();
  const { data = [], onToggleItem } = useListContext<OrderRow>();
  const [cursor, setCursor] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'awb' | 'invoice' | null>(null);
  const index = data.findIndex(({ id }) => id === cursor);
  const row = data[index];

  const move = (step: number) => () => {
    const next = data[Math.min(data.length - 1, Math.max(0, index + step))];
    if (next) setCursor(next.id);
  };
  const may = (action: 'acknowledge' | 'awb' | 'invoice'): boolean =>
    canAct && row !== undefined && likelyActions(row).includes(action);

  useShortcuts({
    j: move(1),
    k: move(-1),
    ArrowDown: row && move(1),
    ArrowUp: row && move(-1),
    Escape: row && (() => setCursor(null)),
    x: row && (() => onToggleItem(row.id)),
    o: row && (() => onOpen(row.id)),
    Enter: row && (() => onOpen(row.id)),
    a: row && may('acknowledge') ? () => void acts.acknowledge(row) : undefined,
    w: may('awb') ? () => setDialog('awb') : undefined,
    i: may('invoice') ? () => setDialog('invoice') : undefined,
  });

  useEffect(() => {
    document.querySelector(`[data-cursor="${cursor}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);

  return { cursor, setCursor, row, dialog, openDialog: setDialog, closeDialog: () => setDialog(null) };
};
