import type { AdministrationEvent } from '../../../domain/administration/administrationEvents.js';
import type { LoginResult, RefusedSignIn, TokenPair } from '../../identity/identityService.js';
import { ROLES } from '../../identity/principal.js';
import { noContent, ok } from '../answer.js';
import { auditContextOf, fromWhere, strangerContextOf } from '../auditing.js';
import type { User } from '../../identity/identityStore.js';
import type { HttpDeps } from '../httpDeps.js';
import { HttpProblem } from '../problems.js';
import { route, type RequestFacts, type Route } from '../route.js';
import { loginBody, meSchema, passwordBody, refreshTokenBody, tokensSchema } from '../schemas/identity.js';

const tokens = ({ accessToken, refreshToken, expiresInSeconds }: TokenPair) => ({
  access_token: accessToken,
  refresh_token: refreshToken,
  token_type: 'bearer',
  expires_in: expiresInSeconds,
});

const actOf = (
  { id, username }: Pick<User, 'id' | 'username'>,
  facts: RequestFacts,
  { clock }: Pick<HttpDeps, 'clock'>,
) => ({ userId: id, username, at: clock.now().toISOString(), ...fromWhere(id, facts) });

const refusalEvents = (
  { user, lockedUntil }: RefusedSignIn,
  facts: RequestFacts,
  deps: Pick<HttpDeps, 'clock'>,
): readonly AdministrationEvent[] => {
  if (!user) return [];
  const act = actOf(user, facts, deps);
  const refused = { ...act, reason: user.isActive ? 'password' : 'disabled' } as const;
  return [
    { type: 'SignInRefused', data: refused },
    ...(lockedUntil === null ? [] : [{ type: 'SignInLocked', data: { ...act, until: lockedUntil } } as const]),
  ];
};

/** Who did it is only known afterwards: the user who is in now, or somebody. */
const signIn = async (username: string, password: string, facts: RequestFacts, deps: HttpDeps): Promise<LoginResult> =>
  (
    await deps.audit.act(strangerContextOf(facts), (stranger) =>
      deps.identity.login(username, password, {
        signedIn: (user) =>
          stranger({ type: 'SignedIn', data: actOf(user, facts, deps) }).map((fact) => ({
            ...fact,
            context: { ...fact.context, actor: { kind: 'user', id: user.username } },
          })),
        refused: (refusal) => stranger(...refusalEvents(refusal, facts, deps)),
      }),
    )
  ).outcome;

/** Wrong ones of one address, which may be a whole office; a name is locked after five. */
const ATTEMPTS_PER_MINUTE = 100;

export const authRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/auth/login',
    tag: 'Identity',
    summary: 'Sign in',
    access: 'public',
    body: loginBody,
    isSecret: true,
    attemptsPerMinute: ATTEMPTS_PER_MINUTE,
    responses: { 200: { description: 'Tokens', schema: tokensSchema } },
    problems: ['credentials-invalid', 'login-locked'],
    handler: async (context, deps) => {
      const result = await signIn(context.body.username, context.body.password, context, deps);
      switch (result.kind) {
        case 'signed_in':
          return ok(tokens(result));
        case 'locked': {
          const seconds = Math.ceil((Date.parse(result.until) - deps.clock.now().getTime()) / 1000);
          throw new HttpProblem('login-locked', 'Too many failed attempts for this name; try again later', {
            headers: { 'retry-after': String(Math.max(1, seconds)) },
          });
        }
        case 'refused':
          if (!result.user) deps.unknownSignIns.count(context.ip);
          throw new HttpProblem('credentials-invalid', 'User name or password is wrong');
      }
    },
  }),
  route({
    method: 'post',
    path: '/auth/refresh-token',
    tag: 'Identity',
    summary: 'Exchange a refresh token for new tokens',
    description: 'Each refresh token is good for one exchange. A second one ends every session of the same login.',
    access: 'public',
    body: refreshTokenBody,
    isSecret: true,
    attemptsPerMinute: 120,
    responses: { 200: { description: 'New tokens', schema: tokensSchema } },
    problems: ['refresh-token-invalid', 'refresh-token-reused'],
    handler: async (context, deps) => {
      const { outcome: result } = await deps.audit.act(strangerContextOf(context), (facts) =>
        deps.identity.refresh(context.body.refresh_token, (user) =>
          facts({ type: 'RefreshTokenReused', data: actOf(user, context, deps) }),
        ),
      );
      switch (result.kind) {
        case 'refreshed':
          return ok(tokens(result));
        case 'reused':
          throw new HttpProblem('refresh-token-reused', 'This refresh token was used before: sign in again');
        case 'invalid':
          throw new HttpProblem('refresh-token-invalid', 'The refresh token is not valid: sign in again');
      }
    },
  }),
  route({
    method: 'get',
    path: '/auth/me',
    tag: 'Identity',
    summary: 'Who is signed in',
    access: ROLES,
    responses: { 200: { description: 'The user', schema: meSchema } },
    handler: ({ user }) =>
      ok({
        id: user.userId,
        username: user.username,
        roles: user.roles,
        expires_at: new Date(user.expiresAt).toISOString(),
      }),
  }),
  route({
    method: 'post',
    path: '/auth/logout',
    tag: 'Identity',
    summary: 'End the session of a refresh token',
    access: ROLES,
    body: refreshTokenBody,
    isSecret: true,
    responses: { 204: { description: 'Signed out' } },
    handler: async (context, deps) => {
      const { userId: id, username } = context.user;
      const data = actOf({ id, username }, context, deps);
      await deps.audit.act(auditContextOf(context), (facts) =>
        deps.identity.logout(context.body.refresh_token, () => facts({ type: 'SignedOut', data })),
      );
      return noContent;
    },
  }),
  route({
    method: 'post',
    path: '/auth/password',
    tag: 'Identity',
    summary: 'Choose another password',
    description: 'Ends every session of the user; the access token in hand stays good until it expires.',
    access: ROLES,
    allowsPasswordChange: true,
    body: passwordBody,
    isSecret: true,
    attemptsPerMinute: ATTEMPTS_PER_MINUTE,
    responses: { 204: { description: 'Changed' } },
    problems: ['credentials-invalid', 'request-impossible'],
    handler: async (context, deps) => {
      const { body, user } = context;
      if (body.current_password === body.new_password) {
        throw new HttpProblem('request-impossible', 'The new password is the old one', {
          errors: [{ pointer: '/new_password', detail: 'must differ from the current one' }],
        });
      }
      const { outcome: isChanged } = await deps.audit.act(auditContextOf(context), (facts) =>
        deps.identity.changePassword(user.userId, body.current_password, body.new_password, (changed) =>
          facts({ type: 'PasswordChanged', data: actOf(changed, context, deps) }),
        ),
      );
      if (!isChanged) {
        throw new HttpProblem('credentials-invalid', 'The current password is wrong', {
          errors: [{ pointer: '/current_password', detail: 'is wrong' }],
        });
      }
      return noContent;
    },
  }),
];
