import { Button, Dialog, DialogActions, DialogContent, DialogTitle, useMediaQuery, type Theme } from '@mui/material';
import type { FormEvent, ReactNode } from 'react';
import { useMessage } from '../i18n/useMessage.js';

interface ActDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly canSubmit?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Says what will happen before a verb is sent; Enter sends it, Escape leaves. */
export const ActDialog = ({ title, submit, canSubmit = true, onSubmit, onClose, children }: ActDialogProps) => {
  const message = useMessage();
  const isPhone = useMediaQuery<Theme>(({ breakpoints }) => breakpoints.down('sm'));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!canSubmit) return;
    onSubmit();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      fullScreen={isPhone}
      slotProps={{ paper: { component: 'form', onSubmit: send } }}
    >
      <DialogTitle>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, alignContent: 'start', pt: '8px !important' }}>
        {children}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{message('common.cancel')}</Button>
        <Button type="submit" variant="contained" disabled={!canSubmit} autoFocus>
          {submit}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
