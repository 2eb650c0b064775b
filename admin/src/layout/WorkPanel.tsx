import { Box } from '@mui/material';
import { ActsPanel } from '../acts/ActsPanel.js';
import { BulkPanel } from '../bulk/BulkPanel.js';

/** What was asked of the marketplace, bottom right on every page: single acts, and work on many orders. */
export const WorkPanel = () => (
  <Box
    sx={{
      position: 'fixed',
      right: 16,
      bottom: { xs: 72, md: 16 },
      width: { xs: 'calc(100vw - 32px)', sm: 380 },
      maxHeight: 'calc(100dvh - 120px)',
      overflowY: 'auto',
      // Under what a selection raises: that is what somebody is at.
      zIndex: ({ zIndex }) => zIndex.modal - 2,
      display: 'grid',
      gap: 1,
    }}
  >
    <BulkPanel />
    <ActsPanel />
  </Box>
);
