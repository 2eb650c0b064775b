import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../../dist/infrastructure/postgres/embeddedPostgres.js';

/** A durable PostgreSQL of its own, as an installation has it. */
export const startPostgres = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'magflow-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  const [pid] = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  return {
    url: server.url,
    pid: Number(pid),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Starts one of the programs beside this file; resolves with its address when it says that it is ready. */
export const startServer = async (program, env = {}) => {
  const path = fileURLToPath(new URL(program, import.meta.url));
  // BENCH_NODE_FLAGS=--cpu-prof shows where a server spends its time.
  const flags = process.env.BENCH_NODE_FLAGS?.split(' ') ?? [];
  const child = spawn(process.execPath, [...flags, path], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => resolve(JSON.parse(line).url));
    void exited.then((code) => reject(new Error(`${program} ended with ${code}`)));
  });
  return {
    url,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};

/** Runs `one` from `workers` loops until `total` are done; answers how many were done in a second. */
export const rate = async (total, workers, one) => {
  let next = 0;
  const started = performance.now();
  const loop = async (worker) => {
    for (let n = next++; n < total; n = next++) await one(n, worker);
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => loop(worker)));
  return total / ((performance.now() - started) / 1_000);
};

/** The middle one of several runs. */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const CLOCK_TICK_MS = 10;

const statOf = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent, user, system, waitedUser, waitedSystem] = [1, 11, 12, 13, 14].map((index) => fields[index]);
    return { parent, own: user + system, waited: waitedUser + waitedSystem };
  } catch {
    return { parent: 0, own: 0, waited: 0 };
  }
};

/** Milliseconds that a process has computed since its start, with its children, those that ended too; Linux alone. */
export const cpuOf = (pid) => {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name).parent === pid);
  const { own, waited } = statOf(pid);
  return (own + waited + children.reduce((sum, child) => sum + statOf(child).own, 0)) * CLOCK_TICK_MS;
};
