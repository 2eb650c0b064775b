import AwbIcon from '@mui/icons-material/LocalShippingOutlined';
import { useMemo } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { CountedTabs } from '../common/CountedTabs.js';
import { dayBefore } from '../common/days.js';
import { PageHeader } from '../common/PageHeader.js';
import { useListCounts } from '../common/useListCounts.js';
import { useMessage } from '../i18n/useMessage.js';
import { OrderEssentials } from '../orders/OrderEssentials.js';
import { tabFilters } from '../orders/orderFilters.js';
import { OrderQueue } from '../orders/OrderQueue.js';
import { AWB_TABS, awbFilters, isAwbTab } from './awbRecord.js';
import { AwbLabel } from './AwbLabel.js';
import { AwbList } from './AwbList.js';

const PATH = '/emag/awb';

/** Parcels: what still needs an AWB, what nobody knows, what was issued and where it is. */
export const AwbPage = () => {
  const message = useMessage();
  const navigate = useNavigate();
  const { tab: wanted } = useParams();
  const [search] = useSearchParams();
  const ship = useMemo(() => tabFilters().ship, []);
  const filters = useMemo(() => awbFilters(dayBefore(0)), []);
  const counts = useListCounts(
    AWB_TABS.map((tab) =>
      tab === 'ready' ? { resource: 'orders', filter: ship } : { resource: 'awbs', filter: filters[tab] },
    ),
  );
  const asked = search.get('tab');
  if (asked !== null) return <Navigate to={`${PATH}/${asked}`} replace />;
  const tab = isAwbTab(wanted) ? wanted : 'ready';
  return (
    <>
      <PageHeader title={message('awbs.title')} />
      <CountedTabs
        current={tab}
        tabs={AWB_TABS.map((value, index) => ({ value, label: message(`awbs.tabs.${value}`), count: counts[index] }))}
        onChange={(next) => void navigate(next === 'ready' ? PATH : `${PATH}/${next}`)}
      />
      {tab === 'ready' ? (
        <OrderQueue
          verb="awb"
          filter={ship}
          icon={AwbIcon}
          hint={message('awbs.choose_order')}
          preview={(order) => (
            <>
              {order.awb_number && (
                <AwbLabel key={order.awb_number} account={order.account_type} number={order.awb_number} />
              )}
              <OrderEssentials order={order} />
            </>
          )}
        />
      ) : (
        <AwbList key={tab} tab={tab} filter={filters[tab]} />
      )}
    </>
  );
};
