import type { Random } from './random.js';

/** What should never be believed, of every kind that comes to mind. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  "' or '1'='1",
  "'; drop table read.checkpoints; --",
  '1) union select username, password_hash from ops.users --',
  '%',
  '_%_',
  '\\',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${jndi:ldap://127.0.0.1/a}',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '9223372036854775808',
  '-1',
  '0x10',
  '١٢٣',
  'ștefănescu',
  '\u202eevil',
  '😀'.repeat(50),
  'ﬀ',
  '\ud800',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31T23:59:59.999999999Z',
  '2026-11-25T25:61:61Z',
  'true',
  '[]',
  '=cmd|calc',
  'x'.repeat(5_000),
];

const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  -(2 ** 63),
  [],
  {},
  [[]],
  [null],
  { __proto__: null },
  { constructor: { prototype: {} } },
];

export const hostileText = (random: Random): string => random.pick(TEXTS);

export const hostileValue = (random: Random): unknown =>
  random.chance(0.5) ? hostileText(random) : random.pick(VALUES);

/** Bodies that are no JSON, or JSON that nobody should have to read. */
const BODIES: readonly { readonly body: () => string; readonly contentType: string; readonly encoding?: string }[] = [
  { body: () => '', contentType: 'application/json' },
  { body: () => '{', contentType: 'application/json' },
  { body: () => '{"a":}', contentType: 'application/json' },
  { body: () => 'null', contentType: 'application/json' },
  { body: () => '"text"', contentType: 'application/json' },
  { body: () => '[]', contentType: 'application/json' },
  { body: () => `${'['.repeat(20_000)}${']'.repeat(20_000)}`, contentType: 'application/json' },
  { body: () => `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, contentType: 'application/json' },
  { body: () => JSON.stringify({ a: 'x'.repeat(1_200_000) }), contentType: 'application/json' },
  { body: () => '{"a":1,"a":2}', contentType: 'application/json' },
  { body: () => '{"__proto__":{"isAdmin":true}}', contentType: 'application/json' },
  { body: () => 'a=1&b=2', contentType: 'application/x-www-form-urlencoded' },
  { body: () => '<a/>', contentType: 'application/xml' },
  { body: () => '{}', contentType: 'text/plain' },
  { body: () => '{}', contentType: 'application/json; charset=utf-7' },
  { body: () => '{}', contentType: 'application/json; charset=iso-8859-1' },
  { body: () => '{}', contentType: 'application/json', encoding: 'gzip' },
  { body: () => '{}', contentType: 'application/json', encoding: 'deflate' },
  { body: () => '{}', contentType: 'application/json', encoding: 'br' },
  { body: () => '{}', contentType: 'application/json', encoding: 'zstd' },
  { body: () => '{}', contentType: 'multipart/form-data; boundary=x' },
];

export const hostileBody = (random: Random) => {
  const { body, contentType, encoding } = random.pick(BODIES);
  return {
    body: body(),
    headers: { 'content-type': contentType, ...(encoding !== undefined && { 'content-encoding': encoding }) },
  };
};
