import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CategoryLists } from '../../src/application/categories/categoryLists.js';
import { FakeMarketplace } from '../support/fakeMarketplace.js';
import { startTestApp, type TestApp } from './support/testApp.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const list = async (query: string) => {
  const answer = await app.call('GET', `/api/v1/categories?account_type=main&${query}`, { as: 'auditor' });
  const { items, ...rest } = answer.json();
  return { status: answer.status, ids: (items as { id: string }[] | undefined)?.map(({ id }) => id), ...rest };
};

describe('categories', () => {
  it('are listed by name', async () => {
    const answer = await app.call('GET', '/api/v1/categories?account_type=main&items_per_page=2&page=2');
    expect(answer.json()).toMatchObject({
      items: [{ id: '3', name: 'Categoria 003' }, { id: '4' }],
      total: 130,
      page: 2,
      items_per_page: 2,
      total_pages: 65,
      next_cursor: expect.any(String),
      unavailable: [],
    });
    expect((answer.json()['items'] as object[])[0]).toEqual({
      id: '3',
      account_type: 'main',
      name: 'Categoria 003',
      parent_id: null,
      is_allowed: true,
      is_ean_mandatory: true,
      is_warranty_mandatory: false,
    });
    expect(answer.headers.get('x-total-count')).toBe('130');
    expect(answer.headers.get('link')).toContain('rel="next"');
  });

  it('are found by words of their name, without diacritics, and by id', async () => {
    expect(await list('q=drumetie%20rucsac')).toMatchObject({ ids: ['77'], total: 1 });
    expect(await list('q=77')).toMatchObject({ ids: ['77'] });
    expect(await list('q=nimic')).toMatchObject({ ids: [], total: 0 });
  });

  it('are filtered and sorted', async () => {
    expect(await list('is_allowed=false&sort=id&order=desc&items_per_page=3')).toMatchObject({
      ids: ['130', '120', '110'],
      total: 13,
    });
    expect(await list('parent_id=7&sort=id&items_per_page=1')).toMatchObject({ ids: ['101'], total: 30 });
  });

  it('speak other languages', async () =>
    expect((await app.call('GET', '/api/v1/categories?account_type=main&language=en')).json()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: '1', name: 'Category 001' })]),
    }));

  it('come from every account when none is named', async () =>
    expect((await app.call('GET', '/api/v1/categories?q=77')).json()).toMatchObject({
      items: [{ account_type: 'fbe' }, { account_type: 'main' }],
      total: 2,
    }));

  it.each(['language=xx', 'sort=colour', 'account_type=nobody', 'parent_id=x', 'items_per_page=0', 'colour=red'])(
    'cannot be asked with %s',
    async (query) => expect((await app.call('GET', `/api/v1/categories?${query}`)).status).toBe(400),
  );

  it('are nobody’s without a token', async () => {
    expect((await app.call('GET', '/api/v1/categories', { as: null })).status).toBe(401);
    expect((await app.call('GET', '/api/v1/categories/77', { as: null })).status).toBe(401);
  });

  it('are still loading when nobody can wait for the first reading', async () => {
    const marketplace = new FakeMarketplace();
    marketplace.countCategories = () => new Promise(() => undefined);
    const slow = await startTestApp({
      marketplace,
      categories: new CategoryLists(marketplace, (_account, _question, load) => load()),
    });
    try {
      const answer = await slow.call('GET', '/api/v1/categories', { headers: { prefer: 'wait=0' } });
      expect([answer.status, answer.json()['code'], answer.headers.get('retry-after')]).toEqual([
        503,
        'categories-loading',
        '5',
      ]);
    } finally {
      await slow.close();
    }
  });
});

describe('one category', () => {
  it('shows its characteristics', async () =>
    expect((await app.call('GET', '/api/v1/categories/77?account_type=main', { as: 'auditor' })).json()).toMatchObject({
      id: '77',
      account_type: 'main',
      name: 'Rucsacuri drumeție',
      characteristics: [{ id: '5401', name: 'Culoare', type: 11, is_mandatory: true, values: ['Negru', 'Verde'] }],
      family_types: [{ id: '212', characteristic_ids: ['5401'] }],
    }));

  it.each([
    ['9999?account_type=main', 404, 'category-unknown'],
    ['77', 409, 'account-ambiguous'],
    ['77?account_type=nobody', 400, 'account-unknown'],
    ['x?account_type=main', 404, 'not-found'],
  ])('refuses %s', async (path, status, code) => {
    const answer = await app.call('GET', `/api/v1/categories/${path}`);
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
  });
});
