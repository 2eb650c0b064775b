import type { Bus } from '../../application/ports/bus.js';
import { DeadLetterUnknown } from './deadLetterUnknown.js';

export type DeadLetters = Pick<Bus, 'deadLetters' | 'redrive'>;

/** Letters of every group: of those that a broker feeds, and of those that hear the log beside it. */
export const everyLetter = (bus: Bus, log: DeadLetters): DeadLetters =>
  // Without a broker the bus is that view of the log, and both have the same letters.
  bus.kind === 'embedded'
    ? bus
    : {
        deadLetters: async () =>
          (await Promise.all([bus.deadLetters(), log.deadLetters()]))
            .flat()
            .sort((a, b) => a.failedAt.localeCompare(b.failedAt)),
        redrive: async (id) => {
          try {
            await log.redrive(id);
          } catch (error) {
            if (!(error instanceof DeadLetterUnknown)) throw error;
            await bus.redrive(id);
          }
        },
      };
