import type { Environment } from '../config/environmentFile.js';

/** Names that only one part may know, or that mean something else in a child than in the supervisor. */
const PRIVATE = [/^EMAG_/, /^MAGFLOW_ADMIN_PASSWORD/, /^DATABASE_URL/, /^EVENTSTORE_URL/, /^MAGFLOW_FAILPOINT$/];

/** What every child gets: the supervisor's environment without the secrets of single parts, and whom it belongs to. */
export const commonEnvironment = (environment: Environment): Record<string, string> => {
  const common: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined && !PRIVATE.some((pattern) => pattern.test(name))) common[name] = value;
  return { ...common, MAGFLOW_SUPERVISOR_PID: String(process.pid) };
};

/** Variables of the environment whose names begin so. */
export const startingWith = (environment: Environment, prefix: string): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined && name.startsWith(prefix)) found[name] = value;
  return found;
};
