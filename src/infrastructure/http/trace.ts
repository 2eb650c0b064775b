import { randomBytes, randomUUID } from 'node:crypto';

export interface Trace {
  readonly traceId: string;
  readonly traceparent: string;
  readonly requestId: string;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Continues the caller's trace (W3C Trace Context) with a span of ours, or begins one. */
export const traceOf = (traceparent: string | undefined, requestId: string | undefined): Trace => {
  const [, given, , flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const traceId = given && !/^0+$/.test(given) ? given : randomBytes(16).toString('hex');
  return {
    traceId,
    traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-${given ? flags : '01'}`,
    requestId: requestId !== undefined && UUID.test(requestId) ? requestId.toLowerCase() : randomUUID(),
  };
};
