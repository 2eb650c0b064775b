import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import type { NotificationRecord } from './notificationRecord.js';

const KEY = ['notifications'];
const SHOWN = 50;

/** The newest notifications and how many wait; read anew when the socket tells of one. */
export const useNotifications = () => {
  const queryClient = useQueryClient();
  const again = () => queryClient.invalidateQueries({ queryKey: KEY });
  useBatchedLive((messages) => {
    if (messages.some(({ type }) => type === 'notification')) void again();
  }, 500);
  const list = useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const query = { items_per_page: SHOWN };
      const { items, unread_count } = await bodyOf(api.GET('/notifications', { params: { query } }));
      return { items: items as readonly NotificationRecord[], unread: unread_count };
    },
  });
  const read = useMutation({
    mutationFn: (id: string) => api.POST('/notifications/{id}/read', { params: { path: { id } } }),
    onSettled: again,
  });
  const readAll = useMutation({
    mutationFn: () => api.POST('/notifications/read-all'),
    onSettled: again,
  });
  return { list, read, readAll };
};
