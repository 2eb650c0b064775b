import { Box, Typography, type SvgIconProps } from '@mui/material';
import type { ComponentType, ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon: ComponentType<SvgIconProps>;
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
}

/** What would be here, and the step that fills it. */
export const EmptyState = ({ icon: Glyph, title, hint, action }: EmptyStateProps) => (
  <Box sx={{ py: 8, px: 2, textAlign: 'center', color: 'text.secondary' }}>
    <Glyph sx={{ fontSize: 36, opacity: 0.6 }} aria-hidden />
    <Typography variant="h2" component="p" sx={{ mt: 1, color: 'text.primary' }}>
      {title}
    </Typography>
    {hint && (
      <Typography variant="body2" sx={{ mt: 0.5, maxWidth: 420, mx: 'auto' }}>
        {hint}
      </Typography>
    )}
    {action && <Box sx={{ mt: 2 }}>{action}</Box>}
  </Box>
);
