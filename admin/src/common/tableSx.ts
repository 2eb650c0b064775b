/** Tables are cards of rows, and scroll sideways on their own. */
export const tableSx = {
  border: 1,
  borderColor: 'divider',
  borderRadius: '8px',
  backgroundColor: 'background.paper',
  '& tbody tr:last-child td': { borderBottom: 0 },
  '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
  '& .MuiTableCell-root': { py: 0.75 },
  '& time': { whiteSpace: 'nowrap' },
  '& .MuiTableRow-root': { height: 40 },
  // Folded away, a row's details take no room.
  '& .RaDataTable-expandRow.MuiTableRow-root': { height: 0 },
  '& .RaDataTable-expandRow > .MuiTableCell-root': { py: 0 },
} as const;

/** On a narrow desk the least telling columns step back: the preview, or the unfolded row, has them. */
export const secondarySx = (...columns: readonly string[]) => ({
  '@media (min-width: 1200px) and (max-width: 1399.95px)': {
    [columns.map((column) => `& .column-${column}`).join(', ')]: { display: 'none' },
  },
});

/** Many columns stand closer on a narrow desk. */
export const closeSx = {
  '@media (max-width: 1399.95px)': { '& .MuiTableCell-root.MuiTableCell-root': { px: 1 } },
} as const;

/**
 * A row that leads somewhere, marked while it is the one shown; walked to, it keeps clear of header and footer. One that
 * does not belong to the list any more fades.
 */
export const rowSx = (isShown: boolean, isGone = false) => ({
  cursor: 'pointer',
  scrollMarginTop: 104,
  scrollMarginBottom: 64,
  opacity: isGone ? 0.5 : 1,
  ...(isShown && { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 }),
});
