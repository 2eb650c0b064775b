import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EanLookUp } from '../../src/application/ean/eanLookUp.js';
import { MarketplaceError } from '../../src/application/ports/marketplace.js';
import type { EanMatchDecided } from '../../src/domain/ean/eanMatch.js';
import { FakeMarketplace } from '../support/fakeMarketplace.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const base = '/api/v1/emag/phase2/ean';
const known = '5941234567899';
const twin = '5949900000022';
const unknown = '96385074';
const mistyped = '5941234567890';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const codes = (answer: { status: number; json(): Record<string, unknown> }) => [answer.status, answer.json()['code']];

describe('validating a code', () => {
  it.each([
    [known, { valid: true, ean: known, format: 'GTIN-13', gtin14: '05941234567899', error: null }],
    ['036000291452', { valid: true, ean: '036000291452', format: 'GTIN-12', gtin14: '00036000291452', error: null }],
    [unknown, { valid: true, ean: unknown, format: 'GTIN-8', gtin14: '00000096385074', error: null }],
    [mistyped, { valid: false, ean: mistyped, format: null, gtin14: null, error: 'ean-check-digit' }],
    ['abc', { valid: false, ean: 'abc', format: null, gtin14: null, error: 'ean-not-digits' }],
    ['123', { valid: false, ean: '123', format: null, gtin14: null, error: 'ean-length' }],
    ['%20', { valid: false, ean: ' ', format: null, gtin14: null, error: 'ean-empty' }],
    ['%D9%A5', { valid: false, ean: '٥', format: null, gtin14: null, error: 'ean-not-digits' }],
  ])('answers %s', async (code, body) => {
    const answer = await app.call('GET', `${base}/validate/${code}`, { as: 'auditor' });
    expect([answer.status, answer.json()]).toEqual([200, body]);
  });

  it('is nobody’s without a token', async () =>
    expect((await app.call('GET', `${base}/validate/${known}`, { as: null })).status).toBe(401));
});

describe('searching a code', () => {
  it('answers the products of the account', async () => {
    const answer = await app.call('POST', `${base}/search`, { body: { account_type: 'main', ean: known } });
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({
      ean: known,
      gtin14: '05941234567899',
      products: [
        {
          account_type: 'main',
          ean: known,
          part_number_key: 'D1X2Y3BBM',
          product_name: 'Rucsac drumetie Demo RDX 40 L',
          brand_name: 'Demo Outdoor',
          category_name: 'Rucsacuri drumetie',
          doc_category_id: '3901',
          site_url: 'http://emag.ro/product_details/pd/D1X2Y3BBM',
          product_image: 'https://img.emag.example/p/1.png',
          picture_url:
            '/api/v1/pictures/WyJtYWluIiwiaHR0cHM6Ly9pbWcuZW1hZy5leGFtcGxlL3AvMS5wbmciXQ.oH2qeGo8fhJ670vzqBgQWw',
          allowed_to_add_offer: true,
          vendor_has_offer: true,
          hotness: 'COLD',
        },
      ],
      count: 1,
      quota: {
        account_type: 'main',
        limit: 5000,
        remaining: 4750,
        available_now: 2375,
        next_at: null,
        resets_at: null,
      },
      quotas: [expect.objectContaining({ account_type: 'main' })],
      unavailable: [],
    });
  });

  it('asks every account when none is named', async () => {
    const { products, count } = (await app.call('POST', `${base}/search`, { body: { ean: known } })).json();
    expect(products).toMatchObject([
      { account_type: 'main', vendor_has_offer: true },
      { account_type: 'fbe', vendor_has_offer: false },
    ]);
    expect(count).toBe(2);
  });

  it('finds nothing of an unknown code', async () =>
    expect((await app.call('POST', `${base}/search`, { body: { ean: unknown } })).json()).toMatchObject({
      products: [],
      count: 0,
    }));

  it.each([
    [{ ean: mistyped }, 422, 'ean-invalid'],
    [{ ean: '' }, 422, 'ean-invalid'],
    [{ ean: 5941234567899 }, 400, 'validation-failed'],
    [{}, 400, 'validation-failed'],
    [{ ean: known, account_type: 'nobody' }, 400, 'account-unknown'],
    [{ ean: known, colour: 'red' }, 400, 'validation-failed'],
  ])('refuses %j', async (body, status, code) =>
    expect(codes(await app.call('POST', `${base}/search`, { body }))).toEqual([status, code]),
  );

  it('says what is wrong with a code', async () =>
    expect((await app.call('POST', `${base}/search`, { body: { ean: mistyped } })).json()).toMatchObject({
      ean_error: 'ean-check-digit',
      errors: [{ pointer: '/ean', detail: 'is mistyped: its last digit does not fit the others' }],
    }));

  it('is not for strangers and auditors', async () => {
    const body = { ean: known };
    expect((await app.call('POST', `${base}/search`, { as: null, body })).status).toBe(401);
    expect((await app.call('POST', `${base}/search`, { as: 'auditor', body })).status).toBe(403);
  });
});

