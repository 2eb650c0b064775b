import CheckIcon from '@mui/icons-material/Check';
import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Box, Button } from '@mui/material';
import { useEffect, useState } from 'react';
import { useMessage } from '../i18n/useMessage.js';

const SHOWN_MS = 1_500;

/** Something long to carry elsewhere, whole at every width, with a button that says what it did. */
export const CopyLine = ({ text }: { text: string }) => {
  const message = useMessage();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    // A page that did not come over HTTPS has no clipboard: the text can still be marked by hand.
    if (!('clipboard' in navigator)) return setState('refused');
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
    return undefined;
  };
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        p: 1,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <Box
        component="code"
        sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere', userSelect: 'all', fontSize: '0.8125rem' }}
      >
        {text}
      </Box>
      <Button size="small" startIcon={state === 'copied' ? <CheckIcon /> : <CopyIcon />} onClick={copy}>
        <span aria-live="polite">
          {message(state === 'copied' ? 'common.copied' : state === 'refused' ? 'common.copy_by_hand' : 'common.copy')}
        </span>
      </Button>
    </Box>
  );
};
