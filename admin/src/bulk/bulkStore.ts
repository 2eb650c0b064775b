import { useCallback } from 'react';
import { useStore } from 'react-admin';

const KEPT = 10;
const NONE: readonly string[] = [];

interface BulkStore {
  /** Operations whose progress the panel shows, newest last; they survive a reload. */
  readonly followed: readonly string[];
  follow(...operationIds: readonly string[]): void;
  forget(operationId: string): void;
}

export const useBulkStore = (): BulkStore => {
  const [followed, setFollowed] = useStore<readonly string[]>('magflow.bulk', NONE);
  const follow = useCallback(
    (...ids: readonly string[]) =>
      setFollowed((before) => [...before.filter((one) => !ids.includes(one)), ...ids].slice(-KEPT)),
    [setFollowed],
  );
  const forget = useCallback(
    (id: string) => setFollowed((before) => before.filter((one) => one !== id)),
    [setFollowed],
  );
  return { followed, follow, forget };
};
