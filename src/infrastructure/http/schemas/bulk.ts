import { z } from 'zod';
import { accountTypeField, idField, orderIdField } from '../params.js';
import { awbParameters } from './shipping.js';

/** Orders of one bulk command (contract §1). */
const MOST_ITEMS = 1_000;

const orderIds = z
  .array(orderIdField)
  .min(1)
  .max(MOST_ITEMS)
  .meta({ description: 'Orders, 1 to 1,000; one that is named twice is done once' });

/** Acknowledge and invoice. */
export const bulkOrdersBody = z
  .strictObject({ account_type: accountTypeField, order_ids: orderIds })
  .meta({ id: 'BulkOrders' });

export const bulkAwbsBody = z
  .strictObject({
    account_type: accountTypeField,
    courier_account_id: idField.optional().meta({ description: 'For every order that names none itself' }),
    orders: z
      .array(z.strictObject({ order_id: orderIdField, account_type: accountTypeField, ...awbParameters }))
      .min(1)
      .max(MOST_ITEMS)
      .meta({
        description: 'Orders, 1 to 1,000, each as a single AWB is asked for; the first mention of an order counts',
      }),
  })
  .meta({ id: 'BulkAwbs' });
