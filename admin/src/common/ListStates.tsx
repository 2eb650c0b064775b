import { Box, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { ListPagination } from './ListPagination.js';
import { ProblemNotice } from './ProblemNotice.js';

const ROWS_WAITING = 10;

/** Skeletons in the shape of a list's rows. */
export const WaitingRows = () => (
  <Box aria-hidden sx={{ display: 'grid', gap: '1px' }}>
    {Array.from({ length: ROWS_WAITING }, (_, index) => (
      <Skeleton key={index} variant="rectangular" height={39} />
    ))}
  </Box>
);

/** A list's four states: refused, on its way, nothing there, rows. */
export const ListStates = ({ empty, children }: { empty: ReactNode; children: ReactNode }) => {
  const { data, isPending, error, refetch } = useListContext();
  return (
    <>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && !error && <WaitingRows />}
      {data?.length === 0 && !error && empty}
      {data && data.length > 0 && children}
      <ListPagination />
    </>
  );
};
