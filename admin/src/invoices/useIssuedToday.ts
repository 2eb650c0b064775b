import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { useAccountScope } from '../common/AccountScope.js';
import { sumOf } from '../common/sumOf.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import type { InvoiceRow } from './invoiceRecord.js';

const PAGE = 100;
const PAUSE_MS = 2_000;

export interface IssuedToday {
  readonly count: number;
  /** Gross, stornos taken off, per currency. */
  readonly values: readonly { readonly currency: string; readonly gross: string }[];
}

/** What was invoiced on a day of the seller's zone, page by page to its end. */
export const useIssuedToday = (day: string) => {
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const [account] = useAccountScope();
  useBatchedLive((messages) => {
    if (messages.some(({ type }) => type.startsWith('invoice_'))) {
      void queryClient.invalidateQueries({ queryKey: ['invoices', 'today'] });
    }
  }, PAUSE_MS);
  return useQuery({
    queryKey: ['invoices', 'today', day, account],
    queryFn: async (): Promise<IssuedToday> => {
      const rows: InvoiceRow[] = [];
      for (let page = 1; ; page += 1) {
        const { data } = await provider.getList<InvoiceRow>('invoices', {
          pagination: { page, perPage: PAGE },
          sort: { field: 'issued_at', order: 'ASC' },
          filter: { from: day, to: day, ...(account && { account_type: account }) },
        });
        rows.push(...data);
        if (data.length < PAGE) break;
      }
      return {
        count: rows.filter(({ storno_of }) => storno_of === null).length,
        values: [...new Set(rows.map(({ currency }) => currency))].map((currency) => ({
          currency,
          gross: sumOf(rows.filter((row) => row.currency === currency).map(({ total_gross }) => total_gross)),
        })),
      };
    },
    staleTime: 30_000,
  });
};
