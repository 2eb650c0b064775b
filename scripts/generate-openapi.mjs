/**
 * Writes docs/openapi.json from the routes themselves. Needs the server build: `npm run build` first.
 *
 *   node scripts/generate-openapi.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = (path) => import(join(root, 'dist', 'infrastructure', 'http', path));
const { openApiDocument } = await built('openApi.js');
const { routes } = await built('routes/routes.js');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const target = join(root, 'docs', 'openapi.json');
const options = { ...(await resolveConfig(target)), parser: 'json' };
writeFileSync(target, await format(JSON.stringify(openApiDocument(routes, version)), options));
console.log(`${target}: ${routes.length} routes`);
