/**
 * Writes docs/asyncapi.json and schemas/*.json from the zod schemas of the integration events. A test fails when they
 * are not current.
 */
import { build } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, 'node_modules', '.cache', `asyncapi-${process.pid}.mjs`);
mkdirSync(dirname(bundle), { recursive: true });
await build({
  entryPoints: [join(root, 'src/infrastructure/relay/asyncApi.ts')],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
try {
  const { asyncApiDocument, schemaFiles } = await import(pathToFileURL(bundle).href);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const write = async (path, value) => {
    const file = join(root, path);
    const options = { ...(await resolveConfig(file)), filepath: file };
    writeFileSync(file, await format(JSON.stringify(value), options));
  };
  await write('docs/asyncapi.json', asyncApiDocument(version));
  rmSync(join(root, 'schemas'), { recursive: true, force: true });
  mkdirSync(join(root, 'schemas'));
  for (const [name, schema] of Object.entries(schemaFiles())) await write(join('schemas', name), schema);
} finally {
  rmSync(bundle, { force: true });
}
