import { z } from 'zod';
import type { ProjectionName } from '../../projections/readPosition.js';
import type { Principal, Role } from '../identity/principal.js';
import type { Answer } from './answer.js';
import type { HttpDeps } from './httpDeps.js';
import { listShapeOf, type ListShape } from './lists.js';
import { HttpProblem, type FieldError, type ProblemCode } from './problems.js';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a request says beside its own fields. */
export interface RequestFacts {
  readonly user: Principal;
  readonly ip: string;
  /** What the client calls itself, cut to what anybody would want to read. */
  readonly userAgent: string | null;
  readonly traceId: string;
  readonly traceparent: string;
  /** Same for the retry of a request with an idempotency key: the retry is the same wish. */
  readonly operationId: string;
  readonly correlationId: string;
  /** `If-Match`. */
  readonly expectedRevision: bigint | undefined;
  /** `X-Min-Position`. */
  readonly minPosition: bigint | undefined;
  /** What the user has seen: `X-Min-Position`, or what they wrote here themselves. No cached answer may be older. */
  readonly seenPosition: bigint | undefined;
  /** `Prefer: wait`, seconds. */
  readonly waitSeconds: number;
  /** Path and query as they came, for `Link`. */
  readonly url: URL;
}

export interface RouteInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly facts: RequestFacts;
}

export interface RouteContext<P, Q, B> extends RequestFacts {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

export interface ResponseSpec {
  readonly description: string;
  /** JSON by this schema; absent means no body. */
  readonly schema?: z.ZodType;
  /** Bytes of one of these types instead of JSON. */
  readonly contentType?: string | readonly string[];
}

interface RouteSpec<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly method: Method;
  /** Below `/api/v1`, with `{parameters}` that `params` describes by pattern. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** `public`: no token is asked for. Nothing else is open. */
  readonly access: 'public' | readonly Role[];
  /** Works for a user who must still choose a password. */
  readonly allowsPasswordChange?: boolean;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Read models behind the answer: `X-Min-Position` waits for the slowest. */
  readonly reads?: readonly ProjectionName[];
  readonly responses: Readonly<Record<number, ResponseSpec>>;
  /** Codes beside those that every route may answer. */
  readonly problems?: readonly ProblemCode[];
  /** Refused attempts a minute and address, where guessing must be slow. */
  readonly attemptsPerMinute?: number;
  /** Answers are never kept for replay: they hold secrets. */
  readonly isSecret?: boolean;
  /** Its object has a revision, which `If-Match` is held against. Everywhere else nothing matches an `If-Match`. */
  readonly honoursIfMatch?: boolean;
  readonly handler: (
    context: RouteContext<z.output<P>, z.output<Q>, z.output<B>>,
    deps: HttpDeps,
  ) => Promise<Answer> | Answer;
}

/** A route as the application and the document use it. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly access: 'public' | readonly Role[];
  readonly allowsPasswordChange: boolean;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType | undefined;
  readonly reads: readonly ProjectionName[];
  readonly responses: Readonly<Record<number, ResponseSpec>>;
  readonly problems: readonly ProblemCode[];
  readonly attemptsPerMinute: number | undefined;
  readonly isSecret: boolean;
  readonly honoursIfMatch: boolean;
  /** The rows that `?format=` gives as a file; null for what is no list. */
  readonly list: ListShape | null;
  /** Changes something: takes `Idempotency-Key`. */
  readonly isCommand: boolean;
  /** Validates, then handles. @throws HttpProblem `validation-failed` */
  run(input: RouteInput, deps: HttpDeps): Promise<Answer>;
}

const nothing = z.strictObject({});

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const fieldErrors = (error: z.ZodError, place: 'body' | 'parameter'): FieldError[] =>
  error.issues.flatMap((issue) => {
    const at = (path: readonly PropertyKey[]) =>
      place === 'body' ? { pointer: pointerTo(path) } : { parameter: path.map(String).join('.') };
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ ...at([...issue.path, key]), detail: 'is not known here' }))
      : [{ ...at(issue.path), detail: issue.message }];
  });

