import { z } from 'zod';
import { ORDER_STATUSES } from '../../../domain/order/orderFacts.js';
import { ATTENTIONS, NEXT_ACTIONS } from '../../../projections/orderList/attentionQueries.js';
import { CUSTOMER_SORTS, CUSTOMER_TIERS } from '../../../projections/orderList/customerQueries.js';
import { SALES_GROUPS, SALES_SORTS } from '../../../projections/orderList/salesQueries.js';
import { listFields } from '../lists.js';
import { accountTypeField, booleanQuery, repeatedQuery } from '../params.js';
import { dayField } from '../period.js';

const amount = z.string().regex(/^-?\d+\.\d{2}$/);
const lowerBound = z.literal(true).optional();

export const customerListQuery = z.strictObject({
  account_type: accountTypeField,
  tier: repeatedQuery(z.enum(CUSTOMER_TIERS), 'Tier').optional(),
  has_returns: booleanQuery('Something of theirs came back').optional(),
  ...listFields(CUSTOMER_SORTS),
});

export const customerQuery = z.strictObject({
  account_type: accountTypeField,
  ...listFields(['order_date']),
});

const customer = {
  id: z.string().meta({ description: "The marketplace's id of the customer" }),
  name: z.string(),
  company: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  city: z.string().nullable(),
  county: z.string().nullable(),
  country: z.string().nullable(),
  accounts: z.array(z.string()).meta({ description: 'Accounts that they bought from' }),
  tier: z.enum(CUSTOMER_TIERS).meta({
    description: 'By orders that stand: vip from 10, loyal from 5, returning from 2, new 1, none 0',
  }),
  orders: z.int().meta({ description: 'All their orders, whatever became of them' }),
  canceled: z.int(),
  returns: z.int().meta({ description: 'Orders that came back' }),
  spend: z
    .array(z.object({ currency: z.string(), orders: z.int(), amount }))
    .meta({ description: 'Gross, of orders neither cancelled nor returned; currencies are never added' }),
  first_order_at: z.iso.datetime(),
  last_order_at: z.iso.datetime(),
  last_order_id: z.string(),
};

export const customerSchema = z.object(customer).meta({ id: 'Customer' });

/** What stands beside the orders in a customer's answer. */
export const customerMembers = customer;

export const attentionListQuery = z.strictObject({
  account_type: accountTypeField,
  kind: repeatedQuery(z.enum(ATTENTIONS), 'Kind of trouble').optional(),
  ...listFields(['priority']),
});

export const attentionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(ATTENTIONS),
    severity: z.enum(['critical', 'warning', 'info']),
    account_type: z.string().nullable(),
    order_id: z.string().nullable(),
    order_date: z.iso.datetime().nullable(),
    since: z.iso.datetime(),
    deadline: z.iso.datetime().nullable().meta({ description: 'When the parcel must be with the courier' }),
    code: z.string().nullable(),
    detail: z.string().nullable().meta({ description: "The marketplace's own words where there are any" }),
    next_action: z.enum(NEXT_ACTIONS),
    link: z.string().meta({ description: 'Page of the panel' }),
  })
  .meta({ id: 'AttentionItem' });

export const attentionCountsSchema = {
  counts: z.array(z.object({ kind: z.enum(ATTENTIONS), count: z.int(), count_is_lower_bound: lowerBound })),
};

const range = { account_type: accountTypeField, from: dayField.optional(), to: dayField.optional() };

export const salesReportQuery = z.strictObject({
  ...range,
  group_by: z.enum(SALES_GROUPS).optional().meta({ description: 'What is summed together; day when absent' }),
  ...listFields(SALES_SORTS),
});

export const productReportQuery = z.strictObject({ ...range, ...listFields(SALES_SORTS) });

export const orderSummaryQuery = z.strictObject({ ...range, ...listFields(['account_type', 'status', 'orders']) });

