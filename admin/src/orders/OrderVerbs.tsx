import AckIcon from '@mui/icons-material/CheckOutlined';
import AwbIcon from '@mui/icons-material/LocalShippingOutlined';
import InvoiceIcon from '@mui/icons-material/ReceiptLongOutlined';
import ResolveIcon from '@mui/icons-material/HelpOutlined';
import AttachIcon from '@mui/icons-material/AttachFileOutlined';
import StornoIcon from '@mui/icons-material/UndoOutlined';
import StatusIcon from '@mui/icons-material/SwapHorizOutlined';
import { Box, Button } from '@mui/material';
import { useState, useSyncExternalStore } from 'react';
import { actsStore } from '../acts/actsStore.js';
import { useOrderActs } from '../acts/useOrderActs.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { useShortcuts } from '../layout/useShortcuts.js';
import { AttachDialog } from './AttachDialog.js';
import { AwbDialog } from './AwbDialog.js';
import { InvoiceDialog } from './InvoiceDialog.js';
import type { OrderRecord } from './orderRecord.js';
import { ResolveDialog } from './ResolveDialog.js';
import { StatusDialog } from './StatusDialog.js';
import { StornoDialog } from './StornoDialog.js';

type DialogName = 'awb' | 'invoice' | 'status' | 'resolve' | 'storno' | 'attach';

/** Whether this order waits for an answer to a verb that was sent from here. */
const useIsAsked = (order: OrderRecord): boolean =>
  useSyncExternalStore(actsStore.subscribe, () =>
    actsStore
      .all()
      .some(
        ({ state, orderId, account }) =>
          state === 'asked' && orderId === order.emag_order_id && account === order.account_type,
      ),
  );

interface OrderVerbsProps {
  readonly order: OrderRecord;
  /** Beside a list, whose own keys they are. */
  readonly isPreview?: boolean;
}

/** The verbs that apply now, the next one first and filled. */
export const OrderVerbs = ({ order, isPreview = false }: OrderVerbsProps) => {
  const message = useMessage();
  const canAct = useCanAct();
  const acts = useOrderActs();
  const isAsked = useIsAsked(order);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const allowed = order.allowed_actions ?? [];
  const isInDoubt = order.work.awb.state === 'in_doubt';
  const mayAcknowledge = canAct && allowed.includes('acknowledge') && !isAsked;
  const mayShip = canAct && allowed.includes('awb');
  const mayInvoice = canAct && allowed.includes('invoice');
  const mayForce =
    canAct &&
    !mayShip &&
    !isInDoubt &&
    order.awbs.length > 0 &&
    /^(in_progress|prepared|finalized)$/.test(order.status_name);

  useShortcuts({
    a: !isPreview && mayAcknowledge ? () => void acts.acknowledge(order) : undefined,
    w: !isPreview && mayShip ? () => setDialog('awb') : undefined,
    i: !isPreview && mayInvoice ? () => setDialog('invoice') : undefined,
  });

  if (!canAct) return null;
  const open = (name: DialogName) => () => setDialog(name);
  const close = () => setDialog(null);
  const next: DialogName | 'acknowledge' | null = isInDoubt
    ? 'resolve'
    : allowed.includes('acknowledge')
      ? 'acknowledge'
      : mayShip
        ? 'awb'
        : mayInvoice
          ? 'invoice'
          : null;
  const look = (name: typeof next) => (name === next ? 'contained' : 'outlined');

  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }} role="group" aria-label={message('orders.next.title')}>
      {isInDoubt && (
        <Button variant={look('resolve')} color="error" startIcon={<ResolveIcon />} onClick={open('resolve')}>
          {message('orders.act.resolve')}
        </Button>
      )}
      {allowed.includes('acknowledge') && (
        <Button
          variant={look('acknowledge')}
          startIcon={<AckIcon />}
          disabled={!mayAcknowledge}
          onClick={() => void acts.acknowledge(order)}
        >
          {message('orders.act.acknowledge')}
        </Button>
      )}
      {mayShip && (
        <Button variant={look('awb')} startIcon={<AwbIcon />} disabled={isAsked} onClick={open('awb')}>
          {message('orders.act.awb')}
        </Button>
      )}
      {mayInvoice && (
        <Button variant={look('invoice')} startIcon={<InvoiceIcon />} disabled={isAsked} onClick={open('invoice')}>
          {message('orders.act.invoice')}
        </Button>
      )}
      {allowed.includes('status') && (
        <Button variant="outlined" startIcon={<StatusIcon />} disabled={isAsked} onClick={open('status')}>
          {message('orders.act.status')}
        </Button>
      )}
      {!isPreview && allowed.includes('storno') && (
        <Button variant="outlined" startIcon={<StornoIcon />} disabled={isAsked} onClick={open('storno')}>
          {message('order.act.storno')}
        </Button>
      )}
      {!isPreview && (
        <Button variant="text" startIcon={<AttachIcon />} disabled={isAsked} onClick={open('attach')}>
          {message('order.act.attach')}
        </Button>
      )}
      {mayForce && (
        <Button variant="text" startIcon={<AwbIcon />} disabled={isAsked} onClick={open('awb')}>
          {message('orders.act.another_awb')}
        </Button>
      )}
      {dialog === 'awb' && <AwbDialog orderId={order.id} onClose={close} />}
      {dialog === 'invoice' && <InvoiceDialog order={order} onClose={close} />}
      {dialog === 'status' && <StatusDialog order={order} onClose={close} />}
      {dialog === 'storno' && <StornoDialog order={order} onClose={close} />}
      {dialog === 'attach' && <AttachDialog order={order} onClose={close} />}
      {dialog === 'resolve' && <ResolveDialog order={order} onClose={close} />}
    </Box>
  );
};
