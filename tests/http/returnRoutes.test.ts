import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { returnView } from '../../src/projections/returns/returnView.js';
import { returnFacts, returnPerson } from '../support/returnSamples.js';
import { startTestApp, type TestApp } from './support/testApp.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('returns', () => {
  it('are listed by account, status, order, date and search', async () => {
    app.reads.nextPage = {
      items: [
        JSON.stringify(
          returnView(
            { account: 'main', returnId: '5100200' },
            { facts: returnFacts(), person: returnPerson(), lastSyncedAt: '2026-03-02T10:00:00.000Z' },
          ),
        ),
      ],
      total: 1,
      totalIsLowerBound: false,
      nextCursor: null,
    };
    const query = 'account_type=main&status=2,received&order_id=412345678&from=2026-01-01&to=2026-01-31&q=demo&sort=id';
    const answer = await app.call('GET', `/api/v1/returns?${query}`, { as: 'auditor' });
    app.reads.nextPage = null;
    expect(answer.json()).toMatchObject({
      items: [{ id: 'main-5100200', status: 2, status_name: 'new', products: [{ product_id: '501234', quantity: 1 }] }],
      total: 1,
    });
    expect(app.reads.asked).toEqual({
      filter: {
        accounts: ['main'],
        statuses: ['new', 'received'],
        orderId: '412345678',
        from: '2025-12-31T22:00:00.000Z',
        to: '2026-01-31T21:59:59.999Z',
      },
      request: { page: 1, itemsPerPage: 25, sort: 'id', q: 'demo' },
    });
  });

  it.each([
    ['status=8', 400, 'validation-failed'],
    ['account_type=nobody', 400, 'account-unknown'],
    ['order_id=x', 400, 'validation-failed'],
    ['from=2026-02-01&to=2026-01-01', 422, 'period-impossible'],
  ])('cannot be asked with %s', async (query, status, code) => {
    const answer = await app.call('GET', `/api/v1/returns?${query}`);
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
  });

  it('are nobody’s without a token', async () =>
    expect((await app.call('GET', '/api/v1/returns', { as: null })).status).toBe(401));
});
