import type { Clock } from '../../application/ports/clock.js';
import type { UserEvent } from '../../domain/administration/administrationEvents.js';
import type { User } from './identityStore.js';

type DataOf<Type extends UserEvent['type']> = Extract<UserEvent, { type: Type }>['data'];

/** What the log is told of a new user, whoever made it. */
export const userCreated = ({ id, username, roles }: User, clock: Clock): DataOf<'UserCreated'> => ({
  userId: id,
  username,
  roles: [...roles],
  at: clock.now().toISOString(),
});

/** What the log is told when somebody else chose a user's password. */
export const passwordReset = ({ id, username }: User, clock: Clock): DataOf<'PasswordReset'> => ({
  userId: id,
  username,
  at: clock.now().toISOString(),
});
