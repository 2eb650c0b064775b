/**
 * Writes docs/openapi.json from the routes themselves, and from it the types of the panel's client. Needs the server
 * build: `npm run build` first.
 *
 *   node scripts/generate-openapi.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = (path) => import(join(root, 'dist', 'infrastructure', 'http', path));
const { openApiDocument } = await built('openApi.js');
const { routes } = await built('routes/routes.js');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const write = async (path, parser, text) => {
  const target = join(root, path);
  writeFileSync(target, await format(text, { ...(await resolveConfig(target)), parser }));
};

const document = openApiDocument(routes, version);
await write('docs/openapi.json', 'json', JSON.stringify(document));
const types = astToString(await openapiTypes(JSON.parse(JSON.stringify(document)), { alphabetize: true }));
await write(
  'admin/src/api/schema.ts',
  'typescript',
  `// Generated from docs/openapi.json by scripts/generate-openapi.mjs; a test holds them against each other.\n${types}`,
);
console.log(`docs/openapi.json and admin/src/api/schema.ts: ${routes.length} routes`);
