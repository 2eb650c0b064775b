import { Button, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { useMessage } from '../i18n/useMessage.js';

/** Raised by a selection, over the list: how many are selected, and what can be done with them. */
export const SelectionToolbar = ({ label, children }: { label: string; children: ReactNode }) => {
  const message = useMessage();
  const { onUnselectItems } = useListContext();
  return (
    <Paper
      variant="outlined"
      role="toolbar"
      sx={{
        position: 'fixed',
        left: '50%',
        // Above the bar of phones.
        bottom: { xs: 72, md: 16 },
        transform: 'translateX(-50%)',
        zIndex: ({ zIndex }) => zIndex.modal - 1,
        width: 'max-content',
        maxWidth: 'calc(100vw - 24px)',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 1,
        boxShadow: 6,
      }}
    >
      <Typography variant="body2" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
        {label}
      </Typography>
      {children}
      <Button onClick={() => onUnselectItems()}>{message('common.cancel')}</Button>
    </Paper>
  );
};
