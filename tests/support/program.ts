import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

/**
 * The program as it stands in `src`, built into a folder of its own: a build of `dist` by somebody else, or an old one,
 * cannot get between a test and what it tests. Returns the folder; `main.js` is in it.
 */
export const buildProgram = async (): Promise<string> => {
  const sources = filesUnder(resolve('src')).sort();
  const hash = createHash('sha256');
  for (const path of sources) hash.update(relative('.', path)).update(readFileSync(path));
  const home = resolve('node_modules', '.cache', `magflow-program-${hash.digest('hex').slice(0, 16)}`);
  const folder = join(home, 'dist');
  if (existsSync(folder)) return folder;
  const draft = `${home}.${process.pid}`;
  await build({
    entryPoints: sources.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts')),
    outdir: join(draft, 'dist'),
    outbase: resolve('src'),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  for (const path of sources.filter((path) => !path.endsWith('.ts'))) {
    const target = join(draft, 'dist', relative('src', path));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
  }
  copyFileSync('package.json', join(draft, 'package.json'));
  try {
    renameSync(draft, home);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another test file was faster
  }
  return folder;
};
