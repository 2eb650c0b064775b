import { z } from 'zod';
import { ok } from '../answer.js';
import { auditContextOf } from '../auditing.js';
import { settingsAfterLeaving } from '../leavingDemonstration.js';
import { HttpProblem } from '../problems.js';
import { route, type Route } from '../route.js';
import { settingsSchema } from '../schemas/settings.js';
import { saveSettings, settingsView } from '../settingsAnswers.js';
import { stopRuns } from '../stopRuns.js';

/** A demonstration's few thousand orders take seconds; a shop that has grown beside it takes longer, and is not waited for. */
const LISTS_PATIENCE_MS = 30_000;

const leftSchema = z
  .object({
    accounts: z.array(z.string()).meta({ description: 'Whose demonstration data was left' }),
    lists_renewed: z
      .boolean()
      .meta({ description: 'False: the lists are still being made anew, and show the demonstration until then' }),
    settings: settingsSchema,
  })
  .meta({ id: 'DemonstrationLeft' });

export const demonstrationRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/demonstration/leave',
    tag: 'Administration',
    summary: 'Leave the demonstration data behind',
    description:
      'Nothing is asked of the sandbox any more, and orders, offers, customers, invoices and sync runs of its accounts ' +
      'leave every list and figure. The demonstration’s seller is cleared, and a series of which it used numbers gives way ' +
      'to a fresh one. The events stay in the log, operations and the audit stay as they are. It does not come back.',
    access: ['admin'],
    responses: { 200: { description: 'What was left', schema: leftSchema } },
    problems: ['demonstration-absent', 'demonstration-needed', 'demonstration-kept'],
    handler: async (context, deps) => {
      const accounts = await deps.demonstration.accounts();
      if (deps.demonstration.isKept) {
        throw new HttpProblem('demonstration-kept', 'MAGFLOW_SANDBOX is on: take it away and start again');
      }
      if (accounts.length === 0) {
        throw new HttpProblem('demonstration-absent', 'No list holds demonstration data');
      }
      const inUse = await deps.marketplace.accounts();
      if (inUse.every(({ isDemonstration }) => isDemonstration)) {
        throw new HttpProblem('demonstration-needed', 'Connect an account of your own first');
      }
      const change = await settingsAfterLeaving(deps, accounts, await deps.sellerSettings.read());
      await saveSettings(deps, change, context);
      await stopRuns(accounts, context, deps);
      const at = deps.clock.now().toISOString();
      const { told } = await deps.audit.act(auditContextOf(context), (facts) =>
        deps.demonstration.leave((left) =>
          facts(...left.map((account) => ({ type: 'AccountRemoved', data: { account, at } }) as const)),
        ),
      );
      await told;
      return ok({
        accounts: [...accounts],
        lists_renewed: await deps.demonstration.renewLists(LISTS_PATIENCE_MS),
        settings: await settingsView(deps, await deps.sellerSettings.read()),
      });
    },
  }),
];
