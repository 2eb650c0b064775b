import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { PersonalDataCodec } from '../../src/application/ports/eventStore.js';
import { InMemoryPersonKeys } from '../../src/infrastructure/eventstore/inMemoryPersonKeys.js';
import { createPersonalDataCodec } from '../../src/infrastructure/eventstore/personalDataCodec.js';
import type { PersonKeys } from '../../src/infrastructure/eventstore/personKeys.js';
import { PostgresPersonKeys } from '../../src/infrastructure/eventstore/postgresPersonKeys.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let pool: pg.Pool;
const masterKey = randomBytes(32);

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const type = 'OrderReceived';
const personal = {
  name: 'Ana Ionescu',
  phones: ['0722000111'],
  company: null,
  address: { city: 'Iași', floor: 3, lift: true },
};

/** What a log gives back: the encrypted event, after its way through JSON. */
const seal = async (codec: PersonalDataCodec, personId: string, id: string = randomUUID()) => {
  const data: object = await codec.encrypt(type, id, { personId, personal, total: '10.00' });
  return { id, type, data: JSON.parse(JSON.stringify(data)) };
};

const implementations: readonly (readonly [string, () => PersonKeys])[] = [
  ['in memory', () => new InMemoryPersonKeys()],
  ['in PostgreSQL', () => new PostgresPersonKeys(pool, masterKey)],
];

describe.each(implementations)('personal data with keys %s', (_where, open) => {
  let keys: PersonKeys;
  let codec: PersonalDataCodec;
  let personId: string;
  beforeEach(() => {
    keys = open();
    codec = createPersonalDataCodec(keys);
    personId = randomUUID();
  });

  it('is not in what is stored, and comes back whole', async () => {
    const event = await seal(codec, personId);

    expect(JSON.stringify(event)).not.toMatch(/Ionescu|0722000111|Iași/);
    expect(event.data.personal).toEqual({
      $enc: 'v1',
      kid: expect.any(String),
      iv: expect.any(String),
      ct: expect.any(String),
      tag: expect.any(String),
      shape: { name: '', phones: [''], company: null, address: { city: '', floor: 0, lift: false } },
    });
    expect(await codec.decrypt([event])).toEqual([{ personId, personal, total: '10.00' }]);
  });

  it('leaves data without a person alone', async () => {
    const data = { total: '10.00' };

    expect(await codec.encrypt(type, randomUUID(), data)).toBe(data);
    expect(await codec.decrypt([{ id: randomUUID(), type, data }])).toEqual([data]);
  });

  it('is refused without a person to belong to', async () => {
    await expect(codec.encrypt(type, randomUUID(), { personal })).rejects.toThrow('no personId');
  });

  it('of one person is under one key, also when many write at once', async () => {
    const events = await Promise.all(Array.from({ length: 10 }, () => seal(codec, personId)));

    expect(new Set(events.map(({ data }) => data.personal.kid)).size).toBe(1);
    expect(await codec.decrypt(events)).toEqual(events.map(() => ({ personId, personal, total: '10.00' })));
  });

  it('of an erased person reads [erased], field by field, and others stay', async () => {
    const erased = await seal(codec, personId);
    const kept = await seal(codec, randomUUID());
    await codec.decrypt([erased, kept]);
    await codec.erase(personId);
    const [first, second] = await codec.decrypt([erased, kept]);

    expect(first).toEqual({
      personId,
      personal: {
        name: '[erased]',
        phones: ['[erased]'],
        company: null,
        address: { city: '[erased]', floor: 0, lift: false },
      },
      total: '10.00',
    });
    expect(second).toMatchObject({ personal });
  });

  it('of a person who comes back after an erasure has a new key', async () => {
    const before = await seal(codec, personId);
    await codec.erase(personId);
    const after = await seal(codec, personId);

    const [first, second] = await codec.decrypt([before, after]);
    expect(first).toMatchObject({ personal: { name: '[erased]' } });
    expect(second).toMatchObject({ personal: { name: 'Ana Ionescu' } });
  });

  it('does not open in another event, for another person, or changed', async () => {
    const event = await seal(codec, personId);
    const unreadable = { personal: { name: '[unreadable]', address: { city: '[unreadable]' } } };
    const changed = structuredClone(event.data);
    changed.personal.ct = `${changed.personal.ct.startsWith('A') ? 'B' : 'A'}${changed.personal.ct.slice(1)}`;
    const decrypted = await codec.decrypt([
      { ...event, id: randomUUID() },
      { ...event, type: 'OrderChanged' },
      { ...event, data: { ...event.data, personId: randomUUID() } },
      { ...event, data: changed },
      event,
    ]);

    for (const data of decrypted.slice(0, 4)) expect(data).toMatchObject(unreadable);
    expect(decrypted[4]).toMatchObject({ personal });
  });

  it('under a key that was never here is not called erased', async () => {
    const event = await seal(createPersonalDataCodec(new InMemoryPersonKeys()), personId);

    expect(await codec.decrypt([event])).toMatchObject([{ personal: { name: '[unreadable]' } }]);
  });
});

describe('keys in PostgreSQL', () => {
  it('are loaded once for a batch, however many events it has', async () => {
    const codec = createPersonalDataCodec(new PostgresPersonKeys(pool, masterKey));
    const people = Array.from({ length: 20 }, () => randomUUID());
    const events = await Promise.all(Array.from({ length: 200 }, (_, n) => seal(codec, people[n % 20] ?? '')));
    let queries = 0;
    const counting = {
      query: ((...parameters: Parameters<pg.Pool['query']>) => {
        queries += 1;
        return pool.query(...parameters);
      }) as pg.Pool['query'],
    };
    const reader = createPersonalDataCodec(new PostgresPersonKeys(counting, masterKey));
    expect(await reader.decrypt(events)).toHaveLength(200);
    await reader.decrypt(events);

    expect(queries).toBe(1);
  });

  it('stand wrapped in the database, and another master key does not open them', async () => {
    const personId = randomUUID();
    const keys = new PostgresPersonKeys(pool, masterKey);
    const { kid, key } = await keys.forWriting(personId);
    const { rows } = await pool.query('SELECT wrapped_key FROM ops.person_keys WHERE kid = $1', [kid]);

    expect(rows[0].wrapped_key.includes(key)).toBe(false);
    await expect(new PostgresPersonKeys(pool, randomBytes(32)).forReading([kid])).rejects.toThrow();
  });

  it('erased in one process are gone in another after the cache time', async () => {
    const personId = randomUUID();
    const ours = createPersonalDataCodec(new PostgresPersonKeys(pool, masterKey));
    const theirs = createPersonalDataCodec(new PostgresPersonKeys(pool, masterKey));
    const event = await seal(ours, personId);
    expect(await theirs.decrypt([event])).toMatchObject([{ personal: { name: 'Ana Ionescu' } }]);
    await ours.erase(personId);

    const deadline = Date.now() + 20_000;
    let name: unknown;
    while (name !== '[erased]' && Date.now() < deadline) {
      const [data] = await theirs.decrypt([event]);
      name = new Map(Object.entries(new Map(Object.entries(data ?? {})).get('personal') ?? {})).get('name');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(name).toBe('[erased]');
  });
});
