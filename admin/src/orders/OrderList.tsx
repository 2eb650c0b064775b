import OrdersIcon from '@mui/icons-material/ShoppingBagOutlined';
import { Box, Button, useMediaQuery, type Theme } from '@mui/material';
import { ColumnsButton, ListBase, useListContext } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { EmptyState } from '../common/EmptyState.js';
import { ExportButton } from '../common/ExportButton.js';
import { ListWithPreview } from '../common/ListWithPreview.js';
import { ListStates } from '../common/ListStates.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { useMessage } from '../i18n/useMessage.js';
import { AwbDialog } from './AwbDialog.js';
import { InvoiceDialog } from './InvoiceDialog.js';
import { OrderCards } from './OrderCards.js';
import { OrderFilterBar } from './OrderFilterBar.js';
import { tabOf } from './orderFilters.js';
import type { OrderRow } from './orderRecord.js';
import { OrderPreview } from './OrderPreview.js';
import { besidePreview, OrderTable } from './OrderTable.js';
import { OrderTabs } from './OrderTabs.js';
import { NewOrders } from './NewOrders.js';
import { useOrderKeyboard } from './useOrderKeyboard.js';

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

const OrdersView = ({ account }: { account: string | undefined }) => {
  const message = useMessage();
  const navigate = useNavigate();
  const isPhone = useMediaQuery<Theme>(({ breakpoints }) => breakpoints.down('md'));
  const open = (id: string) => void navigate(`/orders/${id}`);
  const { cursor, setCursor, row, dialog, closeDialog } = useOrderKeyboard(open);

  return (
    <>
      <PageHeader title={message('orders.title')}>
        <ExportButton name="orders" />
        {!isPhone && <ColumnsButton />}
      </PageHeader>
      <OrderTabs />
      <OrderFilterBar />
      <NewOrders account={account} />
      <ListWithPreview
        title={row ? message('orders.one', { id: row.emag_order_id }) : null}
        onClose={() => setCursor(null)}
        preview={row && <OrderPreview key={row.id} row={row} />}
      >
        <ListStates empty={<NoOrders />}>
          {isPhone ? (
            <OrderCards />
          ) : (
            <Box sx={row ? besidePreview : {}}>
              <OrderTable cursor={cursor} onOpen={(id) => (id === cursor ? open(id) : setCursor(id))} />
            </Box>
          )}
        </ListStates>
      </ListWithPreview>
      {dialog?.verb === 'awb' && <AwbDialog orderId={dialog.order.id} onClose={closeDialog} />}
      {dialog?.verb === 'invoice' && <InvoiceDialog order={dialog.order} onClose={closeDialog} />}
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
