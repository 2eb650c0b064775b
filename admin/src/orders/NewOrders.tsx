import { useListContext } from 'react-admin';
import { WaitingPill } from '../common/LiveRows.js';
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
  const text = hasMore ? message('orders.list_changed') : message('orders.new_orders', { smart_count: arrived.length });
  return <WaitingPill text={hasMore || arrived.length > 0 ? text : null} onLoad={load} />;
};
