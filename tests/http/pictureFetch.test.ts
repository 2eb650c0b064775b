import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchPicture, type LocalPictures } from '../../src/infrastructure/pictures/pictureFetch.js';

const limits = { bytes: 1_000, milliseconds: 60_000, redirects: 3 };

let marketplace: Server;
let neighbour: Server;
let local: LocalPictures;
let neighbourPort: number;
/** Paths that reached a server of this machine, whoever sent them there. */
let reached: string[] = [];
let answer: RequestListener;

const listen = async (listener: RequestListener): Promise<Server> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  marketplace = await listen((req, res) => {
    reached.push(`marketplace ${req.url}`);
    answer(req, res);
  });
  neighbour = await listen((req, res) => {
    reached.push(`neighbour ${req.url}`);
    res.end('secret');
  });
  neighbourPort = portOf(neighbour);
  local = { origin: `http://127.0.0.1:${portOf(marketplace)}`, hosts: ['img.magazin-demo.example'] };
});
afterAll(() => {
  for (const server of [marketplace, neighbour]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  reached = [];
  answer = (_req, res) => res.end('the bytes');
});

const redirectTo =
  (location: string): RequestListener =>
  (_req, res) =>
    void res.writeHead(302, { location }).end();

describe('a marketplace on this machine', () => {
  it('serves its pictures at its own address', async () => {
    await expect(fetchPicture(`${local.origin}/p/1.png?width=150`, local, limits)).resolves.toEqual(
      Buffer.from('the bytes'),
    );
    expect(reached).toEqual(['marketplace /p/1.png?width=150']);
  });

  it('serves those of its picture host', async () => {
    await fetchPicture('https://img.magazin-demo.example/p/rcs-1.png?width=150&height=150', local, limits);
    expect(reached).toEqual(['marketplace /p/rcs-1.png?width=150&height=150']);
  });

  it('may send to another picture of its own', async () => {
    answer = (req, res) => (req.url === '/new.png' ? res.end('moved') : redirectTo('/new.png')(req, res));
    await expect(fetchPicture(`${local.origin}/old.png`, local, limits)).resolves.toEqual(Buffer.from('moved'));
  });
});

describe('no connection is made', () => {
  const port = () => neighbourPort;
  it.each([
    ['an address of this machine', () => 'https://127.0.0.1/x.png'],
    ['its name', () => 'https://localhost/x.png'],
    ['its address in other words', () => 'https://2130706433/x.png'],
    ['its IPv6 address', () => 'https://[::1]/x.png'],
    ['an IPv4 address inside an IPv6 one', () => 'https://[::ffff:127.0.0.1]/x.png'],
    ['every address of this machine', () => 'https://0.0.0.0/x.png'],
    ['a private network', () => 'https://10.0.0.5/x.png'],
    ['another private network', () => 'https://192.168.1.1/x.png'],
    ['the cloud’s own service', () => 'https://169.254.169.254/latest/meta-data'],
    ['a private IPv6 network', () => 'https://[fd00::1]/x.png'],
  ])('to %s', async (_name, address) => {
    await expect(fetchPicture(address(), null, limits)).rejects.toThrow('its host cannot be reached');
    expect(reached).toEqual([]);
  });

  it.each([
    ['a port of another service', () => `http://127.0.0.1:${port()}/`, 'its address names a port'],
    ['a port of a public host', () => 'https://img.example:8443/x.png', 'its address names a port'],
    ['something else than the web', () => 'file:///etc/passwd', 'its address is not of the web'],
    ['an address with a password', () => 'https://user:pass@img.example/x.png', 'its address carries a password'],
  ])('to %s', async (_name, address, reason) => {
    await expect(fetchPicture(address(), local, limits)).rejects.toThrow(reason);
    expect(reached).toEqual([]);
  });

  it('to the sandbox’s host when the account is none of this machine', async () => {
    await expect(fetchPicture(`${local.origin}/p/1.png`, null, limits)).rejects.toThrow('its address names a port');
    expect(reached).toEqual([]);
  });

  it.each([
    ['another service of this machine', () => `http://127.0.0.1:${port()}/`, 'its address names a port'],
    ['this machine by name', () => 'https://localhost/', 'its host cannot be reached'],
    ['a private network', () => 'https://10.0.0.5/', 'its host cannot be reached'],
  ])('when a host sends to %s', async (_name, location, reason) => {
    answer = redirectTo(location());
    await expect(fetchPicture(`${local.origin}/p/1.png`, local, limits)).rejects.toThrow(reason);
    expect(reached).toEqual(['marketplace /p/1.png']);
  });
});

describe('what is not taken', () => {
  it('more bytes than allowed, announced', async () => {
    answer = (_req, res) => res.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5_000));
    await expect(fetchPicture(`${local.origin}/big`, local, limits)).rejects.toThrow('it is larger than 1000 bytes');
  });

  it('more bytes than allowed, never ending', async () => {
    let isCut = false;
    answer = (_req, res) => {
      const more = () => void (res.write('x'.repeat(500)) || res.once('drain', more));
      const timer = setInterval(more, 1);
      res.once('close', () => {
        clearInterval(timer);
        isCut = true;
      });
    };
    await expect(fetchPicture(`${local.origin}/big`, local, limits)).rejects.toThrow('it is larger than 1000 bytes');
    while (!isCut) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isCut).toBe(true);
  });

  it('another answer than 200', async () => {
    answer = (_req, res) => res.writeHead(404).end();
    await expect(fetchPicture(`${local.origin}/x`, local, limits)).rejects.toThrow('its host answered 404');
  });

  it('a fourth address', async () => {
    answer = (req, res) => redirectTo(`${req.url ?? ''}x`)(req, res);
    await expect(fetchPicture(`${local.origin}/p`, local, limits)).rejects.toThrow(
      'its host sends from address to address',
    );
    expect(reached).toEqual(['marketplace /p', 'marketplace /px', 'marketplace /pxx', 'marketplace /pxxx']);
  });

  it('an answer that does not come in time', async () => {
    answer = () => undefined;
    await expect(fetchPicture(`${local.origin}/p`, local, { ...limits, milliseconds: 50 })).rejects.toThrow(
      'its host did not answer in time',
    );
  });

  it('bytes that do not come in time', async () => {
    answer = (_req, res) => void res.writeHead(200).write('half');
    await expect(fetchPicture(`${local.origin}/p`, local, { ...limits, milliseconds: 300 })).rejects.toThrow(
      'its host did not answer in time',
    );
  });

  it('an answer of nobody', async () => {
    answer = (req) => req.socket.destroy();
    await expect(fetchPicture(`${local.origin}/p`, local, limits)).rejects.toThrow('its host cannot be reached');
  });
});
