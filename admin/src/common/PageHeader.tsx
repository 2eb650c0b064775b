import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** The page's name and what belongs beside it. */
export const PageHeader = ({ title, children }: { title: string; children?: ReactNode }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, minHeight: 40, mb: 0.5 }}>
    <title>{`${title} · MagFlow`}</title>
    <Typography variant="h1" sx={{ mr: 'auto' }}>
      {title}
    </Typography>
    {children}
  </Box>
);
