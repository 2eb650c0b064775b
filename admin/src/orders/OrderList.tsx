import RefreshIcon from '@mui/icons-material/ArrowUpward';
import OrdersIcon from '@mui/icons-material/ShoppingBagOutlined';
import { Box, Button, useMediaQuery, type Theme } from '@mui/material';
import { useEffect, useState } from 'react';
import { ColumnsButton, ListBase, useListContext } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { useOrderActs } from '../acts/useOrderActs.js';
import { useAccountScope } from '../common/AccountScope.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { useShortcuts } from '../layout/useShortcuts.js';
import { AwbDialog } from './AwbDialog.js';
import { InvoiceDialog } from './InvoiceDialog.js';
import { OrderCards } from './OrderCards.js';
import { OrderFilterBar } from './OrderFilterBar.js';
import { tabOf } from './orderFilters.js';
import type { OrderRow } from './orderRecord.js';
import { likelyActions } from './orderRules.js';
import { OrderTable } from './OrderTable.js';
import { OrderTabs } from './OrderTabs.js';
import { useOrdersLive } from './useOrdersLive.js';

const NoOrders = () => {
  const message = useMessage();
  const { filterValues, setFilters } = useListContext<OrderRow>();
  const tab = filterValues['q'] ? null : tabOf(filterValues);
  if (tab === 'all') {
    return (
      <EmptyState
        icon={OrdersIcon}
        title={message('orders.none')}
        hint={message('orders.none_hint')}
        action={
          <Button component={Link} to="/emag" variant="contained">
            {message('orders.none_action')}
          </Button>
        }
      />
    );
  }
  if (tab !== null) {
    return (
      <EmptyState icon={OrdersIcon} title={message('orders.queue_empty')} hint={message('orders.queue_empty_hint')} />
    );
  }
  return (
    <EmptyState
      icon={OrdersIcon}
      title={message('orders.none_filtered')}
      hint={message('orders.none_filtered_hint')}
      action={
        <Button variant="outlined" onClick={() => setFilters({})}>
          {message('common.clear')}
        </Button>
      }
    />
  );
};

/** New rows do not push: they wait behind this until somebody wants them. */
const NewOrders = ({ account }: { account: string | undefined }) => {
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

const useKeyboard = (onOpen: (id: string) => void) => {
  const canAct = useCanAct();
  const acts = useOrderActs();
  const { data = [], onToggleItem } = useListContext<OrderRow>();
  const [cursor, setCursor] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'awb' | 'invoice' | null>(null);
  const index = data.findIndex(({ id }) => id === cursor);
  const row = data[index];

  const move = (step: number) => () => {
    const next = data[Math.min(data.length - 1, Math.max(0, index + step))];
    if (next) setCursor(next.id);
  };
  const may = (action: 'acknowledge' | 'awb' | 'invoice'): boolean =>
    canAct && row !== undefined && likelyActions(row).includes(action);

  useShortcuts({
    j: move(1),
    k: move(-1),
    x: row && (() => onToggleItem(row.id)),
    o: row && (() => onOpen(row.id)),
    Enter: row && (() => onOpen(row.id)),
    a: row && may('acknowledge') ? () => void acts.acknowledge(row) : undefined,
    w: may('awb') ? () => setDialog('awb') : undefined,
    i: may('invoice') ? () => setDialog('invoice') : undefined,
  });

  useEffect(() => {
    document.querySelector(`[data-cursor="${cursor}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);

  return { cursor, row, dialog, closeDialog: () => setDialog(null) };
};

const OrdersView = ({ account }: { account: string | undefined }) => {
  const message = useMessage();
  const navigate = useNavigate();
  const isPhone = useMediaQuery<Theme>(({ breakpoints }) => breakpoints.down('md'));
  const open = (id: string) => void navigate(`/orders/${id}`);
  const { cursor, row, dialog, closeDialog } = useKeyboard(open);

  return (
    <>
      <PageHeader title={message('orders.title')}>{!isPhone && <ColumnsButton />}</PageHeader>
      <OrderTabs />
      <OrderFilterBar />
      <NewOrders account={account} />
      <ListStates empty={<NoOrders />}>
        {isPhone ? <OrderCards /> : <OrderTable cursor={cursor} onOpen={open} />}
      </ListStates>
      {row && dialog === 'awb' && <AwbDialog orderId={row.id} onClose={closeDialog} />}
      {row && dialog === 'invoice' && <InvoiceDialog order={row} onClose={closeDialog} />}
    </>
  );
};

export const OrderList = () => {
  const [account] = useAccountScope();
  return (
    <ListBase<OrderRow>
      resource="orders"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'order_date', order: 'DESC' }}
      filter={account ? { account_type: account } : {}}
      storeKey="magflow.orders"
    >
      <OrdersView account={account} />
    </ListBase>
  );
};
