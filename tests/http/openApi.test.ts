import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import openapiTypes, { astToString } from 'openapi-typescript';
import { openApiDocument, type OpenApiDocument } from '../../src/infrastructure/http/openApi.js';
import { pathExpression, route, shadowedRoutes } from '../../src/infrastructure/http/route.js';
import { orderIdParam, awbNumberParam } from '../../src/infrastructure/http/params.js';
import { routes } from '../../src/infrastructure/http/routes/routes.js';
import { z } from 'zod';
import { startTestApp, type TestApp } from './support/testApp.js';

let app: TestApp;
let document: OpenApiDocument;
beforeAll(async () => {
  app = await startTestApp();
  document = openApiDocument(routes, '0.1.0');
});
afterAll(() => app.close());

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const documented = (): string[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => `${method} ${path}`),
  );

describe('the OpenAPI document', () => {
  it('is served to everybody, as it was generated', async () => {
    const answer = await app.call('GET', '/api/v1/openapi.json', { as: null });
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
    expect(answer.json()['openapi']).toBe('3.1.0');
  });

  it('stands in docs as it is (node scripts/generate-openapi.mjs)', () => {
    expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('is what the panel’s types were generated from', async () => {
    const types = astToString(
      await openapiTypes(JSON.parse(readFileSync('docs/openapi.json', 'utf8')), { alphabetize: true }),
    );
    // Prettier has its own mind about line breaks, quotes and commas: the words are compared.
    const words = (text: string): string => text.replace(/[\s'"`;,()|]+/g, '');
    const kept = readFileSync('admin/src/api/schema.ts', 'utf8').split('\n').slice(1).join('\n');
    expect(words(kept)).toBe(words(types));
  });

  it('names every route, and no other', () => {
    expect(documented().sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('names only routes that the application has', async () => {
    for (const { method, path, params } of routes) {
      const concrete = path.replace(/\{([a-z_]+)\}/g, (_, name: string) => {
        const schema: unknown = params.shape[name];
        return String(schema instanceof z.ZodType ? schema.meta()?.['example'] : '');
      });
      const answer = await app.call(method.toUpperCase(), `/api/v1${concrete}`, { as: null });
      // The door asks who it is, what is missing in the body, or who signed the name: it knows the path.
      const isKnown = [400, 401].includes(answer.status) || answer.json()['code'] === 'picture-unknown';
      expect([`${method} ${path}`, isKnown]).toEqual([`${method} ${path}`, true]);
    }
  });

  it('holds schemas that are JSON Schemas, and references that lead somewhere', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const json = JSON.parse(JSON.stringify(document)) as { components: { schemas: Record<string, object> } };
    ajv.addSchema({ $id: 'https://magflow.example/openapi', ...json });
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === '$ref') {
          const name = String(inner).replace('#/components/schemas/', '');
          expect(Object.keys(json.components.schemas)).toContain(name);
        }
        visit(inner);
      }
    };
    visit(json);
    for (const [name, schema] of Object.entries(json.components.schemas)) {
      expect([name, ajv.validateSchema(schema)]).toEqual([name, true]);
      ajv.compile({ $ref: `https://magflow.example/openapi#/components/schemas/${name}` });
    }
  });

  it('keeps each component itself apart from the places where it may be absent', () => {
    const schemas = Object.entries(document.components?.schemas ?? {});
    expect(schemas.length).toBeGreaterThan(20);
    expect(
      schemas.filter(([, schema]) => 'type' in schema && Array.isArray(schema.type)).map(([name]) => name),
    ).toEqual([]);
  });

  it('gives each operation an id of its own, roles and a problem for each refusal', () => {
    const operations = Object.values(document.paths ?? {}).flatMap((item) =>
      METHODS.flatMap((method) => item[method] ?? []),
    );
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const operation of operations) {
      expect(Object.keys(operation.responses ?? {})).toEqual(expect.arrayContaining(['400', '429', '500']));
      if (operation.security?.length) expect(operation.responses).toHaveProperty('401');
    }
  });

  it('tells the truth about answers', async () => {
    await app.receive({ account: 'main', orderId: '6112000001' });
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'https://magflow.example/openapi', ...JSON.parse(JSON.stringify(document)) });
    const check = async (path: string, template: string, as: 'admin' | 'operator' = 'admin'): Promise<void> => {
      const answer = await app.call('GET', `/api/v1${path}`, { as });
      const pointer = template
        .replaceAll('~', '~0')
        .replaceAll('/', '~1')
        .replaceAll('{', '%7B')
        .replaceAll('}', '%7D');
      const validate = ajv.compile({
        $ref: `https://magflow.example/openapi#/paths/${pointer}/get/responses/200/content/application~1json/schema`,
      });
      expect([path, answer.status, validate(answer.json()), validate.errors ?? []]).toEqual([path, 200, true, []]);
    };
    await check('/emag/orders/list', '/emag/orders/list');
    await check('/emag/orders/main-6112000001', '/emag/orders/{order_id}');
    await check('/emag/orders/main-6112000001/history', '/emag/orders/{order_id}/history');
    await check('/emag/orders/statistics/summary', '/emag/orders/statistics/summary');
    await check('/emag/phase2/awb/couriers', '/emag/phase2/awb/couriers');
    await check('/emag/phase2/invoice/main-6112000001/data', '/emag/phase2/invoice/{order_id}/data');
    await check('/emag/enhanced/status', '/emag/enhanced/status');
    await check('/emag/enhanced/products/sync-progress', '/emag/enhanced/products/sync-progress');
    for (const path of ['/accounts', '/settings', '/system/info', '/notifications', '/users', '/jobs', '/auth/me']) {
      await check(path, path);
    }
  });
});

describe('the documentation page', () => {
  it('is made of our own files, without inline scripts', async () => {
    const page = await app.call('GET', '/api/docs', { as: null });
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script>|https?:/);
    const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '');
    expect(sources).toHaveLength(3);
    for (const source of sources) expect((await app.call('GET', source, { as: null })).status).toBe(200);
  });
});

describe('routes that one path could reach both of', () => {
  const at = (path: string, params = {}) =>
    route({
      method: 'get',
      path,
      tag: 'x',
      summary: 'x',
      access: 'public',
      params: z.strictObject(params),
      responses: {},
      handler: () => ({ status: 204 }),
    });

  it('do not exist', () => expect(shadowedRoutes(routes)).toEqual([]));

  it('are found by the words that a parameter takes', () => {
    expect(shadowedRoutes([at('/awb/{n}', { n: awbNumberParam }), at('/awb/a1b2')])).toHaveLength(1);
    expect(shadowedRoutes([at('/awb/{n}', { n: awbNumberParam }), at('/awb/couriers'), at('/awb/labels')])).toEqual([]);
    expect(shadowedRoutes([at('/o/{id}', { id: orderIdParam }), at('/o/list'), at('/o/all')])).toEqual([]);
    expect(shadowedRoutes([at('/o/{id}', { id: orderIdParam }), at('/o/{n}', { n: awbNumberParam })])).toHaveLength(1);
  });

  it.each([
    ['main-6112345678', true],
    ['6112345678', true],
    ['list', false],
    ['MAIN-1', false],
    ['main-', false],
    ['1/2', false],
  ])('%s as an order id: %s', (text, isOrderId) => {
    expect(pathExpression(at('/o/{id}', { id: orderIdParam })).test(`/o/${text}`)).toBe(isOrderId);
  });
});
