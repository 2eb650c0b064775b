import { commandContextOf } from './commands.js';
import type { HttpDeps } from './httpDeps.js';
import type { RequestFacts } from './route.js';

/** Nobody waits for the rest of what accounts that are gone still read. */
export const stopRuns = async (
  accounts: readonly string[],
  facts: RequestFacts,
  { syncRunQueries, sync }: HttpDeps,
): Promise<void> => {
  // What the caller had read was the account and not its runs.
  const { expectedRevision: _ofTheAccount, ...context } = commandContextOf(facts);
  for (const run of await syncRunQueries.active()) {
    if (accounts.includes(run.account)) await sync.cancel(run.id, context);
  }
};
