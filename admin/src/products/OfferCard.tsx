import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useAccounts } from '../common/AccountScope.js';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { CopyText } from '../common/CopyText.js';
import { RelativeTime } from '../common/Moment.js';
import { Detail } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { HealthChip } from '../common/StateChip.js';
import { useCanAct } from '../common/useRoles.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { OfferChangeNote } from './OfferChangeNote.js';
import { OfferValue } from './OfferValue.js';
import { Price } from './Price.js';
import { grossOf, isAbove, isBelow, isSamePrice, typedPrice } from './prices.js';
import type { OfferRow } from './productRecord.js';
import { useOfferChange } from './useOfferChange.js';

const MOST_STOCK = 65_535;

const VALIDATIONS: Readonly<Record<number, 'saleable' | 'invalid_price'>> = { 1: 'saleable', 2: 'invalid_price' };

/** What the marketplace makes of the price; a number that nobody knows keeps the marketplace's words. */
const Validation = ({ value, text }: { value: number; text: string }) => {
  const message = useMessage();
  const known = VALIDATIONS[value];
  return known ? message(`products.validations.${known}`) : text;
};

/** What may be typed as a price of this offer, and what it will mean to a buyer. */
const usePriceReading = ({ price_net, min_price_net, max_price_net, vat_rate, currency }: OfferRow) => {
  const message = useMessage();
  const formats = useFormats();
  return (text: string) => {
    const price = typedPrice(text);
    const wrong = (note: string) => ({ change: null, note });
    if (price === null) return wrong(message('products.price_wrong'));
    if (isBelow(price, min_price_net)) {
      return wrong(message('products.price_below', { limit: formats.amount(min_price_net ?? '', 4) }));
    }
    if (isAbove(price, max_price_net)) {
      return wrong(message('products.price_above', { limit: formats.amount(max_price_net ?? '', 4) }));
    }
    if (price_net !== null && isSamePrice(price, price_net)) return wrong(message('products.same'));
    const gross = grossOf(price, vat_rate);
    return {
      change: { price_net: price },
      note: gross === null ? '' : message('products.gross_will_be', { gross: formats.money(gross, currency) }),
    };
  };
};

const useStockReading = ({ stock }: OfferRow) => {
  const message = useMessage();
  return (text: string) => {
    const typed = text.trim();
    if (!/^\d{1,5}$/.test(typed) || Number(typed) > MOST_STOCK) {
      return { change: null, note: message('products.stock_wrong') };
    }
    if (Number(typed) === stock) return { change: null, note: message('products.same') };
    return { change: { stock: Number(typed) }, note: message('products.stock_hint') };
  };
};

/** An offer of one account: prices, stock, competition, and what may be changed from here. */
export const OfferCard = ({ offer }: { offer: OfferRow }) => {
  const message = useMessage();
  const formats = useFormats();
  const canAct = useCanAct();
  const { data: accounts } = useAccounts();
  const change = useOfferChange(offer);
  const readPrice = usePriceReading(offer);
  const readStock = useStockReading(offer);
  const [isAsking, setAsking] = useState(false);
  const { currency } = offer;
  const isOurs = accounts?.find(({ key }) => key === offer.account_type)?.fulfilment === 'own';
  const isActive = offer.status_name === 'active';
  const isPending = offer.sync_status === 'pending';
  const verb = message(isActive ? 'products.deactivate' : 'products.activate');
  const stock = <>{formats.integer(offer.stock)}</>;
  const price = <Price amount={offer.price_net} currency={currency} />;
  return (
    <Box
      component="section"
      aria-label={`${offer.account_type} ${offer.offer_id}`}
      data-offer={offer.id}
      sx={{ py: 1.25, '& + &': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="body2" component="span" sx={{ fontWeight: 650 }}>
          {offer.account_type}
        </Typography>
        <HealthChip ok={isActive ? true : null}>{message(`products.states.${offer.status_name}`)}</HealthChip>
        {offer.buy_button_rank !== null && offer.buy_button_rank > 1 && (
          <HealthChip ok={false}>{message('products.buy_box_lost')}</HealthChip>
        )}
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          <CopyText text={offer.offer_id} /> · {message('products.synced')} <RelativeTime at={offer.last_synced_at} />
        </Typography>
        {canAct && offer.status_name !== 'end_of_life' && (
          <Button onClick={() => setAsking(true)} disabled={change.isPending || isPending} sx={{ ml: 'auto' }}>
            {verb}
          </Button>
        )}
      </Box>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(124px, 1fr))',
          gap: 1.5,
          // A value that is being edited needs the room of several.
          '& > :has(form)': { gridColumn: { xs: '1 / -1', sm: 'span 3' } },
        }}
      >
        <Detail label={message('products.price_net')}>
          {canAct && !isPending ? (
            <OfferValue
              label={message('products.price_net')}
              value={offer.price_net ?? ''}
              read={readPrice}
              onSend={change.mutateAsync}
            >
              {price}
            </OfferValue>
          ) : (
            price
          )}
        </Detail>
        <Detail label={message('products.price_gross')}>
          <Price amount={offer.price_gross} currency={currency} digits={2} />
        </Detail>
        <Detail label={message('products.stock')}>
          {canAct && isOurs && !isPending ? (
            <OfferValue
              label={message('products.stock')}
              value={String(offer.stock)}
              read={readStock}
              onSend={change.mutateAsync}
            >
              {stock}
            </OfferValue>
          ) : (
            stock
          )}
          {isOurs === false && (
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {message('products.stock_theirs')}
            </Typography>
          )}
        </Detail>
        <Detail label={message('products.available')}>{formats.integer(offer.available_stock)}</Detail>
        <Detail label={message('products.min')}>
          <Price amount={offer.min_price_net} currency={currency} />
        </Detail>
        <Detail label={message('products.max')}>
          <Price amount={offer.max_price_net} currency={currency} />
        </Detail>
        <Detail label={message('products.recommended')}>
          <Price amount={offer.recommended_price_net} currency={currency} />
        </Detail>
        <Detail label={message('products.best')}>
          <Price amount={offer.best_offer_price} currency={currency} />
        </Detail>
        <Detail label={message('products.rank')}>
          {offer.buy_button_rank === null
            ? message('common.none')
            : message('products.rank_of', { rank: offer.buy_button_rank, offers: offer.number_of_offers ?? '?' })}
        </Detail>
        {offer.offer_validation_status && (
          <Detail label={message('products.validation')}>
            <Validation {...offer.offer_validation_status} />
          </Detail>
        )}
      </Box>
      <OfferChangeNote offer={offer} />
      {isAsking && (
        <ConfirmDialog
          open
          verb={verb}
          onConfirm={() => change.mutate({ status: isActive ? 'inactive' : 'active' })}
          onClose={() => setAsking(false)}
        >
          {message(isActive ? 'products.deactivate_hint' : 'products.activate_hint', { account: offer.account_type })}
        </ConfirmDialog>
      )}
      {change.error && change.variables?.status !== undefined && <ProblemNotice error={change.error} />}
    </Box>
  );
};
