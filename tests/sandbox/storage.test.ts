import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderStorage, type Birth, type StoredRecord } from '../../src/infrastructure/sandbox/world/storage.js';

const birth: Birth = {
  seed: 1,
  now: '2025-11-24T10:00:00Z',
  born: '2025-11-24T10:00:00Z',
  orders: 0,
  offers: 0,
  accounts: [],
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'magflow-storage-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const initial: StoredRecord[] = Array.from({ length: 1203 }, (_, id): StoredRecord => [
  'offers',
  'main',
  id,
  { id, name: 'ș' },
]);

describe('the storage in a folder', () => {
  it('gives back the snapshot and then the journal, in order', async () => {
    const first = openFolderStorage(folder);
    expect([first.birth, first.records]).toEqual([undefined, []]);
    first.begin(birth, initial);
    first.append(['offers', 'main', 3, { id: 3, name: 'ț' }]);
    await first.close();
    const second = openFolderStorage(folder);
    expect(second.birth).toEqual(birth);
    expect(second.records).toEqual([...initial, ['offers', 'main', 3, { id: 3, name: 'ț' }]]);
    await second.close();
  });

  it('writes many changes that wait for each other, in order', async () => {
    const storage = openFolderStorage(folder);
    storage.begin(birth, []);
    await Promise.all(
      Array.from({ length: 500 }, (_, id) => {
        storage.append(['orders', 'main', id, id]);
        return storage.flushed();
      }),
    );
    await storage.close();
    const reopened = openFolderStorage(folder);
    expect(reopened.records.map(([, , id]) => id)).toEqual(Array.from({ length: 500 }, (_, id) => id));
    await reopened.close();
  });

  it('folds a long journal into the snapshot at the next start and loses nothing', async () => {
    const first = openFolderStorage(folder);
    first.begin(birth, initial);
    const filler = 'x'.repeat(64 * 1024);
    for (let round = 0; round < 300; round += 1) first.append(['orders', 'main', round % 10, { round, filler }]);
    await first.close();
    expect(statSync(join(folder, 'journal.ndjson')).size).toBeGreaterThan(16 * 1024 * 1024);

    const expected = [
      ...initial,
      ...Array.from({ length: 10 }, (_, id): StoredRecord => ['orders', 'main', id, { round: 290 + id, filler }]),
    ];
    const second = openFolderStorage(folder);
    expect(second.records).toEqual(expected);
    expect(statSync(join(folder, 'journal.ndjson')).size).toBe(0);
    second.append(['orders', 'main', 99, 1]);
    await second.close();
    const third = openFolderStorage(folder);
    expect(third.records).toEqual([...expected, ['orders', 'main', 99, 1]]);
    await third.close();
  });

  it('drops a cut-off line for good', async () => {
    const first = openFolderStorage(folder);
    first.begin(birth, []);
    await first.close();
    writeFileSync(join(folder, 'journal.ndjson'), '["orders","main",1,1]\n["orders","ma');
    const second = openFolderStorage(folder);
    expect(second.records).toEqual([['orders', 'main', 1, 1]]);
    second.append(['orders', 'main', 2, 2]);
    await second.close();
    const third = openFolderStorage(folder);
    expect(third.records.map(([, , id]) => id)).toEqual([1, 2]);
    await third.close();
  });
});
