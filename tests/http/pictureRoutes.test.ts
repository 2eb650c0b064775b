import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PictureFault, type LocalPictures } from '../../src/infrastructure/pictures/pictureFetch.js';
import { PictureLinks } from '../../src/infrastructure/pictures/pictureLinks.js';
import { Pictures } from '../../src/infrastructure/pictures/pictures.js';
import { productPicture } from '../../src/infrastructure/sandbox/picture/productPicture.js';
import { newEvent } from '../support/integrationEvents.js';
import { offerFacts } from '../support/offerSamples.js';
import { line, received } from '../support/orderSamples.js';
import { startTestApp, type TestApp } from './support/testApp.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const GIF = Buffer.from('R0lGODlhAgABAIAAAAAAAP///yH5BAEAAAAALAAAAAACAAEAAAICBAoAOw==', 'base64');
/** The head of a PNG that claims to be 40,000 points wide and high. */
const VAST = (() => {
  const bytes = Buffer.from(productPicture('vast'));
  bytes.writeUInt32BE(40_000, 16);
  bytes.writeUInt32BE(40_000, 20);
  return bytes;
})();

let app: TestApp;
let fetched: { readonly address: string; readonly local: LocalPictures | null }[] = [];
let answers: Readonly<Record<string, () => Promise<Buffer>>> = {};
const links = new PictureLinks(new Uint8Array(32));

const accounts = [
  { key: 'main', baseUrl: 'https://marketplace-api.emag.ro/api-3', isDemonstration: false },
  { key: 'demo_main', baseUrl: 'http://127.0.0.1:4711/api-3', isDemonstration: true },
].map((info) => ({ ...info, platform: 'emag-ro' as const, fulfilment: 'own' as const }));

beforeAll(async () => {
  app = await startTestApp({
    pictures: new Pictures({
      links,
      marketplace: { accounts: () => Promise.resolve(accounts) },
      logger: { info: () => undefined },
      fetch: (address, local) => {
        fetched.push({ address, local });
        return answers[address]?.() ?? Promise.reject(new PictureFault('its host cannot be reached'));
      },
    }),
  });
});
afterAll(() => app.close());
beforeEach(() => {
  fetched = [];
});

let number = 0;
/** A picture that nobody asked for yet, and what its host answers. */
const pictureOf = (bytes: Uint8Array | (() => Promise<Buffer>), account = 'main'): string => {
  const url = `https://img.emag.example/${(number += 1)}.png`;
  answers = { ...answers, [url]: typeof bytes === 'function' ? bytes : () => Promise.resolve(Buffer.from(bytes)) };
  return links.pathOf(account, url) ?? '';
};
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  app.call('GET', path, { as: null, headers });
const bytesOf = async (path: string) => Buffer.from(await (await fetch(`${app.url}${path}`)).arrayBuffer());

