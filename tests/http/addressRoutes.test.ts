import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './support/testApp.js';

const api = '/api/v1';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('addresses of an account', () => {
  it('are those that the marketplace keeps', async () => {
    const answer = await app.call('GET', `${api}/accounts/main/addresses`, { as: 'auditor' });
    expect([answer.status, answer.json()]).toEqual([200, { items: [] }]);
  });

  it.each([
    ['nobody', 'admin', 400],
    ['main', null, 401],
  ] as const)('of %s for %s are %i', async (key, as, status) => {
    expect((await app.call('GET', `${api}/accounts/${key}/addresses`, { as })).status).toBe(status);
  });
});
