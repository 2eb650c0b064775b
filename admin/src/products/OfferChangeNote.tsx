import AskedIcon from '@mui/icons-material/HourglassEmptyOutlined';
import ConfirmedIcon from '@mui/icons-material/CheckCircleOutlined';
import RefusedIcon from '@mui/icons-material/ErrorOutlined';
import { Box, Typography } from '@mui/material';
import { RelativeTime } from '../common/Moment.js';
import { StateChip } from '../common/StateChip.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OfferRow } from './productRecord.js';

type LastChange = NonNullable<OfferRow['last_change']>;

const LOOKS = {
  requested: ['amber', AskedIcon, 'products.change.asked'],
  attempted: ['amber', AskedIcon, 'products.change.asked'],
  in_doubt: ['red', AskedIcon, 'products.change.doubt'],
  done: ['green', ConfirmedIcon, 'products.change.confirmed'],
  refused: ['red', RefusedIcon, 'products.change.refused'],
} as const;

const useWished = (offer: OfferRow) => {
  const message = useMessage();
  const formats = useFormats();
  return ({ price_net, stock, status_name }: LastChange['requested']): string =>
    [
      price_net && `${message('products.price_net')} ${formats.amount(price_net, 4)} ${offer.currency}`,
      stock !== undefined && `${message('products.stock')} ${formats.integer(stock)}`,
      status_name && message(`products.states.${status_name}`),
    ]
      .filter(Boolean)
      .join(', ');
};

/** The last change from here: asked, confirmed by reading the offer again, or refused in the marketplace's own words. */
export const OfferChangeNote = ({ offer }: { offer: OfferRow }) => {
  const message = useMessage();
  const wished = useWished(offer);
  const { last_change: change, conflict } = offer;
  if (!change && !conflict) return null;
  const [tone, icon, word] = change ? LOOKS[change.state] : (['amber', AskedIcon, 'products.change.asked'] as const);
  return (
    <Box role="status" sx={{ display: 'grid', gap: 0.5, mt: 1 }}>
      {change && (
        <Box
          data-change={change.state}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.25 }}
        >
          <StateChip tone={tone} icon={icon}>
            {message(word)}
          </StateChip>
          <Typography variant="caption" component="span">
            {wished(change.requested)} · <RelativeTime at={change.at} />
          </Typography>
          {change.text && (
            <Typography variant="caption" component="span" color="error">
              „{change.text}” ({change.code})
            </Typography>
          )}
        </Box>
      )}
      {conflict && (
        <Typography variant="caption" color="error">
          {message('products.conflict', { ours: wished(conflict.ours) })}
        </Typography>
      )}
    </Box>
  );
};
