import { useCallback, useEffect, useState } from 'react';
import { useDataProvider, useListContext, useNotify, type RaRecord } from 'react-admin';
import { asProblem } from '../api/problem.js';
import { useProblemSentence } from './ProblemNotice.js';

/** As many as the server takes in one bulk command. */
export const SELECTION_LIMIT = 1_000;
const PAGE = 100;

/** Rows that were selected during this visit, by resource, as last seen. */
const seen = new Map<string, Map<RaRecord['id'], RaRecord>>();

const seenOf = (resource: string): Map<RaRecord['id'], RaRecord> => {
  const rows = seen.get(resource) ?? new Map<RaRecord['id'], RaRecord>();
  seen.set(resource, rows);
  return rows;
};

export interface SelectedRows<R> {
  readonly rows: readonly R[];
  /** How many `selectAll` would select; null when the page shows all that match, or they are selected already. */
  readonly more: number | null;
  readonly isSelecting: boolean;
  readonly selectAll: () => Promise<void>;
}

/** The selected rows of the list around, those of other pages too. */
export const useSelectedRows = <R extends RaRecord>(): SelectedRows<R> => {
  const provider = useDataProvider();
  const notify = useNotify();
  const sentenceOf = useProblemSentence();
  const {
    resource,
    data = [],
    total = 0,
    selectedIds = [],
    filter,
    filterValues,
    sort,
    onSelect,
  } = useListContext<R>();
  const [isSelecting, setSelecting] = useState(false);

  const known = seenOf(resource);
  const onPage = new Map<RaRecord['id'], R>(data.map((row) => [row.id, row]));
  const rows = selectedIds.flatMap((id) => onPage.get(id) ?? (known.get(id) as R | undefined) ?? []);

  useEffect(() => {
    for (const id of known.keys()) if (!selectedIds.includes(id)) known.delete(id);
    for (const row of data) if (selectedIds.includes(row.id)) known.set(row.id, row);
    // Ids outlive a reload, their rows do not.
    if (data.length > 0 && rows.length < selectedIds.length) onSelect(rows.map(({ id }) => id));
  });

  const target = Math.min(total, SELECTION_LIMIT);
  const selectAll = useCallback(async () => {
    setSelecting(true);
    try {
      const found: R[] = [];
      for (let page = 1; found.length < target; page += 1) {
        const answer = await provider.getList<R>(resource, {
          pagination: { page, perPage: PAGE },
          sort,
          filter: { ...filterValues, ...filter },
        });
        found.push(...answer.data);
        if (answer.data.length < PAGE) break;
      }
      for (const row of found) known.set(row.id, row);
      onSelect([...new Set(found.map(({ id }) => id))]);
    } catch (error) {
      notify(sentenceOf(asProblem(error)), { type: 'error' });
    } finally {
      setSelecting(false);
    }
  }, [provider, resource, sort, filterValues, filter, target, known, onSelect, notify, sentenceOf]);

  return {
    rows,
    more: total > data.length && selectedIds.length < target ? target : null,
    isSelecting,
    selectAll,
  };
};
