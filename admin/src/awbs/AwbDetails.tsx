import { useQuery } from '@tanstack/react-query';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useGetOne } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { ExactTime } from '../common/Moment.js';
import { Detail } from '../common/Panel.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { RefusedWords } from '../orders/RefusedWords.js';
import { ResolveDialog } from '../orders/ResolveDialog.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { orderIdOf, type AwbRow } from './awbRecord.js';
import { AwbLabel } from './AwbLabel.js';
import { Collected } from './Collected.js';
import { DeliveryChip } from './DeliveryChip.js';

const AWB_EVENT = /^Awb/;

/** What happened to the parcel, newest first: our asking and what the courier reported. */
const Tracking = ({ awb }: { awb: AwbRow }) => {
  const message = useMessage();
  const word = useWord();
  const provider = useDataProvider<MagflowDataProvider>();
  const id = orderIdOf(awb);
  const { data } = useQuery({ queryKey: ['orders', 'history', id], queryFn: () => provider.orderHistory(id) });
  const facts = data?.events.filter(({ type }) => AWB_EVENT.test(type)).reverse() ?? [];
  if (facts.length === 0) return null;
  return (
    <Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {message('awbs.history')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {facts.map(({ event_id, type, occurred_at, changes }) => (
          <Box
            component="li"
            key={event_id}
            sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: 0.5, fontSize: '0.8125rem' }}
          >
            <span>
              {word('event', type)}
              {type === 'AwbStatusChanged' &&
                changes.flatMap(({ to }) => (typeof to === 'string' ? [to] : [])).map((to) => ` · ${to}`)}
            </span>
            <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              <ExactTime at={occurred_at} />
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
};

/** One AWB beside the list: what it is for, where the parcel is, its label; in doubt, the two ways out. */
export const AwbDetails = ({ awb }: { awb: AwbRow }) => {
  const message = useMessage();
  const word = useWord();
  const canAct = useCanAct();
  const [isResolving, setResolving] = useState(false);
  const number = awb.awb_number;
  // The list shows what we were told last; the marketplace is asked for the row that somebody looks at.
  const { data: current } = useGetOne<AwbRow>(
    'awbs',
    { id: number ?? '' },
    { enabled: number !== null && awb.status === 'generated', retry: false },
  );
  const seen = number !== null && current?.awb_number === number ? current : awb;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <DeliveryChip awb={seen} />
        <Link component={RouterLink} to={`/orders/${orderIdOf(awb)}`} variant="body2">
          {message('orders.one', { id: awb.order_id })}
        </Link>
      </Box>
      {awb.status === 'in_doubt' && (
        <Alert severity="error" variant="outlined">
          {message('orders.awb_card.in_doubt')}
          {awb.text && (
            <Typography variant="body2" sx={{ mt: 0.5 }}>
              {word('awbs.doubt_reason', awb.text)} {awb.code && `(${awb.code})`}
            </Typography>
          )}
          {canAct && (
            <Button variant="contained" color="error" onClick={() => setResolving(true)} sx={{ mt: 1 }}>
              {message('orders.act.resolve')}
            </Button>
          )}
        </Alert>
      )}
      {awb.status === 'refused' && (
        <Alert severity="error" variant="outlined">
          <RefusedWords text={awb.text} code={awb.code} />
        </Alert>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <Detail label={message('awbs.courier')}>{awb.courier_name ?? message('common.none')}</Detail>
        <Detail label={message(awb.issued_at === null ? 'awbs.requested_at' : 'awbs.issued_at')}>
          <ExactTime at={awb.issued_at ?? awb.requested_at} />
        </Detail>
        <Detail label={message('awbs.parcels')}>
          {awb.parcels ?? message('common.none')}
          {awb.weight !== null && ` · ${awb.weight} kg`}
        </Detail>
        <Detail label={message('awbs.cod')}>
          <Collected awb={awb} />
        </Detail>
        {seen.marketplace_status && (
          <Detail label={message('awbs.tracking')}>
            {seen.marketplace_status.name}
            {seen.marketplace_status.description && (
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                {seen.marketplace_status.description}
              </Typography>
            )}
          </Detail>
        )}
      </Box>
      {number !== null && <AwbLabel account={awb.account_type} number={number} />}
      <Tracking awb={awb} />
      {isResolving && (
        <ResolveDialog
          order={{ account_type: awb.account_type, emag_order_id: awb.order_id }}
          onClose={() => setResolving(false)}
        />
      )}
    </>
  );
};
