import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { Marketplace } from '../../application/ports/marketplace.js';
import { isLoopback } from '../operational/publicUrl.js';
import { SANDBOX_PICTURES } from '../sandbox/data/pictureAddresses.js';
import { fetchPicture, PictureFault, type LocalPictures } from './pictureFetch.js';
import { pictureTypeOf, type PictureType } from './pictureFormat.js';
import type { PictureLinks, PictureSource } from './pictureLinks.js';

export interface Picture {
  readonly bytes: Uint8Array;
  readonly contentType: PictureType;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** There is none to be had now; `reason` completes "The picture cannot be shown: …". */
export interface NoPicture {
  readonly reason: string;
}

const KEPT_BYTES = 32 * 1024 * 1024;
const KEPT_MS = 24 * 60 * 60 * 1_000;
/** A host that is down is asked again soon, but not by every row of every list. */
const FAULT_KEPT_MS = 5 * 60 * 1_000;
const AT_ONCE = 6;
const MOST_WAITING = 300;
/** What an entry without a picture weighs, beside its name. */
const FAULT_BYTES = 500;

interface PicturesOptions {
  readonly links: PictureLinks;
  readonly marketplace: Pick<Marketplace, 'accounts'>;
  readonly logger: Pick<Logger, 'info'>;
  readonly fetch?: typeof fetchPicture;
}

/**
 * Pictures of products by their signed names: fetched a few at a time, each once however many ask, kept in memory up to
 * a bound.
 */
export class Pictures {
  private readonly limit = pLimit(AT_ONCE);
  private readonly kept: LRUCache<string, Picture | NoPicture>;

  constructor(private readonly options: PicturesOptions) {
    this.kept = new LRUCache<string, Picture | NoPicture>({
      maxSize: KEPT_BYTES,
      sizeCalculation: (entry, token) => token.length + ('bytes' in entry ? entry.bytes.length : FAULT_BYTES),
      ttl: KEPT_MS,
      // Whoever waits gets it, even if others have pushed it out meanwhile.
      ignoreFetchAbort: true,
      fetchMethod: async (token, _stale, { options: entry }) => {
        const source = options.links.read(token);
        const found = source ? await this.load(source) : { reason: 'it is not one of ours' };
        if ('reason' in found) entry.ttl = FAULT_KEPT_MS;
        return found;
      },
    });
  }

  pathOf(account: string, url: string | null): string | null {
    return this.options.links.pathOf(account, url);
  }

  /** The picture, or why there is none; null for a token that we did not make. */
  async byToken(token: string): Promise<Picture | NoPicture | null> {
    if (!this.options.links.read(token)) return null;
    if (!this.kept.has(token) && this.limit.pendingCount >= MOST_WAITING) {
      return { reason: 'too many are being fetched' };
    }
    return this.kept.forceFetch(token);
  }

  private load(source: PictureSource): Promise<Picture | NoPicture> {
    return this.limit(async () => {
      try {
        const bytes = await (this.options.fetch ?? fetchPicture)(source.url, await this.localOf(source));
        const contentType = pictureTypeOf(bytes);
        if (contentType === null) throw new PictureFault('it is no JPEG, PNG, WebP or GIF');
        return { bytes, contentType, sha256: createHash('sha256').update(bytes).digest('hex') };
      } catch (err) {
        if (!(err instanceof PictureFault)) throw err;
        this.options.logger.info({ err, account: source.account, url: source.url }, 'a picture cannot be had');
        return { reason: err.message };
      }
    });
  }

  private async localOf({ account }: PictureSource): Promise<LocalPictures | null> {
    const info = (await this.options.marketplace.accounts()).find(({ key }) => key === account);
    if (!info || !isLoopback(info.baseUrl)) return null;
    return { origin: new URL(info.baseUrl).origin, hosts: [SANDBOX_PICTURES.host] };
  }
}
