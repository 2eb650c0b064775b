import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Container } from 'inversify';
import type { MakeFacts } from '../../application/ports/audit.js';
import { TOKENS } from '../di/tokens.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, oneTimePassword } from '../identity/passwords.js';
import { ROLES, type Role } from '../identity/principal.js';
import { passwordReset, userCreated } from '../identity/userFacts.js';
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
const act = async <T>(container: Container, work: (facts: MakeFacts) => Promise<T>): Promise<T> => {
  const audit = container.get(TOKENS.audit);
  const by = { actor: { kind: 'user', id: 'cli' }, correlationId: randomUUID() } as const;
  const { outcome, told } = await audit.act(by, work);
  await told;
  await audit.stop();
  return outcome;
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
    const clock = container.get(TOKENS.clock);
    const user = await act(container, (facts) =>
      identity.createUser(username, password.text, roles, password.isGenerated, (created) =>
        facts({ type: 'UserCreated', data: userCreated(created, clock) }),
      ),
    );
    if (!user) throw new ExitError(EXIT.failed, `there is a user ${username} already`);
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
    const clock = container.get(TOKENS.clock);
    await act(container, (facts) =>
      identity.setPassword(user.id, password.text, password.isGenerated, (changed) =>
        facts({ type: 'PasswordReset', data: passwordReset(changed, clock) }),
      ),
    );
    output.error(`magflow: the password of ${user.username} was set, and its sessions ended`);
    tell(user.username, password, output);
    return EXIT.done;
  });
};