export const salesRowSchema = z
  .object({
    group: z.string().meta({
      description: 'Day `2026-03-01`, ISO week `2026-W09`, month `2026-03`, account key, category id or SKU',
    }),
    label: z.string().meta({ description: 'Name of the category or product; otherwise the same' }),
    currency: z.string(),
    orders: z.int().meta({ description: 'Neither cancelled nor returned' }),
    units: z.int(),
    net: amount,
    vat: amount,
    gross: amount,
    average: amount.nullable().meta({ description: 'Gross of one order' }),
    canceled: z.int(),
    returned: z.int(),
  })
  .meta({ id: 'SalesReportRow' });

export const orderSummaryRowSchema = z
  .object({
    account_type: z.string(),
    status: z.int().min(0).max(5),
    status_name: z.enum(ORDER_STATUSES),
    currency: z.string(),
    orders: z.int(),
    units: z.int(),
    net: amount,
    vat: amount,
    gross: amount,
  })
  .meta({ id: 'OrderSummaryRow' });

export const dashboardQuery = z.strictObject({ account_type: accountTypeField });

const compared = z
  .object({ now: z.int(), before: z.int(), change: z.number().nullable() })
  .meta({ id: 'ComparedCount', description: '`change` is a fraction of the figure before; null when that was zero' });
const comparedAmount = z
  .object({ now: amount.nullable(), before: amount.nullable(), change: z.number().nullable() })
  .meta({ id: 'ComparedAmount' });
const days = z.object({ from: z.iso.date(), to: z.iso.date() });
const figures = {
  currency: z.string(),
  orders: z.int(),
  units: z.int(),
  sales_net: amount,
  sales_gross: amount,
  average_order: amount.nullable(),
  canceled: z.int(),
  returned: z.int(),
};

export const dashboardSchema = z
  .object({
    generated_at: z.iso.datetime(),
    account_type: z.string().nullable(),
    needs: z
      .array(
        z.object({
          kind: z.string(),
          count: z.int(),
          count_is_lower_bound: lowerBound,
          severity: z.enum(['critical', 'warning', 'info']),
          link: z.string().meta({ description: 'Page of the panel' }),
          filter: z
            .record(z.string(), z.unknown())
            .meta({ description: 'The same as parameters of the list behind the page' }),
        }),
      )
      .meta({ description: 'What needs somebody now, each a door to its list' }),
    this_month: days,
    last_month: days.meta({ description: 'The same days of the month before' }),
    sales: z.array(
      z.object({
        currency: z.string(),
        sales_net: comparedAmount,
        sales_gross: comparedAmount,
        average_order: comparedAmount,
        orders: compared,
        units: compared,
        canceled: compared,
        returns: compared,
      }),
    ),
    orders: compared,
    returns: compared,
    customers: compared.meta({ description: 'Customers with an order that stands' }),
    products: z
      .object({ now: z.int(), before: z.int().nullable(), change: z.number().nullable() })
      .meta({ description: 'Active offers' }),
    stock_value: z.array(z.object({ currency: z.string(), ...comparedAmount.shape })).meta({
      description: 'Net price times stock of all offers, as they stand now and at the end of `last_month.to`',
    }),
    months: z.array(z.object({ month: z.string(), ...figures })).meta({ description: 'Six months, oldest first' }),
    days: z.array(z.object({ day: z.iso.date(), ...figures })).meta({ description: 'Both compared months by day' }),
    by_status: z.array(
      z.object({ status: z.int().min(0).max(5), status_name: z.enum(ORDER_STATUSES), orders: z.int() }),
    ),
    top_products: z.array(
      z.object({
        sku: z.string(),
        name: z.string(),
        quantity: z.int(),
        orders: z.int(),
        sales_gross: amount,
        currency: z.string(),
      }),
    ),
    accounts: z.array(
      z.object({
        account_type: z.string(),
        ok: z.boolean(),
        code: z.string(),
        detail: z.string(),
        checked_at: z.iso.datetime().nullable(),
        last_sync_at: z.iso.datetime().nullable(),
      }),
    ),
    system: z.object({
      status: z.enum(['ok', 'warning', 'failing']),
      checks: z.record(z.string(), z.object({ status: z.string(), detail: z.string() })),
      projection_lag_events: z.int().nullable().meta({ description: 'Of the slowest; null when the log is away' }),
      parked_events: z.int().nullable(),
    }),
  })
  .meta({ id: 'Dashboard' });
