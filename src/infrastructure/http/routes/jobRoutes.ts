import { z } from 'zod';
import { ROLES } from '../../identity/principal.js';
import { auditContextOf } from '../auditing.js';
import { listAnswer, listFields, listRequestOf, listSchema, shortListAnswer } from '../lists.js';
import { jobNameParam } from '../params.js';
import { route, type Route } from '../route.js';
import { orNull } from '../schemas/orNull.js';

const TAG = 'Work';
const namePath = z.strictObject({ name: jobNameParam });

const jobRunSchema = z
  .object({
    id: z.string(),
    name: z.string().optional(),
    state: z.enum(['queued', 'running', 'succeeded', 'partial', 'failed', 'skipped']),
    trigger: z.string(),
    started_at: z.iso.datetime(),
    finished_at: z.iso.datetime().nullable(),
    result: z.unknown(),
    error: z.string().nullable(),
  })
  .meta({ id: 'JobRun' });

const jobSchema = z
  .object({
    name: z.string(),
    enabled: z.boolean(),
    every_seconds: z.int(),
    next_run_at: z.iso.datetime().nullable(),
    last_run: orNull(jobRunSchema),
  })
  .meta({ id: 'Job' });

export const jobRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/jobs',
    tag: TAG,
    summary: 'Scheduled jobs and their last runs',
    access: ROLES,
    query: z.strictObject(listFields(['name', 'next_run_at'])),
    responses: { 200: { description: 'A page of jobs', schema: listSchema('items', jobSchema) } },
    handler: async ({ query, url }, deps) => shortListAnswer(await deps.jobs.list(), query, url),
  }),
  route({
    method: 'get',
    path: '/jobs/{name}/runs',
    tag: TAG,
    summary: 'Runs of a job, newest first',
    access: ROLES,
    params: namePath,
    query: z.strictObject(listFields(['started_at'])),
    responses: { 200: { description: 'A page of runs', schema: listSchema('items', jobRunSchema) } },
    problems: ['job-unknown'],
    handler: async ({ params, query, url }, deps) => {
      const request = listRequestOf(query);
      return listAnswer(await deps.jobs.runs(params.name, request), { key: 'items', url, request });
    },
  }),
  route({
    method: 'post',
    path: '/jobs/{name}/run',
    tag: TAG,
    summary: 'Run a job now',
    description: 'In whichever process works. A job that is running, or about to, is not run beside itself.',
    access: ['admin', 'operator'],
    params: namePath,
    responses: {
      202: { description: 'The job is queued', schema: z.object({ name: z.string(), run_id: z.string() }) },
    },
    problems: ['job-unknown', 'job-running'],
    handler: async (context, deps) => {
      const { name: job } = context.params;
      const at = deps.clock.now().toISOString();
      const { outcome } = await deps.audit.act(auditContextOf(context), (facts) =>
        deps.jobs.run(job, ({ runId }) => facts({ type: 'JobStartedByHand', data: { job, runId, at } })),
      );
      return { status: 202, headers: { location: '/api/v1/jobs' }, body: { name: job, run_id: outcome.runId } };
    },
  }),
];
