import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { ApiProblem } from '../api/problem.js';
import { useBatchedLive } from '../live/useBatchedLive.js';
import { FINAL_STATES } from '../operations/operationRecord.js';
import { refreshOrder, refreshSurroundings } from '../orders/orderCache.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { actsStore, type Act } from './actsStore.js';
import { resultOf } from './useOrderActs.js';

const stateOf = (state: string): Act['state'] => {
  if (state === 'in_doubt') return 'in_doubt';
  if (state === 'succeeded' || state === 'partial') return 'done';
  return FINAL_STATES.some((final) => final === state) ? 'refused' : 'asked';
};

/** Finds out what became of acts that were only asked, whenever the live socket speaks of their order. */
export const useActOutcomes = (): void => {
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();

  const settle = async (act: Act): Promise<void> => {
    if (!act.operationId) return;
    try {
      const operation = await provider.operation(act.operationId);
      const state = stateOf(operation.state);
      if (state === act.state) return;
      actsStore.update(act.id, {
        state,
        result: resultOf(operation.result),
        problem:
          state === 'refused'
            ? new ApiProblem({
                status: 502,
                code: operation.error?.code ?? operation.state,
                detail: operation.error?.detail ?? operation.state,
              })
            : null,
      });
      await refreshOrder(queryClient, provider, `${act.account}-${act.orderId}`);
      void refreshSurroundings(queryClient);
    } catch {
      // Asked again at the next message.
    }
  };

  useBatchedLive((messages) => {
    const spokenOf = new Set(messages.map(({ data }) => String(data['order_id'] ?? '')));
    for (const act of actsStore.all()) {
      const isOpen = act.state === 'asked' || act.state === 'in_doubt';
      if (isOpen && act.operationId && spokenOf.has(act.orderId)) void settle(act);
    }
  }, 300);
};
