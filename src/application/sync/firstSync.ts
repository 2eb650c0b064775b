import { randomUUID } from 'node:crypto';
import { RuleViolation } from '../../domain/decider.js';
import type { Actor } from '../ports/eventStore.js';
import type { SyncService } from '../services.js';
import { INCREMENTAL } from './incremental.js';

export interface FirstSyncDeps {
  /** True for the first who asks about this account, in whichever process; then never again. */
  readonly claim: (account: string) => Promise<boolean>;
  readonly sync: Pick<SyncService, 'request'>;
}

/**
 * An account that was never synced reads everything at once, orders and offers (contract §5). One that is being synced
 * already has what it needs.
 */
export const startFirstSync = async (
  account: string,
  actor: Actor,
  { claim, sync }: FirstSyncDeps,
): Promise<boolean> => {
  if (!(await claim(account))) return false;
  for (const kind of ['orders', 'offers'] as const) {
    const context = { actor, correlationId: randomUUID(), operationId: randomUUID() };
    await sync
      .request({ kind, accounts: [account], options: INCREMENTAL, trigger: 'start' }, context)
      .catch((error: unknown) => {
        if (!(error instanceof RuleViolation) || error.code !== 'sync-running') throw error;
      });
  }
  return true;
};
