import { useState } from 'react';
import { useListContext, type RaRecord } from 'react-admin';
import { useShortcuts } from '../layout/useShortcuts.js';

/** The row that is shown beside its list; `j` and `k` walk, Escape leaves it. */
export const useRowCursor = <T extends RaRecord<string>>() => {
  const { data = [], onToggleItem } = useListContext<T>();
  const [shown, show] = useState<string | null>(null);
  const index = data.findIndex(({ id }) => id === shown);
  const row = data[index];
  const move = (step: number) => () => {
    const next = data[Math.min(data.length - 1, Math.max(0, index + step))];
    if (next) show(next.id);
  };
  useShortcuts({
    j: move(1),
    k: move(-1),
    x: row && (() => onToggleItem(row.id)),
    Escape: row && (() => show(null)),
  });
  return { row, shown, show };
};
