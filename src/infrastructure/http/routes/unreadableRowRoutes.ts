import { z } from 'zod';
import { ROLES } from '../../identity/principal.js';
import { accountsOf } from '../accounts.js';
import { UNREADABLE_KINDS } from '../httpDeps.js';
import { listAnswer, listFields, listRequestOf, listSchema } from '../lists.js';
import { accountTypeField, repeatedQuery } from '../params.js';
import { route, type Route } from '../route.js';

const unreadableRowSchema = z
  .object({
    id: z.uuid(),
    account_type: z.string(),
    kind: z.enum(UNREADABLE_KINDS),
    reference: z.string().nullable().meta({ description: 'The marketplace’s id of it, where it had one' }),
    reason: z.string().meta({ description: 'Which field could not be understood' }),
    last_seen_at: z.iso.datetime().meta({ description: 'Stays behind once the row can be read' }),
  })
  .meta({ id: 'UnreadableRow' });

export const unreadableRowRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/unreadable-rows',
    tag: 'Administration',
    summary: 'Orders, offers and the like that the marketplace sent and nobody could understand',
    description: 'A sync counts them as failed and goes on. Kept for 30 days after they were last seen.',
    access: ROLES,
    query: z.strictObject({
      account_type: accountTypeField,
      kind: repeatedQuery(z.enum(UNREADABLE_KINDS), 'What it was').optional(),
      ...listFields(['last_seen_at']),
    }),
    responses: { 200: { description: 'A page of rows', schema: listSchema('items', unreadableRowSchema) } },
    problems: ['account-unknown'],
    handler: async ({ query, url }, deps) => {
      const accounts = await accountsOf(deps, query.account_type);
      const request = listRequestOf(query);
      const filter = { ...(accounts && { accounts }), ...(query.kind && { kinds: query.kind }) };
      return listAnswer(await deps.unreadableRows.list(filter, request), { key: 'items', url, request });
    },
  }),
];
