import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, bodyOf } from '../api/client.js';
import { BULK_KINDS } from './bulkRecord.js';
import { useBulkStore } from './bulkStore.js';

const PICKED_UP = 5;

/** Follows what runs at the server when the panel opens, whoever began it and wherever. */
export const useRunningBulks = (): void => {
  const { follow } = useBulkStore();
  const { data } = useQuery({
    queryKey: ['operations', 'running-bulks'],
    queryFn: async () => {
      const query = { kind: Object.keys(BULK_KINDS), state: ['queued', 'running'], items_per_page: PICKED_UP };
      return (await bodyOf(api.GET('/operations', { params: { query } }))).items.map(({ id }) => id).reverse();
    },
    staleTime: Infinity,
    retry: false,
  });
  useEffect(() => {
    if (data && data.length > 0) follow(...data);
  }, [data, follow]);
};
