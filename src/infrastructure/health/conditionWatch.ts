import type { Health, HealthCheck } from '../http/httpDeps.js';
import type { Logger } from '../logging/logger.js';
import type { ConditionKind } from '../notifications/notification.js';

const LOOK_EVERY_MS = 15_000;

export interface ConditionWatchDeps {
  readonly health: Health;
  /** Makes it visible to people; fails while there is no space, or no database. */
  readonly alert: (kind: ConditionKind, data: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly logger: Logger;
  readonly everyMs?: number;
}

/**
 * Tells people when a part of the installation begins to be in trouble, once for each time. What cannot be told, since a
 * full disk takes no notification either, is told as soon as it can.
 */
export const startConditionWatch = ({ health, alert, logger, everyMs = LOOK_EVERY_MS }: ConditionWatchDeps) => {
  const troubled = new Map<string, HealthCheck['status']>();
  const untold = new Map<ConditionKind, Readonly<Record<string, unknown>>>();
  const look = async (): Promise<void> => {
    for (const [name, { status, detail }] of Object.entries(await health.ready())) {
      const isTrouble = status === 'warning' || status === 'failing';
      if (isTrouble && troubled.get(name) !== status) {
        logger.warn({ check: name, status, detail }, 'a part of the installation is in trouble');
        untold.set(`${name}_${status}`, { check: name, status, detail, since: new Date().toISOString() });
      }
      if (isTrouble) troubled.set(name, status);
      else if (status === 'ok' && troubled.delete(name)) logger.info({ check: name }, 'it is well again');
    }
    for (const [kind, data] of untold) {
      await alert(kind, data);
      untold.delete(kind);
    }
  };
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async (): Promise<void> => {
    await look().catch((err: unknown) => logger.warn({ err }, 'the state of the installation could not be told'));
    if (!isStopped) timer = setTimeout(() => void (running = turn()), everyMs);
  };
  let running = turn();
  return {
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
