import { describe, expect, it } from '@jest/globals';
import { bucharestDay, dayEnd, dayStart } from '../../../src/projections/bucharestDay.js';
import { amountOfHundredths, hundredths } from '../../../src/projections/hundredths.js';
import { jsonDiff } from '../../../src/projections/orderList/jsonDiff.js';
import { searchQuery, searchVector } from '../../../src/projections/searchTerms.js';
import { syncRunView } from '../../../src/projections/syncRuns/syncRunView.js';
import type { SyncRunRecord } from '../../../src/projections/syncRuns/syncRunQueries.js';
import { noCounts } from '../../../src/domain/syncRun/syncRun.js';

describe('a day in Bucharest', () => {
  it.each([
    ['2026-01-31T21:59:59.999Z', '2026-01-31'],
    ['2026-01-31T22:00:00.000Z', '2026-02-01'],
    ['2026-07-31T20:59:59.999Z', '2026-07-31'],
    ['2026-07-31T21:00:00.000Z', '2026-08-01'],
  ])('of %s is %s', (instant, day) => expect(bucharestDay(instant)).toBe(day));

  it.each([
    ['2026-01-15', '2026-01-14T22:00:00.000Z', '2026-01-15T21:59:59.999Z'],
    ['2026-07-15', '2026-07-14T21:00:00.000Z', '2026-07-15T20:59:59.999Z'],
    ['2026-03-29', '2026-03-28T22:00:00.000Z', '2026-03-29T20:59:59.999Z'],
    ['2026-10-25', '2026-10-24T21:00:00.000Z', '2026-10-25T21:59:59.999Z'],
  ])('%s lasts from %s to %s', (day, start, end) => expect([dayStart(day), dayEnd(day)]).toEqual([start, end]));
});

describe('hundredths', () => {
  it.each([
    ['0.00', 0],
    ['-12.10', -1210],
    ['123456789.99', 12345678999],
    ['1', 100],
    ['0.005', 1],
  ])('%s is %d', (amount, sum) => expect(hundredths(amount)).toBe(sum));

  it.each([
    ['0', '0.00'],
    ['-5', '-0.05'],
    ['-1210', '-12.10'],
    ['12345678999', '123456789.99'],
  ])('%s reads %s', (sum, amount) => expect(amountOfHundredths(sum)).toBe(amount));
});

describe('search terms', () => {
  it('have no diacritics, and a phone backwards too', () =>
    expect(searchVector({ texts: ['Ștefan Țepeș', 'RDX-40', null], phones: ['+40 722 123 456'] })).toBe(
      `'stefan' 'tepes' 'rdx' '40' 'rdx40' '0722123456' 'tel6543212270'`,
    ));
  it('cannot break out of their quotes', () =>
    expect(searchVector({ texts: [`o'neil \\ "x"`] })).toBe(`'o' 'neil' 'x'`));
  it('of a query are all its words as beginnings', () => expect(searchQuery("Ștef țep'")).toBe(`'stef':* & 'tep':*`));
  it('of digits are also the end of a phone number', () =>
    expect(searchQuery('3456')).toBe(`(('3456':* | 'tel6543':*)) | 'tel6543':* | '3456':*`));
  it('of a grouped phone number are one number', () =>
    expect(searchQuery('+40 722 123 456')).toContain(`'tel6543212270':*`));
  it('of a code are its parts and the whole', () => {
    expect(searchVector({ texts: ['SKU-00487 Ana-Maria'] })).toBe(`'sku' '00487' 'ana' 'maria' 'sku00487'`);
    expect(searchQuery('sku-004', { hasCodes: true })).toBe(`'sku004':*`);
    expect(searchQuery('ana-maria zx-9', { hasCodes: true })).toBe(`'ana':* & 'maria':* & 'zx9':*`);
  });
  it.each(['%', '_', '\\', "'; drop table x; --", '\u202Eabc', 'a'.repeat(5_000), '😀', "a':*&!b", '(((', '<->', '"'])(
    'of the hostile text %j are words or nothing',
    (typed) => expect(searchQuery(typed, { hasCodes: true }) ?? '').toMatch(/^(?:'[\p{L}\p{N}]{1,100}':\*(?: & )?)*$/u),
  );
  it('of punctuation are none', () => expect(searchQuery('%_*&|!')).toBeNull());
});

describe('a difference of two documents', () => {
  it('escapes names in its pointers', () =>
    expect(jsonDiff({ 'a/b~c': 1 }, { 'a/b~c': 2 })).toEqual([{ path: '/a~1b~0c', from: 1, to: 2 }]));
  it('follows elements by their id when they move', () =>
    expect(
      jsonDiff(
        [
          { id: 'a', n: 1 },
          { id: 'b', n: 1 },
        ],
        [
          { id: 'b', n: 2 },
          { id: 'a', n: 1 },
        ],
      ),
    ).toEqual([{ path: '/0/n', from: 1, to: 2 }]));
  it('compares elements without identity by place', () =>
    expect(jsonDiff(['x', 'y'], ['x'])).toEqual([{ path: '/1', from: 'y', to: null }]));
  it('of equal documents is empty', () => expect(jsonDiff({ a: [{ b: null }] }, { a: [{ b: null }] })).toEqual([]));
});

describe('a sync run at a moment', () => {
  const run: SyncRunRecord = {
    id: 'r1',
    account: 'main',
    kind: 'orders',
    operationId: 'op1',
    phase: 'running',
    isCancelRequested: false,
    options: { mode: 'full', from: null, to: null, statuses: null, maxPages: null, includeInactive: true },
    trigger: 'user',
    requestedBy: { kind: 'user', id: 'ana' },
    counts: { ...noCounts, page: 3, totalPages: 10, processed: 300, totalItems: 1000, created: 300 },
    missing: [],
    failure: null,
    requestedAt: '2026-03-02T10:00:00.000Z',
    startedAt: '2026-03-02T10:00:00.000Z',
    progressedAt: '2026-03-02T10:00:10.000Z',
    finishedAt: null,
  };

  it('tells how fast it is and how long it will take', () =>
    expect(syncRunView(run, new Date('2026-03-02T10:00:10.000Z'))).toMatchObject({
      progress_percentage: 30,
      duration_seconds: 10,
      throughput_per_second: 30,
      estimated_time_remaining_seconds: 24,
    }));
  it('tells nothing that it does not know', () =>
    expect(syncRunView({ ...run, startedAt: null, counts: noCounts }, new Date())).toMatchObject({
      progress_percentage: null,
      duration_seconds: 0,
      throughput_per_second: null,
      estimated_time_remaining_seconds: null,
    }));
  it('stands still once it is over', () =>
    expect(
      syncRunView(
        { ...run, phase: 'completed', finishedAt: '2026-03-02T10:00:20.000Z' },
        new Date('2026-03-03T00:00:00Z'),
      ),
    ).toMatchObject({ progress_percentage: 100, duration_seconds: 20, estimated_time_remaining_seconds: null }));
});
