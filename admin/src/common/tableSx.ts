/** Tables go edge to edge, scroll sideways on their own, and keep their head in sight. */
export const tableSx = {
  '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
  '& .MuiTableCell-root': { py: 0.75 },
  '& .MuiTableRow-root': { height: 40 },
} as const;
