import { Link } from '@mui/material';
import type { ReactNode } from 'react';

interface RowLinkProps {
  readonly onShow: () => void;
  readonly isStruck?: boolean;
  readonly children: ReactNode;
}

/** What names a row, reachable by keyboard: it shows the row as a click on it does. */
export const RowLink = ({ onShow, isStruck = false, children }: RowLinkProps) => (
  <Link
    component="button"
    type="button"
    underline="hover"
    onClick={(event) => {
      event.stopPropagation();
      onShow();
    }}
    sx={{
      fontSize: 'inherit',
      fontWeight: 600,
      textAlign: 'left',
      textDecoration: isStruck ? 'line-through' : undefined,
    }}
  >
    {children}
  </Link>
);
