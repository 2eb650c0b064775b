/**
 * The large size of what the tests hold in small: `npm run soak` runs all, `npm run soak -- bulkAwbs` those whose path
 * holds the word. One after the other, on a machine that has nothing else to do; takes many minutes.
 */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

const built = node(['scripts/build.mjs']);
process.exitCode =
  built === 0
    ? node(['node_modules/jest/bin/jest.js', ...process.argv.slice(2), '--selectProjects', 'soak', '--runInBand'], {
        MAGFLOW_TEST_TIMEOUT_MS: String(60 * 60_000),
        NODE_OPTIONS:
          `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings=ExperimentalWarning`.trim(),
      })
    : built;
