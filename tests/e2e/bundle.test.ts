import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = 'admin/dist';
const LIMIT_BYTES = 350_000;

const html = readFileSync(join(DIST, 'index.html'), 'utf8');
const read = (script: string): string => readFileSync(join(DIST, 'assets', script), 'utf8');

/** What a browser fetches before the panel shows anything: the entry and, one after the other, all that it imports. */
const initialScripts = (): ReadonlySet<string> => {
  const found = new Set<string>();
  const waiting = [...html.matchAll(/\/assets\/([^"]+\.js)"/g)].map(([, script]) => script ?? '');
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    if (found.has(script)) continue;
    found.add(script);
    waiting.push(...[...read(script).matchAll(/(?:import|from)"\.\/([^"]+\.js)"/g)].map(([, other]) => other ?? ''));
  }
  return found;
};

describe('the built panel', () => {
  const initial = initialScripts();

  it('starts with less than 350 kB of JavaScript, gzipped', () => {
    const sizes = [...initial].map((script) => gzipSync(read(script)).length);
    const sum = sizes.reduce((total, size) => total + size, 0);
    // Guards the reading itself: a panel of a few kilobytes means that nothing was found.
    expect(sum).toBeGreaterThan(50_000);
    expect(sum).toBeLessThan(LIMIT_BYTES);
  });

  it('brings its pages on demand', () => {
    const scripts = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith('.js'));
    const later = scripts.filter((name) => !initial.has(name)).map((name) => name.replace(/-.{8}\.js$/, ''));
    expect(later).toEqual(
      expect.arrayContaining(['DashboardPage', 'AwbPage', 'InvoicePage', 'ProductPage', 'EanPage', 'SyncPage']),
    );
  });

  it('names no other host in its page', () => {
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
