import FetchedIcon from '@mui/icons-material/CheckCircleOutlined';
import RefusedIcon from '@mui/icons-material/ErrorOutlined';
import PendingIcon from '@mui/icons-material/HourglassEmptyOutlined';
import { Alert, Typography } from '@mui/material';
import { ExactTime } from '../common/Moment.js';
import { StateChip } from '../common/StateChip.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import type { InvoiceRecord } from '../orders/orderRecord.js';

const LOOKS = {
  pending: ['amber', PendingIcon],
  fetched: ['green', FetchedIcon],
  not_fetched: ['red', RefusedIcon],
} as const;

type Shown = Pick<InvoiceRecord, 'marketplace_state'>;

/** Whether the marketplace came for the PDF. */
export const MarketplaceChip = ({ invoice }: { invoice: Shown }) => {
  const message = useMessage();
  const [tone, icon] = LOOKS[invoice.marketplace_state];
  return (
    <StateChip tone={tone} icon={icon}>
      {message(`invoices.short.${invoice.marketplace_state}`)}
    </StateChip>
  );
};

/** The same with when, or why not and what to do about it. */
export const MarketplaceState = ({ invoice }: { invoice: InvoiceRecord }) => {
  const message = useMessage();
  const word = useWord();
  if (invoice.marketplace_state !== 'not_fetched') {
    return (
      <Typography
        variant="body2"
        component="div"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      >
        <MarketplaceChip invoice={invoice} />
        {word('invoices.state', invoice.marketplace_state)}
        {invoice.fetched_at && <ExactTime at={invoice.fetched_at} />}
      </Typography>
    );
  }
  return (
    <Alert severity="error" variant="outlined">
      {invoice.marketplace_reason && <strong>{word('invoices.reason', invoice.marketplace_reason)}</strong>}
      {invoice.marketplace_text && <Typography variant="body2">{invoice.marketplace_text}</Typography>}
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {message('invoices.not_fetched_advice')}
      </Typography>
    </Alert>
  );
};
