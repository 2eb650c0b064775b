import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';

/** The invoice series of the seller, each with the number that its next invoice gets. */
export const useSeries = () => {
  const provider = useDataProvider<MagflowDataProvider>();
  const { data } = useQuery({ queryKey: ['invoices', 'series'], queryFn: () => provider.settings() });
  return data?.settings.invoice_series ?? [];
};