describe('searching many codes', () => {
  it('groups them', async () => {
    const long = '1'.repeat(300);
    const eans = [known, ` ${known} `, twin, unknown, mistyped, 'abc', long];
    const answer = await app.call('POST', `${base}/bulk-search`, { body: { account_type: 'main', eans } });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      results: [
        { ean: known, gtin14: '05941234567899', count: 1, products: [{ part_number_key: 'D1X2Y3BBM' }] },
        { ean: twin, count: 2 },
      ],
      not_found: [unknown],
      invalid: [
        { ean: mistyped, error: 'ean-check-digit' },
        { ean: 'abc', error: 'ean-not-digits' },
        { ean: long, error: 'ean-length' },
      ],
      not_searched: [],
      total: 6,
      quota: { account_type: 'main', limit: 5000, remaining: 4750 },
      unavailable: [],
    });
  });

  it.each([
    [{ eans: [] }, 400, 'validation-failed'],
    [{ eans: Array.from({ length: 101 }, () => known) }, 400, 'validation-failed'],
    [{ eans: known }, 400, 'validation-failed'],
    [{ eans: [known], account_type: 'nobody' }, 400, 'account-unknown'],
  ])('refuses %j', async (body, status, code) =>
    expect(codes(await app.call('POST', `${base}/bulk-search`, { body }))).toEqual([status, code]),
  );

  it('is not for strangers and auditors', async () => {
    const body = { eans: [known] };
    expect((await app.call('POST', `${base}/bulk-search`, { as: null, body })).status).toBe(401);
    expect((await app.call('POST', `${base}/bulk-search`, { as: 'auditor', body })).status).toBe(403);
  });
});

describe('a marketplace that cannot be asked', () => {
  const failing = async (failure: MarketplaceError, left: number, path: string, body: object) => {
    const marketplace = new FakeMarketplace();
    marketplace.findByEans = () => Promise.reject(failure);
    marketplace.eanQuota = () =>
      Promise.resolve({
        limit: 5_000,
        remaining: left,
        availableNow: left,
        nextAt: '2026-03-02T10:00:36.000Z',
        resetsAt: '2026-03-03T10:00:00.000Z',
      });
    const other = await startTestApp({
      marketplace,
      eanLookUp: new EanLookUp(marketplace, (_account, _gtin14, load) => load()),
    });
    try {
      return await other.call('POST', path, { body });
    } finally {
      await other.close();
    }
  };

  it('is 429 with the time to wait when the quota is used up', async () => {
    const failure = new MarketplaceError('rate-limited', 'used up', true, 35_200);
    const answer = await failing(failure, 0, `${base}/search`, { ean: known });
    expect([...codes(answer), answer.headers.get('retry-after')]).toEqual([429, 'ean-quota-exhausted', '36']);
    expect(answer.json()['quota']).toMatchObject({ limit: 5000, remaining: 0, next_at: '2026-03-02T10:00:36.000Z' });
  });

  it('is named otherwise', async () => {
    const failure = new MarketplaceError('credentials-refused', 'no API right', false);
    const answer = await failing(failure, 5, `${base}/bulk-search`, { eans: [known] });
    expect(codes(answer)).toEqual([502, 'marketplace-credentials-refused']);
  });
});

describe('the quota', () => {
  it('is shown by account', async () =>
    expect((await app.call('GET', `${base}/quota`, { as: 'auditor' })).json()).toMatchObject({
      quotas: [
        { account_type: 'main', limit: 5000 },
        { account_type: 'fbe', remaining: 4750 },
      ],
    }));

  it('is nobody’s without a token, and of no unknown account', async () => {
    expect((await app.call('GET', `${base}/quota`, { as: null })).status).toBe(401);
    expect((await app.call('GET', `${base}/quota?account_type=nobody`)).status).toBe(400);
  });
});

