import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A picture of a product, as the marketplace names it. */
export interface PictureSource {
  readonly account: string;
  readonly url: string;
}

/** Longer than any that was seen; what is longer has no picture. */
const MAX_URL = 2_000;
const MAC_BYTES = 16;

/** A payload and what it is signed with, both base64url. */
export const PICTURE_TOKEN = '[A-Za-z0-9_-]{8,3000}\\.[A-Za-z0-9_-]{22}';

/**
 * Names pictures by address without letting anybody name one: only what the marketplace told us is ever signed, so the
 * door that serves them is no open proxy though it asks for no token (an `img` element cannot send one). The same
 * picture has the same name always, so that browsers keep it.
 */
export class PictureLinks {
  private readonly key: Buffer;

  constructor(masterKey: Uint8Array) {
    this.key = Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(0), 'magflow picture links v1', 32));
  }

  /** Path of our own under which the picture is served; null when the marketplace names none that could be fetched. */
  pathOf(account: string, url: string | null): string | null {
    if (url === null || url.length > MAX_URL || !URL.canParse(url)) return null;
    const { protocol } = new URL(url);
    if (protocol !== 'https:' && protocol !== 'http:') return null;
    const payload = Buffer.from(JSON.stringify([account, url])).toString('base64url');
    return `/api/v1/pictures/${payload}.${this.macOf(payload)}`;
  }

  /** What the token names; null when we did not make it. */
  read(token: string): PictureSource | null {
    const [payload = '', mac = ''] = token.split('.');
    // As text: bytes have several spellings, and each would be kept as another picture.
    const [given, expected] = [Buffer.from(mac), Buffer.from(this.macOf(payload))];
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const [account, url] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, string];
    return { account, url };
  }

  private macOf(payload: string): string {
    return createHmac('sha256', this.key).update(payload).digest().subarray(0, MAC_BYTES).toString('base64url');
  }
}
