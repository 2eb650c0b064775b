import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as EmbeddedPostgresModule from '../../src/infrastructure/postgres/embeddedPostgres.js';

/**
 * Jest loads this file as CommonJS and without its module mapping, so that the product's TypeScript cannot be imported
 * from here. It is bundled once, below node_modules so that packages resolve.
 */
const loadEmbeddedPostgres = async (): Promise<typeof EmbeddedPostgresModule> => {
  const cache = resolve('node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'magflow-test-'));
  const outfile = join(folder, 'embeddedPostgres.cjs');
  await build({
    entryPoints: [resolve('src/infrastructure/postgres/embeddedPostgres.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(outfile).href) },
    target: 'node20',
    logLevel: 'warning',
  });
  try {
    return createRequire(outfile)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Before files that run side by side could both unpack it, and one start what the other has half written. */
const prepareBrowser = (): void => {
  const program = `await (await import('./tests/e2e/panelBrowser.mjs')).prepareBrowser()`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

/**
 * One real PostgreSQL for the whole run, unless MAGFLOW_TEST_DATABASE_URL names one. Jest calls this once for each
 * project that lists it, in one process: the first call starts, the others find the variable set.
 */
export default async function globalSetup(
  _global: unknown,
  { displayName }: { readonly displayName?: { readonly name: string } },
): Promise<void> {
  if (displayName?.name === 'system' || displayName?.name === 'soak') prepareBrowser();
  if (process.env['MAGFLOW_TEST_DATABASE_URL']) return;
  const { startEmbeddedPostgres } = await loadEmbeddedPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'magflow-test-postgres-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  process.env['MAGFLOW_TEST_DATABASE_URL'] = server.url;
  Object.assign(globalThis, {
    stopTestPostgres: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