describe('GET /pictures/{token}', () => {
  it('serves the picture without a token of a person, to be kept, and inert', async () => {
    const png = productPicture('Rucsac');
    const path = pictureOf(png);
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('cache-control')).toBe('private, max-age=604800, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(await bytesOf(path)).toEqual(Buffer.from(png));

    const known = { 'if-none-match': headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
    const again = await get(path, known);
    expect(again.status).toBe(304);
    expect(fetched).toHaveLength(1);
  });

  it('says what the bytes are, whatever the address is called', async () => {
    const { headers } = await get(pictureOf(GIF));
    expect(headers.get('content-type')).toBe('image/gif');
  });

  it.each([
    ['SVG', Buffer.from(SVG)],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a document', Buffer.from('%PDF-1.7 and so on')],
    ['a cut-off picture', Buffer.from(productPicture('x')).subarray(0, 12)],
    ['an area that no browser should unfold', VAST],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s', async (_name, bytes) => {
    const { status, json } = await get(pictureOf(bytes));
    expect(status).toBe(502);
    expect(json()).toMatchObject({
      code: 'picture-unavailable',
      detail: 'The picture cannot be shown: it is no JPEG, PNG, WebP or GIF',
    });
  });

  it('says why there is none, and does not ask again at once', async () => {
    const path = pictureOf(() => Promise.reject(new PictureFault('its host answered 404')));
    expect((await get(path)).json()).toMatchObject({
      code: 'picture-unavailable',
      detail: 'The picture cannot be shown: its host answered 404',
    });
    expect((await get(path)).status).toBe(502);
    expect(fetched).toHaveLength(1);
  });

  it('answers a transparent point instead when asked to, which is not kept', async () => {
    const path = pictureOf(() => Promise.reject(new PictureFault('its host answered 404')));
    const { status, headers } = await get(`${path}?fallback=blank`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/gif');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(await bytesOf(`${path}?fallback=blank`)).toHaveLength(42);
  });

  it('serves nothing under a name that it did not make', async () => {
    const path = pictureOf(productPicture('Rucsac'));
    const [payload = '', mac = ''] = path.slice('/api/v1/pictures/'.length).split('.');
    const forged = Buffer.from('["main","https://img.emag.example/99.png"]').toString('base64url');
    const others = new PictureLinks(new Uint8Array(32).fill(1)).pathOf('main', 'https://img.emag.example/1.png') ?? '';
    for (const wrong of [
      `/api/v1/pictures/${forged}.${mac}`,
      `/api/v1/pictures/${payload}.${'A'.repeat(22)}`,
      others,
    ]) {
      const { status, json } = await get(wrong);
      expect(status).toBe(404);
      expect(json()['code']).toBe('picture-unknown');
    }
    expect((await get('/api/v1/pictures/https:%2F%2Fimg.emag.example%2F1.png')).status).toBe(401);
    expect(fetched).toEqual([]);
  });

  it('refuses a parameter that there is not', async () => {
    const { status, json } = await get(`${pictureOf(GIF)}?url=https://elsewhere.example`);
    expect(status).toBe(400);
    expect(json()['code']).toBe('validation-failed');
  });

  it('fetches a picture once, however many ask at once', async () => {
    let release: (bytes: Buffer) => void = () => undefined;
    const path = pictureOf(() => new Promise((resolve) => (release = resolve)));
    const all = Promise.all(Array.from({ length: 20 }, () => get(path)));
    while (fetched.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    release(GIF);
    expect((await all).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(fetched).toHaveLength(1);
  });

  it('fetches six at a time', async () => {
    const held: (() => void)[] = [];
    const hold = () => new Promise<Buffer>((resolve) => held.push(() => resolve(GIF)));
    const all = Promise.all(Array.from({ length: 9 }, () => get(pictureOf(hold))));
    while (held.length < 6) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(fetched).toHaveLength(6);
    let done = 0;
    while (done < 9) {
      const next = held[done];
      if (next) {
        next();
        done += 1;
      } else await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect((await all).every(({ status }) => status === 200)).toBe(true);
    expect(fetched).toHaveLength(9);
  });

  it('asks this machine only for an account whose marketplace is on it', async () => {
    await get(pictureOf(GIF, 'demo_main'));
    await get(pictureOf(GIF, 'main'));
    await get(pictureOf(GIF, 'gone'));
    expect(fetched.map(({ local }) => local)).toEqual([
      { origin: 'http://127.0.0.1:4711', hosts: ['img.magazin-demo.example'] },
      null,
      null,
    ]);
  });

  it('names none for what is no address of the web', () => {
    for (const url of [
      null,
      '',
      'javascript:alert(1)',
      'data:image/png;base64,AA',
      '/p/1.png',
      `https://x/${'y'.repeat(2_000)}`,
    ]) {
      expect(links.pathOf('main', url)).toBeNull();
    }
  });
});

describe('the lines of an order', () => {
  it('carry the picture of the offer that they are of', async () => {
    const url = 'https://img.emag.example/line.png';
    const facts = { ...offerFacts(), imageUrl: url };
    const offer = { account: 'main', offerId: '501001', facts, digest: 'd', at: '2026-03-02T22:30:00.000Z' };
    await app.store.append('offer-main-501001', [newEvent({ type: 'OfferReceived', data: offer })], 'no_stream');
    const lines = [
      line({ lineId: '1', offerId: '501001' }),
      line({ lineId: '2', offerId: '501002' }),
      line({ lineId: '3', offerId: null }),
    ];
    await app.receive({ account: 'main', orderId: '6700000001' }, received({ lines }));
    for (const query of ['', '?revision=0']) {
      const order = (await app.call('GET', `/api/v1/emag/orders/6700000001${query}`)).json();
      expect((order['products'] as { picture_url: string }[]).map(({ picture_url }) => picture_url)).toEqual([
        links.pathOf('main', url),
        null,
        null,
      ]);
    }
  });
});
