/** One invalid field of a request, as the server names it. */
export interface FieldProblem {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly detail: string;
}

interface ProblemMembers {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly traceId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly errors?: readonly FieldProblem[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * An answer that is no success: the server's own sentence, stable code and trace id (RFC 9457).
 * `status` 0 and code `network` mean that nothing was answered at all.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly traceId: string | undefined;
  /** How long the server wants to be left alone. */
  readonly retryAfterSeconds: number | undefined;
  readonly errors: readonly FieldProblem[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor({ status, code, detail, traceId, retryAfterSeconds, errors = [], extra = {} }: ProblemMembers) {
    super(detail);
    this.status = status;
    this.code = code;
    this.traceId = traceId;
    this.retryAfterSeconds = retryAfterSeconds;
    this.errors = errors;
    this.extra = extra;
  }

  /** react-admin reads the fields of a refused form here. */
  get body(): { errors: Record<string, string> } {
    const named = this.errors.flatMap(({ pointer, parameter, detail }) => {
      const field = pointer?.replace(/^\//, '').replaceAll('/', '.') ?? parameter;
      return field ? [[field, detail] as const] : [];
    });
    return { errors: Object.fromEntries(named) };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const fieldProblems = (value: unknown): readonly FieldProblem[] =>
  Array.isArray(value)
    ? value.filter(isRecord).map((one) => ({
        ...(text(one['pointer']) && { pointer: String(one['pointer']) }),
        ...(text(one['parameter']) && { parameter: String(one['parameter']) }),
        detail: text(one['detail']) ?? '',
      }))
    : [];

/** A problem document, or what can be made of an answer that is none (a proxy's page, an empty body). */
export const problemOf = (status: number, document: unknown, retryAfterSeconds?: number): ApiProblem => {
  const members = isRecord(document) ? document : {};
  return new ApiProblem({
    status,
    code: text(members['code']) ?? `http-${status}`,
    detail: text(members['detail']) ?? text(members['title']) ?? `HTTP ${status}`,
    traceId: text(members['trace_id']),
    retryAfterSeconds,
    errors: fieldProblems(members['errors']),
    extra: members,
  });
};

/** What an answer that is no success says. */
export const problemFrom = async (response: Response): Promise<ApiProblem> => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const document: unknown = await response.json().catch(() => null);
  return problemOf(response.status, document, Number.isFinite(seconds) ? seconds : undefined);
};

export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : new ApiProblem({ status: 0, code: 'client', detail: error instanceof Error ? error.message : String(error) });
