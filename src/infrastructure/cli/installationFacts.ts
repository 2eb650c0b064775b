import { setTimeout as sleep } from 'node:timers/promises';
import { freeBytes } from '../health/storage.js';
import type { Config } from '../config/config.js';
import { TOKENS } from '../di/tokens.js';
import { withInstallation } from './installation.js';

const LETTERS_MS = 3_000;

/** What a running installation says of its work. */
export interface InstallationFacts {
  readonly readModels: readonly { name: string; lag_events: number; lag_seconds: number; parked: number }[];
  readonly lastSyncs: readonly { account_type: string; kind: string; finished_at: string | null }[];
  /** Null when the broker does not answer. */
  readonly deadLetters: number | null;
}

/** Free space where the data folder lies; null when the system does not tell. */
export const dataFolderSpace = ({ dataDir }: Config): Promise<number | null> => freeBytes(dataDir);

/** Null when some part does not answer: what is asked for is how things are, and that is part of it. */
export const installationFacts = async (): Promise<InstallationFacts | null> => {
  try {
    return await withInstallation(async (container) => {
      const [status, syncs, letters] = await Promise.all([
        container.get(TOKENS.projectionAdmin).status(),
        container.get(TOKENS.syncRunQueries).lastCompleted(),
        // A broker that is away is waited for longer than anybody wants to.
        Promise.race([container.get(TOKENS.deadLetters).deadLetters(), sleep(LETTERS_MS, null, { ref: false })]),
      ]);
      return {
        readModels: status
          .filter(({ state }) => state === 'current')
          .map(({ name, lagEvents, lagSeconds, parked }) => ({
            name,
            lag_events: lagEvents,
            lag_seconds: lagSeconds,
            parked,
          })),
        lastSyncs: syncs.map(({ account, kind, finishedAt }) => ({
          account_type: account,
          kind,
          finished_at: finishedAt,
        })),
        deadLetters: letters?.length ?? null,
      };
    });
  } catch {
    return null;
  }
};
