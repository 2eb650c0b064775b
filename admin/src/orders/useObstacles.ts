import { useCallback } from 'react';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderRow } from './orderRecord.js';
import { obstacleOf, type ListVerb, type Obstacle } from './orderRules.js';

/** To how many of some orders a verb does not apply, and why, in a sentence; null when it applies to all. */
export const useObstacles = (): ((orders: readonly OrderRow[], verb: ListVerb) => string | null) => {
  const message = useMessage();
  return useCallback(
    (orders, verb) => {
      const counts = new Map<Obstacle, number>();
      for (const order of orders) {
        const obstacle = obstacleOf(order, verb);
        if (obstacle) counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1);
      }
      if (counts.size === 0) return null;
      return message('orders.applies_not', {
        count: [...counts.values()].reduce((sum, count) => sum + count, 0),
        reasons: [...counts]
          .map(([obstacle, count]) => `${message(`orders.obstacle.${obstacle}`)} (${count})`)
          .join(', '),
      });
    },
    [message],
  );
};
