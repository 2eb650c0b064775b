import { z } from 'zod';
import type { AppendResult } from '../../../application/ports/eventStore.js';
import type { UserEvent } from '../../../domain/administration/administrationEvents.js';
import type { BeforeAndAfter, User } from '../../identity/identityStore.js';
import { passwordReset, userCreated } from '../../identity/userFacts.js';
import { oneTimePassword } from '../../identity/passwords.js';
import { noContent, ok, positionHeaders } from '../answer.js';
import { auditContextOf } from '../auditing.js';
import type { HttpDeps } from '../httpDeps.js';
import { listSchema, shortListAnswer, listFields } from '../lists.js';
import { uuidParam } from '../params.js';
import { HttpProblem } from '../problems.js';
import { route, type RequestFacts, type Route } from '../route.js';
import {
  createdUserSchema,
  newUserBody,
  oneTimePasswordSchema,
  userChangeBody,
  userSchema,
} from '../schemas/identity.js';

const TAG = 'Administration';
const idPath = z.strictObject({ id: uuidParam });

const userView = ({ id, username, roles, mustChangePassword, isActive, createdAt }: User) => ({
  id,
  username,
  roles,
  must_change_password: mustChangePassword,
  is_active: isActive,
  created_at: createdAt,
});

/** The user's revision, which is not that of the stream: signing in is a fact as well, and changes nobody. */
const headersOf = ({ revision }: User, told: AppendResult | null) => positionHeaders({ ...told, revision });

const unknownUser = (id: string): HttpProblem => new HttpProblem('user-unknown', `There is no user ${id}`);

/** A fact of each thing that is different now. */
const changeEvents = ({ before, after }: BeforeAndAfter, at: string): readonly UserEvent[] => {
  const of = { userId: after.id, username: after.username, at };
  const hasOtherRoles = [...before.roles].sort().join() !== [...after.roles].sort().join();
  const roles = { ...of, from: [...before.roles], to: [...after.roles] };
  return [
    ...(hasOtherRoles ? [{ type: 'UserRolesChanged', data: roles } as const] : []),
    ...(before.isActive === after.isActive
      ? []
      : [{ type: after.isActive ? 'UserEnabled' : 'UserDisabled', data: of } as const]),
  ];
};

/** Answers the user as it is, and the last fact's place. */
const changeUser = async (
  id: string,
  change: { readonly roles?: readonly User['roles'][number][]; readonly isActive?: boolean },
  facts: RequestFacts,
  { identity, audit, clock }: Pick<HttpDeps, 'identity' | 'audit' | 'clock'>,
) => {
  const { outcome: changed, told } = await audit.act(auditContextOf(facts), (factsOf) =>
    identity.changeUser(
      id,
      change,
      (both) => factsOf(...changeEvents(both, clock.now().toISOString())),
      facts.expectedRevision,
    ),
  );
  if (changed.kind === 'unknown') throw unknownUser(id);
  if (changed.kind === 'last_admin') {
    throw new HttpProblem('last-admin', 'This is the last active admin: make another user admin first');
  }
  return { user: changed.after, told: await told };
};

export const userRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/users',
    tag: TAG,
    summary: 'Users',
    access: ['admin'],
    query: z.strictObject(listFields(['username', 'created_at'])),
    responses: { 200: { description: 'A page of users', schema: listSchema('items', userSchema) } },
    handler: async ({ query, url }, deps) =>
      shortListAnswer((await deps.identity.listUsers()).map(userView), query, url),
  }),
  route({
    method: 'get',
    path: '/users/{id}',
    tag: TAG,
    summary: 'One user',
    access: ['admin'],
    params: idPath,
    responses: { 200: { description: 'The user', schema: userSchema } },
    problems: ['user-unknown'],
    handler: async ({ params }, { identity }) => {
      const user = await identity.byId(params.id);
      if (!user) throw unknownUser(params.id);
      return ok(userView(user), positionHeaders({ revision: user.revision }));
    },
  }),
  route({
    method: 'post',
    path: '/users',
    tag: TAG,
    summary: 'Create a user',
    description:
      'Without a password the answer holds a one-time password, shown this once, which must be changed first.',
    access: ['admin'],
    body: newUserBody,
    responses: { 201: { description: 'The user', schema: createdUserSchema } },
    problems: ['user-exists'],
    handler: async (context, { identity, audit, clock }) => {
      const { username, password, roles } = context.body;
      const chosen = password ?? oneTimePassword();
      const { outcome: user, told } = await audit.act(auditContextOf(context), (facts) =>
        identity.createUser(username, chosen, [...new Set(roles)], password === undefined, (created) =>
          facts({ type: 'UserCreated', data: userCreated(created, clock) }),
        ),
      );
      if (!user) throw new HttpProblem('user-exists', `There is already a user ${username}`);
      return {
        status: 201,
        headers: { location: `/api/v1/users/${user.id}`, ...headersOf(user, await told) },
        body: { ...userView(user), ...(password === undefined && { one_time_password: chosen }) },
      };
    },
  }),
  route({
    method: 'patch',
    path: '/users/{id}',
    tag: TAG,
    summary: 'Change roles, disable or enable a user',
    description: "Ends the user's sessions. The last active admin keeps the role.",
    access: ['admin'],
    honoursIfMatch: true,
    params: idPath,
    body: userChangeBody,
    responses: { 200: { description: 'The user as it is now', schema: userSchema } },
    problems: ['user-unknown', 'last-admin'],
    handler: async (context, deps) => {
      const { roles, is_active } = context.body;
      const { user, told } = await changeUser(
        context.params.id,
        { ...(roles && { roles: [...new Set(roles)] }), ...(is_active !== undefined && { isActive: is_active }) },
        context,
        deps,
      );
      return ok(userView(user), headersOf(user, told));
    },
  }),
  route({
    method: 'delete',
    path: '/users/{id}',
    tag: TAG,
    summary: 'Disable a user',
    description:
      'The name stays taken and the history stays readable; `PATCH` with `is_active: true` lets the user in again.',
    access: ['admin'],
    honoursIfMatch: true,
    params: idPath,
    responses: { 204: { description: 'Disabled' } },
    problems: ['user-unknown', 'last-admin'],
    handler: async (context, deps) => {
      const { user, told } = await changeUser(context.params.id, { isActive: false }, context, deps);
      return { ...noContent, headers: headersOf(user, told) };
    },
  }),
  route({
    method: 'post',
    path: '/users/{id}/reset-password',
    tag: TAG,
    summary: 'Give a user a one-time password',
    description: 'Ends the sessions of the user and lifts a lock. The password is shown this once.',
    access: ['admin'],
    honoursIfMatch: true,
    params: idPath,
    responses: { 200: { description: 'The one-time password', schema: oneTimePasswordSchema } },
    problems: ['user-unknown'],
    handler: async (context, { identity, audit, clock }) => {
      const { outcome: reset, told } = await audit.act(auditContextOf(context), (facts) =>
        identity.resetPassword(
          context.params.id,
          (user) => facts({ type: 'PasswordReset', data: passwordReset(user, clock) }),
          context.expectedRevision,
        ),
      );
      if (!reset) throw unknownUser(context.params.id);
      const { user, password } = reset;
      return ok({ id: user.id, username: user.username, one_time_password: password }, headersOf(user, await told));
    },
  }),
];
