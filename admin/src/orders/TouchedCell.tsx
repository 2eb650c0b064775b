import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { OrderRow } from './orderRecord.js';
import { useIsTouched } from './touchedCells.js';

/** Lights up once when the value behind it changed while it was shown. */
export const TouchedCell = ({ id, field, children }: { id: string; field: keyof OrderRow; children: ReactNode }) => {
  const isTouched = useIsTouched(id, field);
  return (
    <Box
      component="span"
      sx={({ palette }) => ({
        borderRadius: '4px',
        boxShadow: isTouched ? `0 0 0 3px ${palette.states.amber.fill}` : 'none',
        backgroundColor: isTouched ? palette.states.amber.fill : 'transparent',
        transition: 'background-color 150ms',
      })}
    >
      {children}
    </Box>
  );
};
