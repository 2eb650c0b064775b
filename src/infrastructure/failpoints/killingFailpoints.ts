import { noFailpoints, type Failpoints } from '../../application/ports/failpoints.js';
import type { Config } from '../config/config.js';

/** Kills this process with SIGKILL when the configured point is reached for the n-th time. Off unless hooks are allowed. */
export const killingFailpoints = ({
  failpoint,
  allowTestHooks,
}: Pick<Config, 'failpoint' | 'allowTestHooks'>): Failpoints => {
  if (!allowTestHooks || failpoint === null) return noFailpoints;
  let left = failpoint.hits;
  return {
    reach(name) {
      if (name !== failpoint.name) return;
      left -= 1;
      if (left > 0) return;
      process.kill(process.pid, 'SIGKILL');
      // The signal may arrive a moment later: not a single statement may follow the point.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
    },
  };
};
