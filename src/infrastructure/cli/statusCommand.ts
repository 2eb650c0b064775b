import { z } from 'zod';
import { loadConfig } from '../config/config.js';
import { runningSupervisor } from '../supervisor/dataFolder.js';
import { isPidRunning } from '../supervisor/processMark.js';
import { readRunFile } from '../supervisor/runFile.js';
import { gigabytes } from '../health/storage.js';
import { EXIT, type ExitCode } from './exitCodes.js';
import { dataFolderSpace, installationFacts, type InstallationFacts } from './installationFacts.js';
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

const factLines = (facts: InstallationFacts | null): string[][] => {
  if (!facts) return [];
  const { readModels, lastSyncs, deadLetters } = facts;
  return [
    ...readModels.map(({ name, lag_events: lag, parked }) => [
      name,
      `${lag} behind`,
      parked > 0 ? `${parked} parked` : '',
    ]),
    ...lastSyncs.map(({ account_type: account, kind, finished_at: at }) => [`${account} ${kind}`, 'synced', at ?? '-']),
    ...(deadLetters ? [['dead letters', String(deadLetters), 'magflow dlq list']] : []),
  ];
};

/** `magflow status`: 0 when the installation on the data folder is ready, 1 otherwise. */
export const statusCommand = async (options: { json?: boolean }, output: Output): Promise<ExitCode> => {
  const config = loadConfig();
  const { dataDir } = config;
  const supervisor = runningSupervisor(dataDir);
  const run = supervisor ? readRunFile(dataDir) : undefined;
  const state = !supervisor ? 'stopped' : run ? 'running' : 'starting';
  const answer = run?.urls.api ? await askHealth(run.urls.api) : undefined;
  const [facts, free] = await Promise.all([run ? installationFacts() : null, dataFolderSpace(config)]);
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
        disk_free_bytes: free,
        read_models: facts?.readModels ?? null,
        last_syncs: facts?.lastSyncs ?? null,
        dead_letters: facts?.deadLetters ?? null,
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
    const space = free === null ? [] : [['disk', gigabytes(free), 'free']];
    for (const line of table([['panel', run?.urls.api ?? '-'], ...parts, ...checks, ...space, ...factLines(facts)]))
      output.out(line);
  }
  return isReady ? EXIT.done : EXIT.failed;
};
