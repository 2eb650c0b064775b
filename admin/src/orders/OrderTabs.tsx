import { useMemo } from 'react';
import { useListContext } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { CountedTabs } from '../common/CountedTabs.js';
import { useListCounts } from '../common/useListCounts.js';
import { useMessage } from '../i18n/useMessage.js';
import { tabFilters, tabOf, type OrderTab } from './orderFilters.js';

const TABS: readonly OrderTab[] = ['confirm', 'ship', 'invoice', 'open', 'all'];

/** Whether their parcel is paid for, nobody knows: while there are any, they come first. */
const IN_DOUBT = { resource: 'awbs', filter: { status: ['in_doubt'] } } as const;

export const OrderTabs = () => {
  const message = useMessage();
  const { filterValues, setFilters } = useListContext();
  const filters = useMemo(() => tabFilters(), []);
  const navigate = useNavigate();
  const [doubt, ...counts] = useListCounts([
    IN_DOUBT,
    ...TABS.map((tab) => ({ resource: 'orders', filter: filters[tab] })),
  ]);
  const tabs = TABS.map((value, index) => ({ value, label: message(`orders.tabs.${value}`), count: counts[index] }));
  return (
    <CountedTabs<OrderTab | 'doubt'>
      current={tabOf(filterValues)}
      tabs={
        doubt && doubt.total > 0
          ? [{ value: 'doubt', label: message('orders.tabs.doubt'), count: doubt }, ...tabs]
          : tabs
      }
      onChange={(tab) => {
        if (tab === 'doubt') void navigate('/emag/awb/doubt');
        else setFilters({ ...filters[tab], ...(filterValues['q'] && { q: filterValues['q'] }) });
      }}
    />
  );
};
