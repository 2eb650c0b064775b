import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '../config/config.js';
import { runningPostmaster } from '../postgres/postmasterFile.js';
import { ChildRecords } from '../supervisor/childRecords.js';
import { runningSupervisor } from '../supervisor/dataFolder.js';
import { isRunning } from '../supervisor/processMark.js';
import { removeRunFile } from '../supervisor/runFile.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import type { Output } from './output.js';

const PATIENCE_MS = 20_000;

/** `magflow stop`: stops what runs on the data folder, also what a `kill -9` of the supervisor left behind. */
export const stopCommand = async (output: Output): Promise<ExitCode> => {
  const { dataDir } = loadConfig();
  const supervisor = runningSupervisor(dataDir);
  if (supervisor) {
    process.kill(supervisor.pid, 'SIGTERM');
    const deadline = Date.now() + PATIENCE_MS;
    while (isRunning(supervisor)) {
      if (Date.now() > deadline)
        throw new ExitError(EXIT.failed, `MagFlow (process ${supervisor.pid}) does not stop; see its log`);
      await sleep(50);
    }
    output.error('magflow: stopped');
    return EXIT.done;
  }
  const postgres = join(dataDir, 'postgres');
  const left = [...(await new ChildRecords(dataDir).stopLeftovers())];
  if (runningPostmaster(join(postgres, 'cluster'))) {
    const { startEmbeddedPostgres } = await import('../postgres/embeddedPostgres.js');
    await (await startEmbeddedPostgres({ dataDir: postgres })).stop();
    left.push('postgres');
  }
  removeRunFile(dataDir);
  output.error(
    left.length > 0
      ? `magflow: stopped what an earlier start left behind: ${left.join(', ')}`
      : `magflow: nothing runs on ${dataDir}`,
  );
  return EXIT.done;
};
