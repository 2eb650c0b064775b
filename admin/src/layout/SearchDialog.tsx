import SearchIcon from '@mui/icons-material/Search';
import { Box, Dialog, InputBase, List, ListItemButton, ListSubheader, Typography } from '@mui/material';
import { Fragment, useDeferredValue, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { Money } from '../common/Money.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { AwbStateChip, OrderStatusChip } from '../common/StateChip.js';
import { useMessage } from '../i18n/useMessage.js';
import { SHORTEST, useFound } from './useFound.js';

type GroupName = 'orders' | 'customers' | 'awbs' | 'invoices' | 'products';

interface Hit {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  readonly text: ReactNode;
  readonly aside: ReactNode;
}

interface Group {
  readonly name: GroupName;
  readonly hits: readonly Hit[];
}

const orderPage = ({ account_type, order_id }: { account_type: string; order_id: string }): string =>
  `/orders/${account_type}-${order_id}`;

const groupsOf = ({ orders, customers, awbs, invoices, products }: ReturnType<typeof useFound>): readonly Group[] => {
  const groups: readonly Group[] = [
    {
      name: 'orders',
      hits: orders.map((order) => ({
        id: order.id,
        to: `/orders/${order.id}`,
        name: order.emag_order_id,
        text: order.customer_name,
        aside: (
          <>
            <Box sx={{ display: { xs: 'none', sm: 'block' }, fontSize: '0.8125rem' }}>
              <Money amount={order.total_amount} currency={order.currency} />
            </Box>
            <OrderStatusChip status={order.status_name} />
          </>
        ),
      })),
    },
    {
      name: 'customers',
      hits: customers.map(({ id, name, phone, city }) => ({
        id,
        to: `/customers/${id}`,
        name,
        text: [phone, city].filter(Boolean).join(' · '),
        aside: null,
      })),
    },
    {
      name: 'awbs',
      hits: awbs.map((awb) => ({
        id: `${orderPage(awb)}-${awb.awb_number ?? ''}`,
        to: orderPage(awb),
        name: awb.awb_number ?? awb.order_id,
        text: awb.courier_name,
        aside: <AwbStateChip state={awb.status} />,
      })),
    },
    {
      name: 'invoices',
      hits: invoices.map((invoice) => ({
        id: invoice.number,
        to: orderPage(invoice),
        name: invoice.number,
        text: invoice.order_id,
        aside: (
          <Box sx={{ fontSize: '0.8125rem' }}>
            <Money amount={invoice.total_gross} currency={invoice.currency} />
          </Box>
        ),
      })),
    },
    {
      name: 'products',
      hits: products.map(({ id, sku, name }) => ({
        id,
        to: `/products?filter=${encodeURIComponent(JSON.stringify({ q: sku ?? name }))}`,
        name: sku ?? id,
        text: name,
        aside: null,
      })),
    },
  ];
  return groups.filter(({ hits }) => hits.length > 0);
};

const SearchPanel = ({ onClose }: { onClose: () => void }) => {
  const message = useMessage();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const q = useDeferredValue(text.trim());
  const found = useFound(q);
  const groups = groupsOf(found);
  const hits = groups.flatMap((group) => group.hits);

  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate(hit.to);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(0, chosen + step), Math.max(0, hits.length - 1));
      setChosen(next);
      document.getElementById(`found-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(hits[chosen]);
    }
  };

  return (
    <>
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}
      >
        <SearchIcon sx={{ color: 'text.secondary' }} aria-hidden />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={message('search.placeholder')}
          inputProps={{
            role: 'combobox',
            'aria-label': message('search.title'),
            'aria-expanded': hits.length > 0,
            'aria-controls': 'found',
            'aria-activedescendant': hits.length > 0 ? `found-${chosen}` : undefined,
          }}
        />
      </Box>
      <Box sx={{ minHeight: 160, maxHeight: '60vh', overflowY: 'auto' }}>
        <List id="found" role="listbox" aria-label={message('search.title')} dense sx={{ py: 0 }}>
          {groups.map((group) => (
            <Fragment key={group.name}>
              <ListSubheader role="presentation" sx={{ lineHeight: '32px' }}>
                {message(`search.${group.name}`)}
              </ListSubheader>
              {group.hits.map((hit) => {
                const index = hits.indexOf(hit);
                return (
                  <ListItemButton
                    key={hit.id}
                    id={`found-${index}`}
                    role="option"
                    data-found={group.name}
                    selected={index === chosen}
                    aria-selected={index === chosen}
                    onClick={() => go(hit)}
                    sx={{ gap: 1.5, py: 0.5 }}
                  >
                    <Typography variant="body2" noWrap sx={{ fontWeight: 600, minWidth: 96, maxWidth: '55%' }}>
                      {hit.name}
                    </Typography>
                    <Typography variant="body2" noWrap sx={{ flex: 1, minWidth: 0, color: 'text.secondary' }}>
                      {hit.text}
                    </Typography>
                    {hit.aside}
                  </ListItemButton>
                );
              })}
            </Fragment>
          ))}
        </List>
        {found.error && (
          <Box sx={{ p: 1 }}>
            <ProblemNotice error={found.error} />
          </Box>
        )}
        {hits.length === 0 && !found.error && (
          <Typography variant="body2" role="status" sx={{ p: 3, textAlign: 'center', color: 'text.secondary' }}>
            {q.length < SHORTEST
              ? message('search.hint')
              : found.isFetching
                ? message('common.loading')
                : message('search.none', { q })}
          </Typography>
        )}
      </Box>
      <Typography
        variant="caption"
        sx={{ display: 'block', px: 2, py: 0.75, borderTop: 1, borderColor: 'divider', color: 'text.secondary' }}
      >
        {message('search.keys')}
      </Typography>
    </>
  );
};

/** Search over everything; the list is grouped, arrow keys walk it, Enter opens. */
export const SearchDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const message = useMessage();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { 'aria-label': message('search.title') } }}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <SearchPanel onClose={onClose} />
    </Dialog>
  );
};
