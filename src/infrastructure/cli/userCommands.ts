import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Container } from 'inversify';
import type { UserEvent } from '../../domain/administration/administrationEvents.js';
import { TOKENS } from '../di/tokens.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, oneTimePassword } from '../identity/passwords.js';
import { ROLES, type Role } from '../identity/principal.js';
import { EXIT, ExitError, type ExitCode } from './exitCodes.js';
import { withInstallation } from './installation.js';
import type { Output } from './output.js';

/** The first line of standard input: a password in an argument would stand in the process list and in the history. */
const firstLine = async (): Promise<string> => {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
};

interface Password {
  readonly text: string;
  readonly isGenerated: boolean;
}

const choosePassword = async (fromStandardInput: boolean): Promise<Password> => {
  if (!fromStandardInput) return { text: oneTimePassword(), isGenerated: true };
  const text = await firstLine();
  if (text.length < MIN_PASSWORD_LENGTH || text.length > MAX_PASSWORD_LENGTH)
    throw new ExitError(EXIT.usage, `a password has ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters`);
  return { text, isGenerated: false };
};

const tell = (username: string, { text, isGenerated }: Password, output: Output): void => {
  if (isGenerated) output.out(`One-time password of ${username}: ${text}`);
};

/** Whoever works on the data folder needs no login: the log says that the command line did it (contract §3). */
const tellAudit = async (container: Container, event: UserEvent): Promise<void> => {
  const audit = container.get(TOKENS.audit);
  await audit.recordNow(event, { actor: { kind: 'user', id: 'cli' }, correlationId: randomUUID() });
  await audit.stop();
};

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** `magflow user create NAME --role ROLE` */
export const userCreateCommand = async (
  username: string,
  flags: { readonly role: readonly string[]; readonly passwordStdin?: boolean },
  output: Output,
): Promise<ExitCode> => {
  const roles = flags.role.filter(isRole);
  if (roles.length !== flags.role.length) throw new ExitError(EXIT.usage, `a role is one of ${ROLES.join(', ')}`);
  const password = await choosePassword(flags.passwordStdin === true);
  return withInstallation(async (container) => {
    const identity = container.get(TOKENS.identity);
    const user = await identity.createUser(username, password.text, roles, password.isGenerated);
    if (!user) throw new ExitError(EXIT.failed, `there is a user ${username} already`);
    const at = container.get(TOKENS.clock).now().toISOString();
    const data = { userId: user.id, username: user.username, roles, at };
    await tellAudit(container, { type: 'UserCreated', data });
    output.error(`magflow: user ${user.username} was created (${roles.join(', ')})`);
    tell(user.username, password, output);
    return EXIT.done;
  });
};

/** `magflow user set-password NAME`: also the way back in when the last admin forgot it. */
export const userSetPasswordCommand = async (
  username: string,
  flags: { readonly passwordStdin?: boolean },
  output: Output,
): Promise<ExitCode> => {
  const password = await choosePassword(flags.passwordStdin === true);
  return withInstallation(async (container) => {
    const identity = container.get(TOKENS.identity);
    const user = await identity.byUsername(username);
    if (!user) throw new ExitError(EXIT.failed, `there is no user ${username}`);
    await identity.setPassword(user.id, password.text, password.isGenerated);
    const at = container.get(TOKENS.clock).now().toISOString();
    await tellAudit(container, { type: 'PasswordReset', data: { userId: user.id, username: user.username, at } });
    output.error(`magflow: the password of ${user.username} was set, and its sessions ended`);
    tell(user.username, password, output);
    return EXIT.done;
  });
};
