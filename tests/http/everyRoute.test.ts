import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Route } from '../../src/infrastructure/http/route.js';
import { routes } from '../../src/infrastructure/http/routes/routes.js';
import { ROLES } from '../../src/infrastructure/identity/principal.js';
import { startTestApp, type TestApp } from './support/testApp.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const pathOf = ({ path, params }: Route): string =>
  `/api/v1${path.replace(/\{([a-z_]+)\}/g, (_, name: string) => {
    const schema: unknown = params.shape[name];
    return encodeURIComponent(String(schema instanceof z.ZodType ? schema.meta()?.['example'] : ''));
  })}`;

const guarded = routes.filter(({ access }) => access !== 'public');
const named = (route: Route) => [`${route.method} ${route.path}`, route] as const;

describe('every route', () => {
  it.each(guarded.map(named))('%s asks who is there', async (_name, route) => {
    for (const token of [undefined, 'not.a.token']) {
      const answer = await app.call(route.method.toUpperCase(), pathOf(route), { as: null, ...(token && { token }) });
      expect(answer.status).toBe(401);
      expect(answer.json()['code']).toBe('unauthenticated');
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });

  it.each(guarded.filter(({ access }) => access.length < ROLES.length).map(named))(
    '%s is closed to the other roles, whatever they send',
    async (_name, route) => {
      for (const role of ROLES.filter((one) => !route.access.includes(one))) {
        const answer = await app.call(route.method.toUpperCase(), pathOf(route), {
          as: role,
          ...(route.isCommand && { body: { surplus: true } }),
        });
        expect([role, answer.status, answer.json()['code']]).toEqual([role, 403, 'forbidden']);
      }
    },
  );

  // One that only says that there is no such thing has no parameters of its own.
  it.each(routes.filter(({ responses }) => Object.keys(responses).length > 0).map(named))(
    '%s knows no other parameters than its own',
    async (_name, route) => {
      const [role = 'admin'] = route.access === 'public' ? [] : route.access;
      const answer = await app.call(route.method.toUpperCase(), `${pathOf(route)}?surplus=1`, { as: role });
      expect([answer.status, answer.json()['code']]).toEqual([400, 'validation-failed']);
      expect(answer.json()['errors']).toEqual(
        expect.arrayContaining([expect.objectContaining({ parameter: 'surplus' })]),
      );
    },
  );

  it.each(routes.filter(({ isCommand }) => isCommand).map(named))(
    '%s takes no field that it does not know, and no body that is none',
    async (_name, route) => {
      const [role = 'admin'] = route.access === 'public' ? [] : route.access;
      const send = (raw: string) => app.call(route.method.toUpperCase(), pathOf(route), { as: role, raw });
      for (const raw of ['{"surplus":1}', '[]', '"text"', '7']) {
        const answer = await send(raw);
        expect([raw, answer.status, answer.json()['code']]).toEqual([raw, 400, 'validation-failed']);
      }
      const cut = await send('{"surplus":');
      expect([cut.status, cut.json()['code']]).toEqual([400, 'malformed-json']);
    },
  );
});
