import RefreshIcon from '@mui/icons-material/ArrowUpward';
import { Box, Button } from '@mui/material';
import { useListContext } from 'react-admin';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderRow } from './orderRecord.js';
import { useOrdersLive } from './useOrdersLive.js';

/** New rows do not push: they wait behind this until somebody wants them. */
export const NewOrders = ({ account }: { account: string | undefined }) => {
  const message = useMessage();
  const { refetch, setPage, page } = useListContext<OrderRow>();
  const { arrived, hasMore, clear } = useOrdersLive(account);
  const load = () => {
    clear();
    if (page === 1) refetch();
    else setPage(1);
  };
  return (
    <Box aria-live="polite" sx={{ display: 'flex', justifyContent: 'center' }}>
      {(arrived.length > 0 || hasMore) && (
        <Button
          variant="contained"
          startIcon={<RefreshIcon />}
          onClick={load}
          data-testid="new-orders"
          sx={{ my: 1, borderRadius: 99 }}
        >
          {hasMore ? message('orders.list_changed') : message('orders.new_orders', { smart_count: arrived.length })}
        </Button>
      )}
    </Box>
  );
};
