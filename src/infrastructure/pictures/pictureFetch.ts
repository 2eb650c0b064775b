import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** Why there is no picture, in words for a log and an answer. */
export class PictureFault extends Error {
  override readonly name = 'PictureFault';
}

export interface PictureLimits {
  readonly bytes: number;
  /** For everything: names, connections, redirects and the bytes. */
  readonly milliseconds: number;
  readonly redirects: number;
}

export const PICTURE_LIMITS: PictureLimits = { bytes: 5 * 1024 * 1024, milliseconds: 8_000, redirects: 3 };

/**
 * A marketplace on this machine, `http://127.0.0.1:port`, and the hosts whose pictures it serves itself. Nothing else on
 * this machine or in its network is ever asked.
 */
export interface LocalPictures {
  readonly origin: string;
  readonly hosts: readonly string[];
}

interface Target {
  readonly url: URL;
  readonly isLocal: boolean;
}

/**
 * Looks at the address that is connected to, after the name was resolved: a name that points into our own network, or
 * does so from the second look-up on, gets no connection. A new connection each, so that each is looked at.
 */
const publicHosts = new RequestFilteringHttpsAgent({ keepAlive: false });
const thisMachine = new http.Agent({ keepAlive: false });

const targetOf = (asked: URL, local: LocalPictures | null): Target => {
  if (asked.username !== '' || asked.password !== '') throw new PictureFault('its address carries a password');
  if (local && (asked.origin === local.origin || local.hosts.includes(asked.hostname))) {
    return { url: new URL(`${asked.pathname}${asked.search}`, local.origin), isLocal: true };
  }
  if (asked.protocol !== 'https:' && asked.protocol !== 'http:')
    throw new PictureFault('its address is not of the web');
  if (asked.port !== '') throw new PictureFault('its address names a port');
  const url = new URL(asked);
  url.protocol = 'https:';
  return { url, isLocal: false };
};

const HEADERS = { accept: 'image/webp,image/png,image/jpeg,image/gif', 'user-agent': 'MagFlow' };

const ask = ({ url, isLocal }: Target, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const options = { headers: HEADERS, signal };
    const request = isLocal
      ? http.get(url, { ...options, agent: thisMachine }, resolve)
      : https.get(url, { ...options, agent: publicHosts }, resolve);
    request.once('error', reject);
  });

const bodyOf = async (answer: IncomingMessage, limit: number): Promise<Buffer> => {
  const tooLarge = new PictureFault(`it is larger than ${limit} bytes`);
  if (Number(answer.headers['content-length'] ?? 0) > limit) throw tooLarge;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const follow = async (
  address: string,
  local: LocalPictures | null,
  limits: PictureLimits,
  signal: AbortSignal,
): Promise<Buffer> => {
  let target = targetOf(new URL(address), local);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await ask(target, signal);
    try {
      const { statusCode = 0, headers } = answer;
      if (statusCode === 200) return await bodyOf(answer, limits.bytes);
      if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) {
        throw new PictureFault(`its host answered ${statusCode}`);
      }
      if (redirects === limits.redirects) throw new PictureFault('its host sends from address to address');
      if (!URL.canParse(headers.location, target.url.href)) throw new PictureFault('its host sends to no address');
      // What is led away from this machine is never led back.
      target = targetOf(new URL(headers.location, target.url), target.isLocal ? local : null);
    } finally {
      answer.destroy();
    }
  }
};

/**
 * The bytes under an address that a marketplace gave us. Only encrypted, to public hosts on their usual port, each
 * redirect checked like the first address; plain HTTP only to `local`.
 *
 * @throws PictureFault
 */
export const fetchPicture = async (
  address: string,
  local: LocalPictures | null,
  limits: PictureLimits = PICTURE_LIMITS,
): Promise<Buffer> => {
  const timeout = AbortSignal.timeout(limits.milliseconds);
  try {
    return await follow(address, local, limits, timeout);
  } catch (error) {
    if (error instanceof PictureFault) throw error;
    if (timeout.aborted) throw new PictureFault('its host did not answer in time', { cause: error });
    throw new PictureFault('its host cannot be reached', { cause: error });
  }
};
