import { Button, Dialog, DialogActions, DialogContent, DialogTitle, useMediaQuery, type Theme } from '@mui/material';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useMessage } from '../i18n/useMessage.js';
import { ChangedMeanwhile } from './ChangedMeanwhile.js';

interface ActDialogProps {
  readonly title: string;
  readonly submit: string;
  /** Whose changes are told while the dialog is open. */
  readonly orderId?: string;
  readonly canSubmit?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Says what will happen before a verb is sent; Enter sends it, Escape leaves. */
export const ActDialog = ({
  title,
  submit,
  orderId,
  canSubmit = true,
  onSubmit,
  onClose,
  children,
}: ActDialogProps) => {
  const message = useMessage();
  const isPhone = useMediaQuery<Theme>(({ breakpoints }) => breakpoints.down('sm'));
  const submitButton = useRef<HTMLButtonElement>(null);
  // What is still being read cannot be sent; once it can, Enter sends it, unless somebody is writing already.
  useEffect(() => {
    if (canSubmit && document.activeElement?.matches('input, textarea') !== true) submitButton.current?.focus();
  }, [canSubmit]);
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
        {orderId !== undefined && <ChangedMeanwhile orderId={orderId} />}
        {children}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{message('common.cancel')}</Button>
        <Button ref={submitButton} type="submit" variant="contained" disabled={!canSubmit} autoFocus>
          {submit}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
