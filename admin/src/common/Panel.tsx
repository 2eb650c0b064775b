import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface PanelProps {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Without inner margin, for tables. */
  readonly flush?: boolean;
}

/** A titled card: the only kind of box that pages are made of. */
export const Panel = ({ title, aside, children, flush = false }: PanelProps) => (
  <Card component="section" sx={{ overflow: 'hidden' }}>
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, px: 2, pt: 1.5, pb: 1 }}>
      <Typography variant="h3" component="h2">
        {title}
      </Typography>
      {aside}
    </Box>
    <Box sx={flush ? { overflowX: 'auto' } : { px: 2, pb: 2 }}>{children}</Box>
  </Card>
);

/** A name and its value, one under the other in a grid of them. */
export const Detail = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box sx={{ minWidth: 0 }}>
    <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
      {label}
    </Typography>
    <Typography variant="body2" component="div" sx={{ overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  </Box>
);
