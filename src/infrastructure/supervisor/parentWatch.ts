import { errorCode } from '../errorCode.js';

const EVERY_MS = 1_000;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
};

/**
 * Ends this process soon after the supervisor that started it died (`MAGFLOW_SUPERVISOR_PID`), so that a `kill -9` of
 * the supervisor leaves no half-running installation. Does nothing in a process that was started alone.
 *
 * `stop` is the ordinary shutdown; when it is not done within 3 s the process ends anyway. A dead parent is told by our
 * parent having changed as well as by its pid, which another program may have been given meanwhile.
 */
export const exitWhenParentDies = (stop: () => void | Promise<void> = () => undefined): void => {
  const supervisor = Number(process.env['MAGFLOW_SUPERVISOR_PID']);
  if (!Number.isSafeInteger(supervisor) || supervisor <= 1) return;
  const wasOurParent = process.ppid === supervisor;
  const timer = setInterval(() => {
    if (wasOurParent ? process.ppid === supervisor : isAlive(supervisor)) return;
    clearInterval(timer);
    setTimeout(() => process.exit(1), 3_000).unref();
    void Promise.resolve()
      .then(stop)
      .finally(() => process.exit(1));
  }, EVERY_MS);
  timer.unref();
};