const parsed = <T extends z.ZodType>(schema: T, value: unknown, place: 'body' | 'parameter'): z.output<T> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = fieldErrors(result.error, place);
  const [first] = errors;
  throw new HttpProblem(
    'validation-failed',
    `${first?.pointer || first?.parameter || 'The body'}: ${first?.detail ?? 'is not valid'}`,
    { errors },
  );
};

/** One definition for both: what Express runs and what the OpenAPI document says. */
export const route = <
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
>(
  spec: RouteSpec<P, Q, B>,
): Route => {
  const params = spec.params ?? nothing;
  const query = spec.query ?? nothing;
  const isCommand = spec.method !== 'get';
  return {
    method: spec.method,
    path: spec.path,
    tag: spec.tag,
    summary: spec.summary,
    description: spec.description,
    access: spec.access,
    allowsPasswordChange: spec.allowsPasswordChange ?? false,
    params,
    query,
    body: spec.body,
    reads: spec.reads ?? [],
    responses: spec.responses,
    problems: spec.problems ?? [],
    attemptsPerMinute: spec.attemptsPerMinute,
    isSecret: spec.isSecret ?? false,
    honoursIfMatch: spec.honoursIfMatch ?? false,
    list: Object.hasOwn(query.shape, 'format') ? listShapeOf(spec.responses[200]?.schema) : null,
    isCommand,
    async run(input, deps) {
      const context: RouteContext<z.output<P>, z.output<Q>, z.output<B>> = {
        ...input.facts,
        params: parsed((spec.params ?? nothing) as P, input.params, 'parameter'),
        query: parsed((spec.query ?? nothing) as Q, input.query, 'parameter'),
        body: parsed((spec.body ?? (isCommand ? nothing.optional() : z.undefined())) as B, input.body, 'body'),
      };
      return spec.handler(context, deps);
    },
  };
};

const PARAMETER = /\{([a-z_]+)\}/g;

/** The pattern that a path parameter's schema carries. */
const sourceOf = (params: z.ZodObject, name: string): string => {
  const schema: unknown = params.shape[name];
  const meta = schema instanceof z.ZodType ? schema.meta() : undefined;
  if (typeof meta?.['pattern'] !== 'string') throw new Error(`The path parameter ${name} has no pattern`);
  return meta['pattern'];
};

/** The route's path as an expression with a named group for each parameter. */
export const pathExpression = ({ path, params }: Pick<Route, 'path' | 'params'>): RegExp => {
  const source = path
    .split(PARAMETER)
    .map((part, index) =>
      index % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') : `(?<${part}>${sourceOf(params, part)})`,
    )
    .join('');
  return new RegExp(`^${source}$`);
};

const segments = (path: string): string[] => path.split('/').filter((part) => part !== '');

const mayMatchBoth = (a: Route, b: Route): boolean => {
  const [left, right] = [segments(a.path), segments(b.path)];
  if (a.method !== b.method || left.length !== right.length) return false;
  return left.every((one, index) => {
    const other = right[index] ?? '';
    const accepts = (params: z.ZodObject, part: string, text: string): boolean =>
      new RegExp(`^(?:${sourceOf(params, part.slice(1, -1))})$`).test(text);
    const [isOpen, isOtherOpen] = [one.startsWith('{'), other.startsWith('{')];
    if (isOpen && isOtherOpen) return true;
    if (isOpen) return accepts(a.params, one, other);
    if (isOtherOpen) return accepts(b.params, other, one);
    return one === other;
  });
};

/** Pairs of routes that one request could reach both of. Two parameters at one place count as the same. */
export const shadowedRoutes = (routes: readonly Route[]): string[] =>
  routes.flatMap((a, index) =>
    routes.slice(index + 1).flatMap((b) => (mayMatchBoth(a, b) ? [`${a.method} ${a.path} and ${b.path}`] : [])),
  );
