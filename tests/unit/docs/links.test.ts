import { expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const textOf = (path: string): string => readFileSync(path, 'utf8').replace(/^```[\s\S]*?^```/gm, '');

/** Anchors of a page's headings, as a forge makes them. */
const anchorsOf = (path: string): string[] =>
  [...textOf(path).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replace(/ /g, '-'),
  );

const brokenOf = (page: string): string[] => {
  const path = join(ROOT, page);
  return [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const aim = file === '' ? path : resolve(dirname(path), file);
      if (!existsSync(aim)) return true;
      return anchor !== undefined && statSync(aim).isFile() && !anchorsOf(aim).includes(anchor);
    });
};

const namesIn = (folder: string): string[] => readdirSync(join(ROOT, 'docs/guide', folder)).sort();

it('every link between the documents leads somewhere', () => {
  const broken = PAGES.flatMap((page) => brokenOf(page).map((target) => `${page}: ${target}`));
  expect(broken).toEqual([]);
});

it('the guide has the same pages and pictures in both languages, and shows each picture', () => {
  expect(namesIn('en')).toEqual(namesIn('ro'));
  expect(namesIn('pictures/en')).toEqual(namesIn('pictures/ro'));
  const shown = namesIn('en').flatMap((name) =>
    [...textOf(join(ROOT, 'docs/guide/en', name)).matchAll(/pictures\/en\/([^)]+)/g)].map(([, picture]) => picture),
  );
  expect(namesIn('pictures/en').filter((picture) => !shown.includes(picture))).toEqual([]);
});

it('the pictures of the guide stay small', () => {
  const folder = join(ROOT, 'docs/guide/pictures');
  const bytes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  expect(bytes).toBeLessThan(6_000_000);
});
