import type { AuditContext } from '../../application/ports/audit.js';
import { personOfUser } from '../../domain/administration/administrationEvents.js';
import type { RequestFacts } from './route.js';

/** The user who sent this request did it. */
export const auditContextOf = (facts: RequestFacts): AuditContext => ({
  actor: { kind: 'user', id: facts.user.username },
  correlationId: facts.correlationId,
  traceparent: facts.traceparent,
});

/** Somebody of whom nothing is known yet tried something. */
export const strangerContextOf = (facts: RequestFacts): AuditContext => ({
  actor: { kind: 'system', id: 'identity' },
  correlationId: facts.correlationId,
  traceparent: facts.traceparent,
});

/** Where a user sat, under the user's own key. */
export const fromWhere = (userId: string, { ip, userAgent }: RequestFacts) => ({
  personId: personOfUser(userId),
  personal: { ip: ip || null, userAgent },
});
