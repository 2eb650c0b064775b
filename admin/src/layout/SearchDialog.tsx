import { keepPreviousData, useQuery } from '@tanstack/react-query';
import SearchIcon from '@mui/icons-material/Search';
import { Box, Dialog, InputBase, List, ListItemButton, ListSubheader, Typography } from '@mui/material';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { useDataProvider } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { Money } from '../common/Money.js';
import { OrderStatusChip } from '../common/StateChip.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderRow } from '../orders/orderRecord.js';
import type { ProductRow } from '../products/productRecord.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';

const SHOWN = 6;
const SHORTEST = 2;

const first = (q: string, account: string | undefined) => ({
  pagination: { page: 1, perPage: SHOWN },
  sort: { field: '', order: 'ASC' as const },
  filter: { q, ...(account && { account_type: account }) },
});

const useFound = (q: string) => {
  const provider = useDataProvider<MagflowDataProvider>();
  const [account] = useAccountScope();
  return useQuery({
    queryKey: ['search', q, account],
    enabled: q.length >= SHORTEST,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const [orders, products] = await Promise.all([
        provider.getList<OrderRow>('orders', first(q, account)),
        provider.getList<ProductRow>('products', first(q, account)),
      ]);
      return { orders: orders.data, products: products.data };
    },
  });
};

const SearchPanel = ({ onClose }: { onClose: () => void }) => {
  const message = useMessage();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const q = useDeferredValue(text.trim());
  const { data, isFetching } = useFound(q);
  const orders = q.length >= SHORTEST ? (data?.orders ?? []) : [];
  const products = q.length >= SHORTEST ? (data?.products ?? []) : [];
  const targets = [
    ...orders.map(({ id }) => `/orders/${id}`),
    ...products.map(({ sku }) => `/products?filter=${encodeURIComponent(JSON.stringify({ q: sku }))}`),
  ];

  const go = (to: string | undefined) => {
    if (!to) return;
    onClose();
    void navigate(to);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((now) => Math.min(Math.max(0, now + step), Math.max(0, targets.length - 1)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(targets[chosen]);
    }
  };

  const option = (index: number) => ({
    id: `found-${index}`,
    role: 'option',
    selected: index === chosen,
    'aria-selected': index === chosen,
    onClick: () => go(targets[index]),
    sx: { gap: 1.5, py: 0.5 },
  });

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
            'aria-expanded': targets.length > 0,
            'aria-controls': 'found',
            'aria-activedescendant': targets.length > 0 ? `found-${chosen}` : undefined,
          }}
        />
      </Box>
      <List id="found" role="listbox" dense sx={{ minHeight: 160, maxHeight: '60vh', overflowY: 'auto', py: 0 }}>
        {orders.length > 0 && <ListSubheader sx={{ lineHeight: '32px' }}>{message('search.orders')}</ListSubheader>}
        {orders.map((order, index) => (
          <ListItemButton key={order.id} {...option(index)}>
            <Typography variant="body2" sx={{ fontWeight: 600, minWidth: 96 }}>
              {order.emag_order_id}
            </Typography>
            <Typography variant="body2" noWrap sx={{ flex: 1, minWidth: 0 }}>
              {order.customer_name}
            </Typography>
            <Box sx={{ display: { xs: 'none', sm: 'block' }, fontSize: '0.8125rem' }}>
              <Money amount={order.total_amount} currency={order.currency} />
            </Box>
            <OrderStatusChip status={order.status_name} />
          </ListItemButton>
        ))}
        {products.length > 0 && <ListSubheader sx={{ lineHeight: '32px' }}>{message('search.products')}</ListSubheader>}
        {products.map((product, index) => (
          <ListItemButton key={`${product.account_type}-${product.id}`} {...option(orders.length + index)}>
            <Typography variant="body2" sx={{ fontWeight: 600, minWidth: 96 }}>
              {product.sku}
            </Typography>
            <Typography variant="body2" noWrap sx={{ flex: 1, minWidth: 0 }}>
              {product.name}
            </Typography>
          </ListItemButton>
        ))}
        {targets.length === 0 && (
          <Typography variant="body2" sx={{ p: 3, textAlign: 'center', color: 'text.secondary' }}>
            {q.length < SHORTEST
              ? message('search.hint')
              : isFetching
                ? message('common.loading')
                : message('search.none', { q })}
          </Typography>
        )}
      </List>
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
export const SearchDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Dialog
    open={open}
    onClose={onClose}
    fullWidth
    maxWidth="sm"
    sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
  >
    <SearchPanel onClose={onClose} />
  </Dialog>
);
