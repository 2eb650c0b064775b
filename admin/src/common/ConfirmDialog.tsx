import { Button, Dialog, DialogActions, DialogContent } from '@mui/material';
import type { ReactNode } from 'react';
import { useMessage } from '../i18n/useMessage.js';

interface ConfirmDialogProps {
  readonly open: boolean;
  /** The verb itself, never "OK". */
  readonly verb: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What will happen. */
  readonly children: ReactNode;
}

/** Asks before a verb that costs or takes away. */
export const ConfirmDialog = ({ open, verb, onConfirm, onClose, children }: ConfirmDialogProps) => {
  const message = useMessage();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs">
      <DialogContent>{children}</DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{message('common.cancel')}</Button>
        <Button
          variant="contained"
          autoFocus
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
