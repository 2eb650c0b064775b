import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useMessage } from '../i18n/useMessage.js';
import { useFieldLabel } from './fieldLabel.js';
import type { HistoryChange } from './orderRecord.js';
import { useShownValue } from './shownValue.js';

const SHOWN = 4;
/** Wishes under way and counters are told by the event itself; AWB and invoice by their numbers. */
const QUIET =
  /^\/(status|sync_status|modified_at|received_at|work|deadlines|awbs|invoice|stornos|invoice_url|invoice_uploaded_at)(\/|$)/;
/** Why a wish was refused, or is in doubt. */
const REASON = /^\/work\/\w+\/text$/;
const TOLD =
  /^\/(awbs\/\d+\/marketplace_status(\/name)?|stornos\/\d+|(invoice|stornos\/\d+)\/marketplace_(state|text))$/;
/** Whether a change says something that no other sentence beside it says. */
export const isTold = ({ path, to }: HistoryChange): boolean =>
  path !== '' && (TOLD.test(path) || !QUIET.test(path) || (REASON.test(path) && typeof to === 'string'));

const Change = ({ change }: { change: HistoryChange }) => {
  const label = useFieldLabel();
  const shown = useShownValue();
  return (
    <Typography variant="body2" component="li" sx={{ overflowWrap: 'anywhere' }}>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {label(change.path)}:{' '}
      </Box>
      {change.from !== null && change.from !== undefined && (
        <Box component="s" sx={{ color: 'text.secondary', mr: 0.75 }}>
          {shown(change.path, change.from)}
        </Box>
      )}
      <strong>{shown(change.path, change.to)}</strong>
    </Typography>
  );
};

/** What became of an order's fields: the old struck, the new bold. */
export const OrderChanges = ({ changes }: { changes: readonly HistoryChange[] }) => {
  const message = useMessage();
  const [showsAll, setShowsAll] = useState(false);
  const facts = changes.filter(isTold);
  if (facts.length === 0) return null;
  const shown = showsAll ? facts : facts.slice(0, SHOWN);
  return (
    <>
      <Box component="ul" sx={{ m: 0, mt: 0.25, pl: 0, listStyle: 'none' }}>
        {shown.map((change) => (
          <Change key={change.path} change={change} />
        ))}
      </Box>
      {facts.length > shown.length && (
        <Button size="small" onClick={() => setShowsAll(true)} sx={{ minHeight: 0, minWidth: 0, p: 0, mr: 1.5 }}>
          {message('orders.history.more_changes', { count: facts.length - shown.length })}
        </Button>
      )}
    </>
  );
};