describe('matching a product', () => {
  const match = (body: object) => app.call('POST', `${base}/match`, { body });

  it('recommends to update the offer that is there', async () => {
    const answer = await match({ account_type: 'main', ean: known });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      match_found: true,
      recommendation: 'already_have_offer',
      action: 'update_existing_offer',
      emag_product: { part_number_key: 'D1X2Y3BBM', score: 50, reasons: ['ean-equal', 'our-offer'] },
      local_product: null,
      details: { ambiguous: false, steps: ['update-offer'], quota: { limit: 5000 } },
    });
  });

  it.each([{}, { account_type: 'both' }])('is made for the first account that ships by itself with %j', async (named) =>
    expect((await match({ ...named, ean: known })).json()).toMatchObject({
      recommendation: 'already_have_offer',
      details: { account_type: 'main', quota: { account_type: 'main' } },
    }),
  );

  it('recommends to attach where there is none', async () =>
    expect((await match({ account_type: 'fbe', ean: known })).json()).toMatchObject({
      recommendation: 'can_add_offer',
      action: 'create_new_offer',
    }));

  it('recommends to submit what the catalogue does not know', async () =>
    expect((await match({ account_type: 'main', ean: unknown, product_data: {} })).json()).toMatchObject({
      match_found: false,
      recommendation: 'create_new_product',
      action: 'submit_new_product_to_emag',
      emag_product: null,
      local_product: null,
    }));

  it('ranks several hits, and says that a person must choose', async () => {
    const answer = await match({
      account_type: 'main',
      ean: twin,
      product_data: { name: 'Rucsac Demo RDX 40 L', brand: 'Demo Outdoor', category_id: 3901 },
    });
    expect(answer.json()).toMatchObject({
      emag_product: { part_number_key: 'DTWIN1BBM' },
      details: {
        ambiguous: true,
        needs_confirmation: true,
        candidates: [{ part_number_key: 'DTWIN1BBM' }, { part_number_key: 'DTWIN2BBM' }],
        steps: ['confirm-product', 'set-price-and-stock', 'attach-to-product'],
      },
    });
  });

  it('keeps who decided what, once for an idempotency key', async () => {
    const gtin14 = '00000012345670';
    const headers = { 'idempotency-key': 'one-decision' };
    const body = { account_type: 'main', ean: '12345670', product_data: { sku: 'S-1' } };
    const first = await app.call('POST', `${base}/match`, { body, headers });
    const again = await app.call('POST', `${base}/match`, { body, headers });
    expect(again.json()).toEqual(first.json());
    expect(first.headers.get('x-event-position')).toMatch(/^\d+$/);
    const { events } = await app.store.read<EanMatchDecided>(`eanMatch-${gtin14}`);
    expect(events).toMatchObject([
      {
        type: 'EanMatchDecided',
        data: { account: 'main', ean: '12345670', gtin14, asked: { sku: 'S-1' }, recommendation: 'create_new_product' },
        metadata: { actor: { kind: 'user', id: 'operator' } },
      },
    ]);
  });

  it.each([
    [{ account_type: 'main', ean: mistyped }, 422, 'ean-invalid'],
    [{ account_type: 'nobody', ean: known }, 400, 'account-unknown'],
    [{ account_type: 'main', ean: known, product_data: { colour: 'red' } }, 400, 'validation-failed'],
    [{ account_type: 'main', ean: known, product_data: { name: 'x'.repeat(501) } }, 400, 'validation-failed'],
    [{ account_type: 'main', ean: known, product_data: [] }, 400, 'validation-failed'],
  ])('refuses %j', async (body, status, code) => expect(codes(await match(body))).toEqual([status, code]));

  it('is not for strangers and auditors', async () => {
    const body = { account_type: 'main', ean: known };
    expect((await app.call('POST', `${base}/match`, { as: null, body })).status).toBe(401);
    expect((await app.call('POST', `${base}/match`, { as: 'auditor', body })).status).toBe(403);
  });
});

describe('stored decisions', () => {
  it('are listed by account, recommendation and search', async () => {
    const query = 'account_type=main&recommendation=can_add_offer,cannot_add_offer&q=rucsac&sort=ean&order=asc';
    const answer = await app.call('GET', `${base}/decisions?${query}`, { as: 'auditor' });
    expect(answer.json()).toMatchObject({ items: [], total: 0, page: 1, items_per_page: 25, next_cursor: null });
    expect(app.reads.asked).toEqual({
      filter: { accounts: ['main'], recommendations: ['can_add_offer', 'cannot_add_offer'] },
      request: { page: 1, itemsPerPage: 25, sort: 'ean', order: 'asc', q: 'rucsac' },
    });
  });

  it('are nobody’s without a token', async () =>
    expect((await app.call('GET', `${base}/decisions`, { as: null })).status).toBe(401));

  it.each(['recommendation=maybe', 'account_type=nobody', 'sort=colour', 'items_per_page=101'])(
    'cannot be asked with %s',
    async (query) => expect((await app.call('GET', `${base}/decisions?${query}`)).status).toBe(400),
  );
});
