import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PASSWORD = 'correct horse battery';
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The whole program on this database, its API alone or with the roles given, without a schedule or a marketplace. */
export const startInstallation = async (databaseUrl, roles = 'api') => {
  // A database that is kept belongs to one installation: its master key is kept beside it.
  const kept = process.env.BENCH_FOLDER ? join(process.env.BENCH_FOLDER, 'installation') : null;
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'magflow-bench-'));
  mkdirSync(folder, { recursive: true });
  const account = (key) => ({
    [`EMAG_${key}_USERNAME`]: 'bench',
    [`EMAG_${key}_PASSWORD`]: 'bench',
    // Nobody listens there, and nobody is called.
    [`EMAG_${key}_BASE_URL`]: 'http://127.0.0.1:9/api-3',
  });
  const child = spawn(process.execPath, [MAIN, 'start'], {
    cwd: folder,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      MAGFLOW_DATA_DIR: join(folder, '.magflow'),
      MAGFLOW_PORT: '0',
      MAGFLOW_ROLES: roles,
      MAGFLOW_JOBS: 'off',
      MAGFLOW_SANDBOX: 'off',
      MAGFLOW_ADMIN_PASSWORD: PASSWORD,
      EMAG_ACCOUNTS: 'main,fbe',
      ...account('MAIN'),
      ...account('FBE'),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const runFile = join(folder, '.magflow', 'run.json');
  while (!existsSync(runFile)) {
    if (child.exitCode !== null) throw new Error(`magflow start ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const run = JSON.parse(readFileSync(runFile, 'utf8'));
  const answer = await fetch(`${run.urls.api}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: PASSWORD }),
  });
  const { access_token: token } = await answer.json();
  return {
    run,
    folder: join(folder, '.magflow'),
    url: run.urls.api,
    headers: { authorization: `Bearer ${token}` },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      if (!kept) rmSync(folder, { recursive: true, force: true });
    },
  };
};
