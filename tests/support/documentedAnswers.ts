import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApiDocument } from '../../src/infrastructure/http/openApi.js';
import { pathExpression, type Route } from '../../src/infrastructure/http/route.js';
import { routes } from '../../src/infrastructure/http/routes/routes.js';

const ID = 'https://magflow.example/openapi';

/** As the router reads it; what cannot be read is no route of ours. */
const readable = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return '';
  }
};

interface GivenAnswer {
  readonly method: string;
  /** As requested, `/api/v1` and query included. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
}

type Documented = Readonly<Record<string, { description: string; content?: Record<string, { schema?: object }> }>>;

/** Holds answers against our own OpenAPI document: status, media type, shape, and the codes of problems. */
export const createAnswerCheck = () => {
  const document = JSON.parse(JSON.stringify(openApiDocument(routes, '0.0.0'))) as {
    paths: Record<string, Record<string, { responses: Documented }>>;
  };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: ID, ...document });
  const compiled = new Map<string, ValidateFunction>();
  const expressions = routes.map((route) => ({ route, expression: pathExpression(route) }));

  const validatorOf = (route: Route, status: number, mediaType: string): ValidateFunction => {
    const pointer = ['paths', route.path, route.method, 'responses', String(status), 'content', mediaType, 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const known = compiled.get(pointer);
    if (known) return known;
    const made = ajv.compile({ $ref: `${ID}#/${pointer}` });
    compiled.set(pointer, made);
    return made;
  };

  /** What about the answer is not in the document; empty when all is, or when no route has this path. */
  return ({ method, path, status, contentType, text }: GivenAnswer): string[] => {
    const bare = (path.split('?')[0] ?? '').replace(/^\/api\/v1/, '');
    const found = expressions.find(
      ({ route, expression }) => route.method === method.toLowerCase() && expression.test(readable(bare)),
    );
    if (!found || !path.startsWith('/api/v1')) return [];
    const { route } = found;
    const at = `${route.method} ${route.path} ${status}`;
    const response = document.paths[route.path]?.[route.method]?.responses[String(status)];
    if (!response) return [`${at}: the document knows no such status`];
    const mediaType = (contentType ?? '').split(';')[0]?.trim() ?? '';
    const content = response.content ?? {};
    if (text === '' && Object.keys(content).length === 0) return [];
    const described = content[mediaType];
    if (!described) return [`${at}: ${mediaType || 'no media type'} is none of ${Object.keys(content).join(', ')}`];
    if (!mediaType.endsWith('json')) return [];
    const body: unknown = JSON.parse(text);
    const validate = validatorOf(route, status, mediaType);
    const wrong = validate(body)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${at}: ${instancePath || '/'} ${message ?? ''}`);
    const code = status >= 400 ? (body as { code?: string }).code : undefined;
    if (code !== undefined && !response.description.includes(`\`${code}\``)) wrong.push(`${at}: ${code} is not named`);
    return wrong;
  };
};
