/**
 * Builds the server (esbuild, transpile only) and the panel (vite) into `dist/` and `admin/dist/`.
 *
 *   node scripts/build.mjs            build what is missing or older than its sources
 *   node scripts/build.mjs --force    build everything
 *   node scripts/build.mjs --repair   as without a flag, but says why it builds (run before `npm start`)
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const force = process.argv.includes('--force');
const repair = process.argv.includes('--repair');

const filesUnder = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? filesUnder(path) : [path];
      })
    : [];

/** Names, sizes and contents: a checkout that only touches times does not cause a build. */
const fingerprint = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    if (!existsSync(path)) continue;
    hash
      .update(relative(root, path))
      .update(String(statSync(path).size))
      .update(readFileSync(path));
  }
  return hash.digest('hex');
};

const isBuilt = (stampFile, print) => !force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === print;

const buildServer = async () => {
  const sources = filesUnder(join(root, 'src'));
  const print = fingerprint([...sources, join(root, 'package.json')]);
  const stamp = join(root, 'dist', '.built');
  if (isBuilt(stamp, print)) return;
  if (repair) process.stderr.write('magflow: the server build is missing or old, building it\n');
  const { build } = await import('esbuild');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await build({
    entryPoints: sources.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts')),
    outdir: join(root, 'dist'),
    outbase: join(root, 'src'),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
  for (const path of sources.filter((path) => !path.endsWith('.ts'))) {
    const target = join(root, 'dist', relative(join(root, 'src'), path));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(path, target);
  }
  writeFileSync(stamp, print);
};

const buildPanel = () => {
  const admin = join(root, 'admin');
  if (!existsSync(join(admin, 'index.html'))) return;
  const inputs = [...filesUnder(join(admin, 'src')), ...filesUnder(join(admin, 'public'))];
  const print = fingerprint([
    ...inputs,
    ...['index.html', 'package.json', 'vite.config.ts'].map((name) => join(admin, name)),
  ]);
  const stamp = join(admin, 'dist', '.built');
  if (isBuilt(stamp, print)) return;
  if (repair) process.stderr.write('magflow: the panel build is missing or old, building it\n');
  const result = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: admin,
      stdio: ['ignore', 2, 2],
    },
  );
  if (result.status !== 0) {
    process.stderr.write('magflow: the panel could not be built\n');
    process.exit(1);
  }
  writeFileSync(stamp, print);
};

await buildServer();
buildPanel();
