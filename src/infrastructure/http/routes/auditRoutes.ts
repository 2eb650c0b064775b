import { z } from 'zod';
import { listAnswer, listFields, listRequestOf, listSchema } from '../lists.js';
import { repeatedQuery } from '../params.js';
import { dayOrTimeField, periodOf } from '../period.js';
import { route, type Route } from '../route.js';

const auditEntrySchema = z
  .object({
    id: z.string(),
    kind: z.string().meta({ description: 'What was done: `signed_in`, `user_created`, `settings_changed`, …' }),
    at: z.iso.datetime(),
    recorded_at: z.iso.datetime(),
    actor: z.object({ kind: z.enum(['user', 'job', 'marketplace', 'system']), id: z.string() }),
    object: z.object({ type: z.string(), id: z.string() }),
    details: z.record(z.string(), z.unknown()),
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
    correlation_id: z.string(),
    position: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export const auditRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/audit',
    tag: 'Administration',
    summary: 'Sign-ins and administrative acts, newest first',
    access: ['admin', 'auditor'],
    query: z.strictObject({
      actor: z.string().min(1).max(100).optional().meta({ description: 'User name, or `cli`' }),
      kind: repeatedQuery(z.string().regex(/^[a-z_]{1,60}$/), 'What was done').optional(),
      object: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .meta({ description: 'A kind of object (`user`, `account`, …), or one of them (`account:main`)' }),
      from: dayOrTimeField('Done at or after').optional(),
      to: dayOrTimeField('Done at or before, inclusive').optional(),
      ...listFields(['at']),
    }),
    reads: ['audit'],
    responses: { 200: { description: 'A page of acts', schema: listSchema('items', auditEntrySchema) } },
    problems: ['period-impossible'],
    handler: async ({ query, url }, { auditQueries }) => {
      const request = listRequestOf(query);
      const { actor, kind, object } = query;
      const page = await auditQueries.list(
        {
          ...(actor !== undefined && { actor }),
          ...(kind && { kinds: kind }),
          ...(object !== undefined && { object }),
          ...periodOf(query.from, query.to),
        },
        request,
      );
      return listAnswer(page, { key: 'items', url, request });
    },
  }),
];
