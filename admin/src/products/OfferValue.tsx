import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, Button, IconButton, TextField, Tooltip, Typography } from '@mui/material';
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OfferChange } from './productRecord.js';

interface Reading {
  /** Null when the text cannot be sent. */
  readonly change: OfferChange | null;
  /** What is wrong with it, or what it will mean. */
  readonly note: string;
}

interface OfferValueProps {
  readonly label: string;
  readonly value: string;
  readonly read: (text: string) => Reading;
  readonly onSend: (change: OfferChange) => Promise<unknown>;
  readonly children: ReactNode;
}

/** Words of the marketplace stand at the offer afterwards; everything else is about what was typed. */
const isAboutInput = (error: unknown): boolean =>
  !(error instanceof Error && 'code' in error && error.code === 'marketplace-refused');

/** A value that opens into a field in its place. Enter sends, Escape leaves; nothing is shown as done here. */
export const OfferValue = ({ label, value, read, onSend, children }: OfferValueProps) => {
  const message = useMessage();
  const [text, setText] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const close = () => {
    setText(null);
    setError(null);
  };

  if (text === null) {
    return (
      <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25 }}>
        {children}
        <Tooltip title={message('products.edit', { what: label })}>
          <IconButton
            size="small"
            aria-label={message('products.edit', { what: label })}
            onClick={() => setText(value)}
            sx={{ p: 0.5, my: -0.5 }}
          >
            <EditIcon sx={{ fontSize: 16 }} />
          </IconButton>
        </Tooltip>
      </Box>
    );
  }

  const { change, note } = read(text);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!change || isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await onSend(change);
      close();
    } catch (failure) {
      if (isAboutInput(failure)) setError(failure);
      else close();
    } finally {
      setBusy(false);
    }
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };

  return (
    <Box component="form" onSubmit={send} onKeyDown={leave} sx={{ display: 'grid', gap: 0.5, minWidth: 200 }}>
      <Box sx={{ display: 'flex', gap: 0.5 }}>
        <TextField
          autoFocus
          value={text}
          disabled={isBusy}
          onChange={({ target }) => setText(target.value)}
          onFocus={({ target }) => target.select()}
          slotProps={{ htmlInput: { 'aria-label': label, inputMode: 'decimal', autoComplete: 'off' } }}
          sx={{ width: 120 }}
        />
        <Button type="submit" variant="contained" disabled={!change || isBusy}>
          {message('products.send')}
        </Button>
        <Button onClick={close} disabled={isBusy}>
          {message('common.cancel')}
        </Button>
      </Box>
      <Typography variant="caption" aria-live="polite" sx={{ color: change ? 'text.secondary' : 'error.main' }}>
        {isBusy ? message('products.asking') : note}
      </Typography>
      {error !== null && <ProblemNotice error={error} />}
    </Box>
  );
};
