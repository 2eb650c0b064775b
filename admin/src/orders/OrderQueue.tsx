import { Box, Button, type SvgIconProps } from '@mui/material';
import { useMemo, type ComponentType, type ReactNode } from 'react';
import { ListBase } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { EmptyState } from '../common/EmptyState.js';
import { ListStates } from '../common/ListStates.js';
import { ListWithPreview } from '../common/ListWithPreview.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useMessage } from '../i18n/useMessage.js';
import { AwbDialog } from './AwbDialog.js';
import { InvoiceDialog } from './InvoiceDialog.js';
import { NewOrders } from './NewOrders.js';
import { OrderCards } from './OrderCards.js';
import type { OrderFilters } from './orderFilters.js';
import type { OrderRow } from './orderRecord.js';
import { besidePreview, OrderTable } from './OrderTable.js';
import { useOrderKeyboard } from './useOrderKeyboard.js';

interface OrderQueueProps {
  readonly verb: 'awb' | 'invoice';
  readonly filter: OrderFilters;
  readonly icon: ComponentType<SvgIconProps>;
  /** Says what is shown beside the list once an order is chosen. */
  readonly hint: string;
  /** What one needs to know of an order before the verb. */
  readonly preview: (order: OrderRow) => ReactNode;
}

const Queue = ({ verb, icon, hint, preview, account }: OrderQueueProps & { account: string | undefined }) => {
  const message = useMessage();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const openPage = (id: string) => void navigate(`/orders/${id}`);
  const { cursor, setCursor, row, may, dialog, openDialog, closeDialog } = useOrderKeyboard(openPage);
  return (
    <>
      <NewOrders account={account} />
      <Box sx={{ pt: 1.5 }}>
        <ListWithPreview
          title={row ? message('orders.one', { id: row.emag_order_id }) : null}
          hint={hint}
          onClose={() => setCursor(null)}
          preview={
            row && (
              <>
                {may(verb) && (
                  <Button variant="contained" onClick={() => openDialog(verb)}>
                    {message(`orders.act.${verb}`)}
                  </Button>
                )}
                {preview(row)}
                <Button variant="outlined" onClick={() => openPage(row.id)}>
                  {message('orders.open_page')}
                </Button>
              </>
            )
          }
        >
          <ListStates
            empty={
              <EmptyState icon={icon} title={message('orders.queue_empty')} hint={message('orders.queue_empty_hint')} />
            }
          >
            {isPhone ? (
              <OrderCards />
            ) : (
              <Box sx={besidePreview}>
                <OrderTable cursor={cursor} onOpen={(id) => (id === cursor ? openPage(id) : setCursor(id))} />
              </Box>
            )}
          </ListStates>
        </ListWithPreview>
      </Box>
      {dialog?.verb === 'awb' && <AwbDialog orderId={dialog.order.id} onClose={closeDialog} />}
      {dialog?.verb === 'invoice' && <InvoiceDialog order={dialog.order} onClose={closeDialog} />}
    </>
  );
};

/** Orders that wait for one verb, oldest first: a click shows an order beside the list, a second one opens its page. */
export const OrderQueue = (props: OrderQueueProps) => {
  const [account] = useAccountScope();
  const filter = useMemo(
    () => ({ ...props.filter, ...(account && { account_type: account }) }),
    [props.filter, account],
  );
  return (
    <ListBase<OrderRow>
      resource="orders"
      queryOptions={saidOnPage}
      perPage={50}
      sort={{ field: 'order_date', order: 'ASC' }}
      filter={filter}
      storeKey={false}
    >
      <Queue {...props} account={account} />
    </ListBase>
  );
};
