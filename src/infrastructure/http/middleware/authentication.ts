import type { Request } from 'express';
import type { IdentityService } from '../../identity/identityService.js';
import { ANONYMOUS, type Principal } from '../../identity/principal.js';
import { HttpProblem } from '../problems.js';
import type { Route } from '../route.js';

const CHALLENGE = { 'www-authenticate': 'Bearer realm="magflow"' };

/** Who sent the request. @throws HttpProblem `unauthenticated` */
export const authenticate = async (identity: IdentityService, req: Request): Promise<Principal> => {
  const [, token] = /^Bearer +([A-Za-z0-9._~+/=-]{1,4096})$/i.exec(req.get('authorization') ?? '') ?? [];
  if (token === undefined) {
    throw new HttpProblem('unauthenticated', 'Send an access token: Authorization: Bearer …', { headers: CHALLENGE });
  }
  const principal = await identity.principalOf(token);
  if (!principal) {
    throw new HttpProblem('unauthenticated', 'The access token is not valid or has expired', {
      headers: { 'www-authenticate': 'Bearer realm="magflow", error="invalid_token"' },
    });
  }
  return principal;
};

/** Whether this user may use this route. @throws HttpProblem `password-change-required`, `forbidden` */
export const authorize = (
  principal: Principal,
  { access, allowsPasswordChange }: Pick<Route, 'access' | 'allowsPasswordChange'>,
): void => {
  if (access === 'public') return;
  if (principal.mustChangePassword && !allowsPasswordChange) {
    throw new HttpProblem('password-change-required', 'Choose a password with POST /api/v1/auth/password first');
  }
  if (!access.some((role) => principal.roles.includes(role))) {
    throw new HttpProblem('forbidden', `This needs one of the roles ${access.join(', ')}`);
  }
};

/** The user behind a request to this route, allowed to use it; anonymous where the route is open. */
export const admit = async (identity: IdentityService, route: Route, req: Request): Promise<Principal> => {
  if (route.access === 'public') return ANONYMOUS;
  const principal = await authenticate(identity, req);
  authorize(principal, route);
  return principal;
};
