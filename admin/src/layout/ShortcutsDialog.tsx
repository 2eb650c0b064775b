import { Box, Dialog, DialogContent, DialogTitle } from '@mui/material';
import { Fragment } from 'react';
import type { MessageKey } from '../i18n/sentences.js';
import { useMessage } from '../i18n/useMessage.js';

const KEYS: readonly (readonly [string, MessageKey])[] = [
  ['/', 'keys.search'],
  ['Ctrl K', 'keys.search'],
  ['j', 'keys.down'],
  ['k', 'keys.up'],
  ['↓ ↑', 'keys.walk'],
  ['x', 'keys.select'],
  ['Enter', 'keys.open'],
  ['Esc', 'keys.leave'],
  ['a', 'keys.acknowledge'],
  ['w', 'keys.awb'],
  ['i', 'keys.invoice'],
  ['?', 'keys.help'],
];

export const ShortcutsDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const message = useMessage();
  return (
    <Dialog open={open} onClose={onClose}>
      <DialogTitle>{message('keys.title')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 3, rowGap: 1, m: 0 }}>
          {KEYS.map(([key, label]) => (
            <Fragment key={key}>
              <Box component="dt">
                <Box
                  component="kbd"
                  sx={{ border: 1, borderColor: 'divider', borderRadius: '4px', px: 0.75, fontSize: '0.8125rem' }}
                >
                  {key}
                </Box>
              </Box>
              <Box component="dd" sx={{ m: 0, fontSize: '0.875rem' }}>
                {message(label)}
              </Box>
            </Fragment>
          ))}
        </Box>
      </DialogContent>
    </Dialog>
  );
};
