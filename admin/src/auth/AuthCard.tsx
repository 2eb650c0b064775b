import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** The card that stands alone before somebody is in. */
export const AuthCard = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <Box
    component="main"
    sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2, backgroundColor: 'background.default' }}
  >
    <title>{`${title} · MagFlow`}</title>
    <Card sx={{ width: '100%', maxWidth: 400, p: 3 }}>
      <Typography sx={{ color: 'primary.main', fontWeight: 750, mb: 2 }}>MagFlow</Typography>
      <Typography variant="h1">{title}</Typography>
      {hint && (
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          {hint}
        </Typography>
      )}
      {children}
    </Card>
  </Box>
);
