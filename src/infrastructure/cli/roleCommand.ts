import { loadConfig, ROLES, type Role } from '../config/config.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** Runs roles in this process until SIGTERM. @throws ConfigError, ExitError */
export const roleCommand = async ({ roles }: { readonly roles?: string }): Promise<ExitCode> => {
  const config = loadConfig();
  const names = roles === undefined ? config.roles : roles.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isRole(name));
  if (unknown !== undefined) throw new ExitError(EXIT.usage, `there is no role ${unknown}: ${ROLES.join(', ')}`);
  const { runRoles } = await import('../roles/roleProcess.js');
  await runRoles(config, names.filter(isRole));
  return EXIT.done;
};
