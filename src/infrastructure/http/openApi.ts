import {
  OpenApiGeneratorV31,
  OpenAPIRegistry,
  type ResponseConfig,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { EXPORT_FORMATS, EXPORT_TYPES } from './exports/exportFormats.js';
import { PROBLEMS, type ProblemCode } from './problems.js';
import type { Route } from './route.js';

const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: '`/problems/<code>`' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(Object.keys(PROBLEMS)),
    trace_id: z.string(),
    errors: z
      .array(z.object({ pointer: z.string().optional(), parameter: z.string().optional(), detail: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

/** What any route may answer, by what kind of route it is. */
const commonProblems = (route: Route): ProblemCode[] => [
  'validation-failed',
  'rate-limited',
  'internal',
  ...(route.access === 'public' ? [] : (['unauthenticated', 'forbidden', 'password-change-required'] as const)),
  ...(route.isCommand
    ? (['malformed-json', 'body-too-large', 'media-type-unsupported', 'precondition-failed'] as const)
    : []),
  ...(route.reads.length > 0 ? (['read-model-behind'] as const) : []),
  ...(route.list ? (['page-too-deep', 'exports-busy'] as const) : []),
  ...(route.isCommand && !route.isSecret
    ? (['idempotency-key-reused', 'idempotency-in-progress', 'write-conflict'] as const)
    : []),
];

const problemResponses = (route: Route): Record<number, ResponseConfig> => {
  const byStatus = new Map<number, Set<ProblemCode>>();
  for (const code of [...route.problems, ...commonProblems(route)]) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: [...codes].map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
};

const ANSWER_HEADERS = {
  etag: { description: 'Revision of the stream, quoted', schema: { type: 'string' as const } },
  'x-event-position': { description: 'Position of the fact; opaque', schema: { type: 'string' as const } },
};

const binary = { schema: { type: 'string' as const, format: 'binary' } };

/** What `?format=` gives instead of a page. */
const filesOfList = Object.fromEntries(
  EXPORT_FORMATS.map((format) => [EXPORT_TYPES[format].contentType.split(';')[0] ?? '', binary]),
);

const answers = (route: Route): Record<number, ResponseConfig> =>
  Object.fromEntries(
    Object.entries(route.responses).map(([status, { description, schema, contentType }]) => [
      Number(status),
      {
        description,
        ...(route.isCommand && { headers: ANSWER_HEADERS }),
        ...(schema && {
          content: { 'application/json': { schema }, ...(status === '200' && route.list && filesOfList) },
        }),
        ...(contentType && {
          content: Object.fromEntries([contentType].flat().map((type) => [type, binary])),
        }),
      },
    ]),
  );

const commandHeaders = z.object({
  'Idempotency-Key': z.string().max(255).optional().meta({ description: 'Repeats give the first answer for 24 hours' }),
  Prefer: z.string().optional().meta({ description: '`wait=N`, 0 to 60 seconds; 10 when absent' }),
});

const conditionalHeaders = commandHeaders.extend({
  'If-Match': z.string().optional().meta({ description: 'ETag of what you read; 412 when it changed since' }),
});

const readHeaders = z.object({
  'X-Min-Position': z
    .string()
    .optional()
    .meta({ description: 'A value of `X-Event-Position`: the answer is not older than it' }),
});

const headersOf = (route: Route): z.ZodObject | undefined => {
  if (route.isCommand && route.isSecret) return undefined;
  if (route.isCommand) return route.honoursIfMatch ? conditionalHeaders : commandHeaders;
  return route.reads.length > 0 ? readHeaders : undefined;
};

const pathOf = (route: Route): RouteConfig => {
  const headers = headersOf(route);
  return {
    method: route.method,
    path: route.path,
    operationId: `${route.method}${route.path.replace(/[^a-z0-9]+([a-z0-9])/gi, (_, next: string) => next.toUpperCase()).replace(/[^a-z0-9]/gi, '')}`,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    ...(route.access !== 'public' && { 'x-roles': [...route.access] }),
    security: route.access === 'public' ? [] : [{ bearer: [] }],
    request: {
      params: route.params,
      query: route.query,
      ...(headers && { headers }),
      ...(route.body && {
        body: {
          required: !route.body.safeParse(undefined).success,
          content: { 'application/json': { schema: route.body } },
        },
      }),
    },
    responses: { ...problemResponses(route), ...answers(route) },
  };
};

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** The OpenAPI 3.1 document of these routes: what Express runs is what it says. */
export const openApiDocument = (routes: readonly Route[], version: string): OpenApiDocument => {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  for (const route of routes) registry.registerPath(pathOf(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'MagFlow',
      version,
      description: 'Order desk for sellers on the eMAG marketplace. Errors are problem documents with a stable `code`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
  });
};
