import { useState } from 'react';
import { useListContext, type RaRecord } from 'react-admin';
import { useShortcuts } from '../layout/useShortcuts.js';

interface RowPlace {
  readonly shown: string | null;
  readonly show: (id: string | null) => void;
}

/**
 * The row that is shown beside its list; `j` and `k` walk, or the arrows once there is one, `x` selects, Escape
 * leaves it. The page may keep it, in its address.
 */
export const useRowCursor = <T extends RaRecord<string>>(kept?: RowPlace) => {
  const { data = [], onToggleItem } = useListContext<T>();
  const [own, setOwn] = useState<string | null>(null);
  const { shown, show } = kept ?? { shown: own, show: setOwn };
  const index = data.findIndex(({ id }) => id === shown);
  const row = data[index];
  const move = (step: number) => () => {
    const place = Math.min(data.length - 1, Math.max(0, index + step));
    const next = data[place];
    if (!next) return;
    show(next.id);
    document.querySelectorAll('.RaDataTable-clickableRow')[place]?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts({
    j: move(1),
    k: move(-1),
    ArrowDown: row && move(1),
    ArrowUp: row && move(-1),
    x: row && (() => onToggleItem(row.id)),
    Escape: row && (() => show(null)),
  });
  return { row, shown, show };
};
