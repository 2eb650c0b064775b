import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDataProvider, type RaRecord } from 'react-admin';
import { useAccountScope } from '../common/AccountScope.js';
import type { CustomerRow } from '../customers/customerRecord.js';
import type { AwbRecord, InvoiceRecord, OrderRow } from '../orders/orderRecord.js';
import type { CatalogueRow } from '../products/productRecord.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';

/** Rows of a group: enough to choose from, few enough to see every group. */
const SHOWN = 5;
export const SHORTEST = 2;

const useGroup = <T extends RaRecord>(resource: string, q: string) => {
  const provider = useDataProvider<MagflowDataProvider>();
  const [account] = useAccountScope();
  const isLongEnough = q.length >= SHORTEST;
  const { data, isFetching, error } = useQuery({
    queryKey: ['search', resource, q, account],
    enabled: isLongEnough,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const found = await provider.getList<T>(resource, {
        pagination: { page: 1, perPage: SHOWN },
        sort: { field: '', order: 'ASC' },
        filter: { q, ...(account && { account_type: account }) },
        signal,
      });
      return found.data;
    },
  });
  return { rows: isLongEnough ? (data ?? []) : [], isFetching, error };
};

/** Searches everything at once; a group that fails does not hold up the others. */
export const useFound = (q: string) => {
  const orders = useGroup<OrderRow>('orders', q);
  const customers = useGroup<CustomerRow>('customers', q);
  const awbs = useGroup<AwbRecord & RaRecord>('awbs', q);
  const invoices = useGroup<InvoiceRecord & RaRecord>('invoices', q);
  const products = useGroup<CatalogueRow>('catalogue', q);
  const groups = [orders, customers, awbs, invoices, products];
  return {
    orders: orders.rows,
    customers: customers.rows,
    awbs: awbs.rows,
    invoices: invoices.rows,
    products: products.rows,
    isFetching: groups.some((group) => group.isFetching),
    /** The first refusal, whatever the other groups found. */
    error: groups.find((group) => group.error)?.error ?? null,
  };
};
