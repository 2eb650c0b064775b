import RefreshIcon from '@mui/icons-material/ArrowUpward';
import { Box, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useDataProvider, useListContext, type GetListResult, type Identifier, type RaRecord } from 'react-admin';
import { useMessage } from '../i18n/useMessage.js';
import type { LiveMessage } from '../live/liveMessage.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { differenceOf } from './listDifference.js';

const NONE: readonly Identifier[] = [];
const GoneContext = createContext<readonly Identifier[]>(NONE);

/** Rows that do not belong to the list any more, but stay until it is touched. */
export const useGoneRows = (): readonly Identifier[] => useContext(GoneContext);

/** New rows do not push: they wait behind this until somebody wants them. */
export const WaitingPill = ({ text, onLoad }: { text: string | null; onLoad: () => void }) => (
  <Box aria-live="polite" sx={{ display: 'flex', justifyContent: 'center' }}>
    {text !== null && (
      <Button
        variant="contained"
        startIcon={<RefreshIcon />}
        onClick={onLoad}
        data-testid="new-orders"
        sx={{ my: 1, borderRadius: 99 }}
      >
        {text}
      </Button>
    )}
  </Box>
);

interface News {
  /** The view of the list that it is about: another one has been read since. */
  readonly view: string;
  readonly arrived: readonly Identifier[];
  readonly gone: readonly Identifier[];
}

interface LiveRowsProps {
  /** Whether a message may tell of a row of this list. */
  readonly moves: (message: LiveMessage) => boolean;
  readonly pauseMs?: number;
  readonly children: ReactNode;
}

/**
 * Keeps a list right without moving it: rows change in their place, what is new waits to be asked for, what does not
 * belong here any more fades. An empty list fills by itself.
 */
export const LiveRows = ({ moves, pauseMs = 500, children }: LiveRowsProps) => {
  const message = useMessage();
  const provider = useDataProvider();
  const queryClient = useQueryClient();
  const { resource, data, page, perPage, sort, filter, filterValues, refetch, setPage } = useListContext();
  const filters: Record<string, unknown> = { ...filterValues, ...filter };
  const view = JSON.stringify([resource, page, perPage, sort, filters]);
  const [news, setNews] = useState<News>({ view, arrived: NONE, gone: NONE });
  const readings = useRef(0);
  const isAboutThis = news.view === view;
  const isHere = (id: Identifier): boolean => data?.some((row) => row.id === id) === true;
  const arrived = isAboutThis ? news.arrived.filter((id) => !isHere(id)) : NONE;
  const gone = useMemo(() => (isAboutThis ? news.gone : NONE), [isAboutThis, news.gone]);

  const look = async (): Promise<void> => {
    if (!data || data.length === 0) {
      await refetch();
      return;
    }
    readings.current += 1;
    const reading = readings.current;
    const read = await provider
      .getList<RaRecord>(resource, { pagination: { page, perPage }, sort, filter: filters })
      .catch(() => null);
    // A later reading knows more; without an answer the list stays as it is until the next message.
    if (!read || reading !== readings.current) return;
    const rows = new Map(read.data.map((row) => [row.id, row]));
    queryClient.setQueriesData<GetListResult>(
      { queryKey: [resource, 'getList'] },
      (list) => list && { ...list, data: list.data.map((row) => rows.get(row.id) ?? row) },
    );
    const ids = ({ data: some }: { data: readonly RaRecord[] }) => some.map(({ id }) => id);
    setNews({ view, ...differenceOf(ids({ data }), ids(read), perPage) });
  };

  useBatchedLive((messages) => {
    if (messages.some(moves)) void look();
  }, pauseMs);

  const load = () => {
    setNews({ view, arrived: NONE, gone: NONE });
    if (page === 1) void refetch();
    else setPage(1);
  };

  return (
    <GoneContext value={gone}>
      <WaitingPill
        text={arrived.length > 0 ? message('common.new_rows', { smart_count: arrived.length }) : null}
        onLoad={load}
      />
      {children}
    </GoneContext>
  );
};
