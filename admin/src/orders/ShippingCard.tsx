import { Alert, Box, Typography } from '@mui/material';
import { DeliveryChip } from '../awbs/DeliveryChip.js';
import { CopyText } from '../common/CopyText.js';
import { Money } from '../common/Money.js';
import { ExactTime } from '../common/Moment.js';
import { Detail, Panel } from '../common/Panel.js';
import { AwbStateChip } from '../common/StateChip.js';
import { useMessage } from '../i18n/useMessage.js';
import { OpenFileButton } from './OpenFileButton.js';
import { labelOf, labelsOf } from './openFile.js';
import type { AwbRecord, AwbState, OrderRecord } from './orderRecord.js';
import { isOurs } from './orderRules.js';
import { RefusedWords } from './RefusedWords.js';
import { Was } from './timeTravel.js';

const STATES: Readonly<Record<string, AwbState>> = {
  queued: 'requested',
  running: 'requested',
  in_doubt: 'in_doubt',
  failed: 'refused',
};

const Awb = ({ awb, order }: { awb: AwbRecord; order: OrderRecord }) => {
  const message = useMessage();
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h2" component="span">
          <CopyText text={awb.awb_number ?? ''} />
        </Typography>
        <DeliveryChip awb={awb} />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <Detail label={message('orders.awb_card.courier')}>{awb.courier_name ?? message('common.none')}</Detail>
        {awb.parcels !== null && <Detail label={message('orders.awb_card.parcels')}>{awb.parcels}</Detail>}
        {awb.weight !== null && <Detail label={message('orders.awb_card.weight')}>{awb.weight} kg</Detail>}
        {awb.cod !== null && (
          <Detail label={message('orders.awb_card.cod')}>
            <Money amount={awb.cod} currency={order.currency} />
          </Detail>
        )}
        {awb.marketplace_status && (
          <Detail label={message('orders.awb_card.marketplace_status')}>{awb.marketplace_status.name}</Detail>
        )}
      </Box>
      {awb.awb_number && <OpenFileButton file={labelOf(awb)} label={message('orders.act.open_label')} />}
    </Box>
  );
};

/** The parcel: no AWB yet and why, asked for, refused, in doubt, or there with its label. */
export const ShippingCard = ({ order }: { order: OrderRecord }) => {
  const message = useMessage();
  const { awb: work } = order.work;
  const open = STATES[work.state];
  const isEmpty = order.awbs.length === 0;
  const numbers = order.awbs.flatMap(({ awb_number }) => awb_number ?? []);
  return (
    <Panel title={message('orders.section.awb')} aside={open && <AwbStateChip state={open} />}>
      <Was path="/awbs">
        <Box component="span" sx={{ display: 'grid', gap: 2 }}>
          {open === 'in_doubt' && (
            <Alert severity="error" variant="outlined">
              {message('orders.awb_card.in_doubt')}
            </Alert>
          )}
          {open === 'requested' && (
            <Typography variant="body2">
              {message('orders.awb_card.requested')} <ExactTime at={work.since} />
            </Typography>
          )}
          {open === 'refused' && (
            <Alert severity="error" variant="outlined">
              <RefusedWords text={work.text} code={work.code} />
            </Alert>
          )}
          {order.awbs.map((awb) => (
            <Awb key={awb.awb_number} awb={awb} order={order} />
          ))}
          {numbers.length > 1 && (
            <OpenFileButton variant="text" file={labelsOf(numbers)} label={message('order.act.merged_labels')} />
          )}
          {isEmpty && !open && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {order.awb_number ? (
                <CopyText text={order.awb_number} />
              ) : (
                message(
                  isOurs(order)
                    ? order.status_name === 'new'
                      ? 'orders.awb_card.none_before'
                      : 'orders.awb_card.none'
                    : 'orders.awb_card.none_marketplace',
                )
              )}
            </Typography>
          )}
        </Box>
      </Was>
    </Panel>
  );
};
