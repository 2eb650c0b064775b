import InvoiceIcon from '@mui/icons-material/ReceiptLongOutlined';
import { Skeleton, Typography } from '@mui/material';
import { useMemo } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { CountedTabs } from '../common/CountedTabs.js';
import { dayBefore } from '../common/days.js';
import { PageHeader } from '../common/PageHeader.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useListCounts, type CountedList } from '../common/useListCounts.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { InvoicePreview, useInvoiceData } from '../orders/InvoicePreview.js';
import { tabFilters } from '../orders/orderFilters.js';
import { OrderQueue } from '../orders/OrderQueue.js';
import type { OrderRow } from '../orders/orderRecord.js';
import { INVOICE_TABS, isInvoiceTab, ISSUED, REFUSED, STORNOS, type InvoiceTab } from './invoiceRecord.js';
import { InvoiceList } from './InvoiceList.js';
import { RefusedList } from './RefusedList.js';
import { useIssuedToday } from './useIssuedToday.js';
import { useSeries } from './useSeries.js';

const PATH = '/emag/invoices';

/** The number that the next invoice gets, per series of the accounts shown. */
const NextNumbers = () => {
  const message = useMessage();
  const [account] = useAccountScope();
  const series = useSeries().filter(({ accounts }) => account === undefined || accounts.includes(account));
  return series.map(({ series: name, next_number }) => (
    <Typography key={name} variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
      {message('invoices.next', { series: name, number: next_number })}
    </Typography>
  ));
};

const Today = () => {
  const message = useMessage();
  const formats = useFormats();
  const { data } = useIssuedToday(dayBefore(0));
  if (!data) return null;
  const value = data.values.map(({ currency, gross }) => formats.money(gross, currency)).join(' + ');
  return (
    <Typography variant="body2" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
      {message('invoices.today', { smart_count: data.count })}
      {value && ` · ${value}`}
    </Typography>
  );
};

const BeforeIssue = ({ order }: { order: OrderRow }) => {
  const { data, error, refetch } = useInvoiceData(order);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return data ? <InvoicePreview data={data} /> : <Skeleton variant="rounded" height={220} />;
};

/** Invoices: what still has none, what was issued, what was refused, and what was taken back. */
export const InvoicePage = () => {
  const message = useMessage();
  const navigate = useNavigate();
  const { tab: wanted } = useParams();
  const [search] = useSearchParams();
  const toIssue = useMemo(() => tabFilters().invoice, []);
  const lists: Readonly<Record<InvoiceTab, CountedList>> = {
    issue: { resource: 'orders', filter: toIssue },
    issued: { resource: 'invoices', filter: ISSUED },
    refused: { resource: 'attention', filter: REFUSED },
    storno: { resource: 'invoices', filter: STORNOS },
  };
  const counts = useListCounts(INVOICE_TABS.map((tab) => lists[tab]));
  const asked = search.get('tab');
  if (asked !== null) return <Navigate to={`${PATH}/${asked}`} replace />;
  const tab = isInvoiceTab(wanted) ? wanted : 'issue';
  return (
    <>
      <PageHeader title={message('invoices.title')}>
        <Today />
        <NextNumbers />
      </PageHeader>
      <CountedTabs
        current={tab}
        tabs={INVOICE_TABS.map((value, index) => ({
          value,
          label: message(`invoices.tabs.${value}`),
          count: counts[index],
        }))}
        onChange={(next) => void navigate(next === 'issue' ? PATH : `${PATH}/${next}`)}
      />
      {tab === 'issue' && (
        <OrderQueue
          verb="invoice"
          filter={toIssue}
          icon={InvoiceIcon}
          hint={message('invoices.choose_order')}
          preview={(order) => <BeforeIssue key={order.id} order={order} />}
        />
      )}
      {tab === 'issued' && <InvoiceList key="issued" filter={ISSUED} empty="invoices.empty.issued" />}
      {tab === 'refused' && <RefusedList />}
      {tab === 'storno' && <InvoiceList key="storno" filter={STORNOS} empty="invoices.empty.storno" />}
    </>
  );
};
