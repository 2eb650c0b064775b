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
