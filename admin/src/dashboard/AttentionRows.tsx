import CriticalIcon from '@mui/icons-material/ErrorOutlined';
import DoubtIcon from '@mui/icons-material/HelpOutlined';
import InfoIcon from '@mui/icons-material/RadioButtonChecked';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Button, Card, Link as MuiLink } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useOrderActs } from '../acts/useOrderActs.js';
import { Deadline, RelativeTime } from '../common/Moment.js';
import { StateChip } from '../common/StateChip.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage, useWord } from '../i18n/useMessage.js';
import { AwbDialog } from '../orders/AwbDialog.js';
import { ResolveDialog } from '../orders/ResolveDialog.js';
import type { AttentionItem } from './dashboardRecord.js';

const LOOKS = {
  critical: ['red', CriticalIcon],
  warning: ['amber', WarningIcon],
  info: ['blue', InfoIcon],
} as const;

const KindChip = ({ kind, severity }: AttentionItem) => {
  const message = useMessage();
  const [tone, icon] = LOOKS[severity];
  const isDoubt = kind === 'awb_in_doubt';
  return (
    <StateChip tone={tone} icon={isDoubt ? DoubtIcon : icon} outlined={isDoubt}>
      {message(`dashboard.attention.kinds.${kind}`)}
    </StateChip>
  );
};

/** The next act on a row: done from here where one dialog is enough, else the page where it is done. */
const NextAct = ({ item }: { item: AttentionItem }) => {
  const message = useMessage();
  const canAct = useCanAct();
  const acts = useOrderActs();
  const [dialog, setDialog] = useState<'resolve' | 'awb' | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { account_type, order_id, next_action, link } = item;
  const order = account_type !== null && order_id !== null ? { account_type, emag_order_id: order_id } : null;
  const close = () => setDialog(null);

  if (canAct && order && next_action === 'resolve_awb') {
    return (
      <>
        <Button variant="contained" color="error" onClick={() => setDialog('resolve')}>
          {message('orders.act.resolve')}
        </Button>
        {dialog && <ResolveDialog order={order} onClose={close} />}
      </>
    );
  }
  if (canAct && order && next_action === 'generate_awb') {
    return (
      <>
        <Button variant="outlined" onClick={() => setDialog('awb')}>
          {message('orders.act.awb')}
        </Button>
        {dialog && <AwbDialog orderId={`${order.account_type}-${order.emag_order_id}`} onClose={close} />}
      </>
    );
  }
  if (canAct && order && next_action === 'acknowledge') {
    const acknowledge = async () => {
      setAsked(true);
      await acts.acknowledge(order);
      setAsked(false);
    };
    return (
      <Button variant="outlined" disabled={isAsked} onClick={() => void acknowledge()}>
        {message('orders.act.acknowledge')}
      </Button>
    );
  }
  return (
    <Button variant="outlined" component={Link} to={link}>
      {message(canAct ? `dashboard.attention.acts.${next_action}` : 'common.open')}
    </Button>
  );
};

const Row = ({ item }: { item: AttentionItem }) => {
  const message = useMessage();
  const word = useWord();
  const { account_type, order_id, link, kind, since, deadline, code, detail } = item;
  const said = detail ?? (code === null ? null : word('code', code));
  const hint = said !== null && kind === 'awb_in_doubt' ? word('awbs.doubt_reason', said) : said;
  return (
    <Box
      component="li"
      data-attention={item.id}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr auto', md: '210px 220px minmax(0, 1fr) 180px' },
        gap: { xs: 0.75, md: 2 },
        alignItems: 'center',
        px: 2,
        py: 1,
        '&:not(:last-of-type)': { borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <div>
        <KindChip {...item} />
      </div>
      <Box sx={{ fontSize: '0.8125rem', textAlign: { xs: 'right', md: 'left' } }}>
        <MuiLink component={Link} to={link} sx={{ fontWeight: 600 }}>
          {order_id ?? account_type ?? message('common.open')}
        </MuiLink>
        {account_type !== null && order_id !== null && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' '}
            · {account_type}
          </Box>
        )}
      </Box>
      <Box
        sx={{
          fontSize: '0.8125rem',
          color: 'text.secondary',
          overflowWrap: 'anywhere',
        }}
      >
        {hint && <Box sx={{ color: 'text.primary' }}>{hint}</Box>}
        {deadline !== null && (
          <>
            {message('dashboard.attention.deadline')} <Deadline at={deadline} />
          </>
        )}
        {deadline !== null && kind !== 'late' && ' · '}
        {kind !== 'late' && (
          <>
            {message('dashboard.attention.since')} <RelativeTime at={since} />
          </>
        )}
      </Box>
      <Box sx={{ textAlign: 'right' }}>
        <NextAct item={item} />
      </Box>
    </Box>
  );
};

/** Work that waits for a person, each row with its next act. */
export const AttentionRows = ({ items }: { items: readonly AttentionItem[] }) => (
  <Card component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
    {items.map((item) => (
      <Row key={item.id} item={item} />
    ))}
  </Card>
);
