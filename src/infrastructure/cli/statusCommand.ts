import { z } from 'zod';
import { loadConfig } from '../config/config.js';
import { runningSupervisor } from '../supervisor/dataFolder.js';
import { isPidRunning } from '../supervisor/processMark.js';
import { readRunFile } from '../supervisor/runFile.js';
import { EXIT, type ExitCode } from './exitCodes.js';
import { table, type Output } from './output.js';

const health = z.object({
  status: z.string(),
  checks: z.record(z.string(), z.object({ status: z.string(), detail: z.string().optional() })).default({}),
});

type Health = z.output<typeof health>;

const askHealth = async (api: string): Promise<Health> => {
  try {
    const answer = await fetch(`${api}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    return health.parse(await answer.json());
  } catch (error) {
    return { status: 'unreachable', checks: { api: { status: 'fail', detail: String(error) } } };
  }
};

/** `magflow status`: 0 when the installation on the data folder is ready, 1 otherwise. */
export const statusCommand = async (options: { json?: boolean }, output: Output): Promise<ExitCode> => {
  const { dataDir } = loadConfig();
  const supervisor = runningSupervisor(dataDir);
  const run = supervisor ? readRunFile(dataDir) : undefined;
  const state = !supervisor ? 'stopped' : run ? 'running' : 'starting';
  const answer = run?.urls.api ? await askHealth(run.urls.api) : undefined;
  const isReady = state === 'running' && (answer === undefined || answer.status === 'ok');
  if (options.json) {
    output.out(
      JSON.stringify({
        state,
        ready: isReady,
        data_dir: dataDir,
        version: run?.version ?? null,
        urls: run?.urls ?? null,
        pids: run?.pids ?? (supervisor ? { supervisor: supervisor.pid } : null),
        checks: answer?.checks ?? {},
      }),
    );
  } else if (!supervisor) output.out(`MagFlow does not run on ${dataDir}`);
  else {
    output.out(`MagFlow ${run?.version ?? ''} is ${isReady ? 'ready' : state === 'running' ? 'not ready' : state}`);
    const parts = Object.entries(run?.pids ?? {}).map(([name, pid]) => [
      name,
      pid === null ? 'external' : String(pid),
      pid === null || pid === undefined || isPidRunning(pid) ? '' : 'dead',
    ]);
    const checks = Object.entries(answer?.checks ?? {}).map(([name, check]) => [
      name,
      check.status,
      check.detail ?? '',
    ]);
    for (const line of table([['panel', run?.urls.api ?? '-'], ...parts, ...checks])) output.out(line);
  }
  return isReady ? EXIT.done : EXIT.failed;
};
