import { errorCode } from '../errorCode.js';
import { MarketplaceError } from '../../application/ports/marketplace.js';
import { EventStoreUnavailable, RevisionConflict } from '../../application/ports/eventStore.js';
import { SellerIncomplete } from '../../application/services.js';
import { RuleViolation } from '../../domain/decider.js';
import { InvalidCursor, PageTooDeep } from '../../projections/listPage.js';
import { ReadModelMissing } from '../../projections/readTables.js';
import { SnapshotsTaken } from '../../projections/snapshot.js';
import { isDatabaseAway } from '../postgres/databaseAway.js';
import { DeadLetterUnknown } from '../bus/deadLetterUnknown.js';
import { SELLER_FIELDS } from './schemas/settings.js';
import { HttpProblem, isProblemCode, type ProblemCode } from './problems.js';

const MARKETPLACE_CODES: Record<MarketplaceError['code'], ProblemCode> = {
  'account-unknown': 'account-unknown',
  'credentials-refused': 'marketplace-credentials-refused',
  'ip-refused': 'marketplace-ip-refused',
  unreachable: 'marketplace-timeout',
  'rate-limited': 'marketplace-rate-limited',
  'marketplace-failing': 'marketplace-unavailable',
  refused: 'marketplace-refused',
  unreadable: 'marketplace-unreadable',
};

const seconds = (ms: number | null): Record<string, string> =>
  ms === null ? {} : { 'retry-after': String(Math.max(1, Math.ceil(ms / 1000))) };

/** Errors of `body-parser` and of Express itself carry a `type` and a status. */
const parserProblem = (error: Error & { type?: unknown; status?: unknown }): HttpProblem | undefined => {
  switch (error.type) {
    case 'entity.parse.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return new HttpProblem('malformed-json', 'The body is not readable JSON');
    case 'entity.too.large':
      return new HttpProblem('body-too-large', 'The body is larger than this route takes');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new HttpProblem('media-type-unsupported', 'Send the body as UTF-8 JSON');
    default:
      // A path that is no valid percent-encoding.
      return error instanceof URIError || error.status === 400
        ? new HttpProblem('validation-failed', 'The address is not readable')
        : undefined;
  }
};

const DISK_FULL = '53100';

/**
 * The one place where an error becomes an answer. Undefined: nobody foresaw it, so it is logged whole and answered as
 * a bare 500. `hasIfMatch`: the caller stated what it had read, so a conflict is its 412 and not our 409.
 */
export const translateError = (error: unknown, hasIfMatch: boolean): HttpProblem | undefined => {
  if (error instanceof HttpProblem) return error;
  if (error instanceof RuleViolation) {
    const code = isProblemCode(error.code) ? error.code : 'rule-violated';
    return new HttpProblem(code, error.message, { extra: { ...error.details } });
  }
  if (error instanceof RevisionConflict) {
    return hasIfMatch
      ? new HttpProblem('precondition-failed', 'The object changed since you read it', {
          extra: { revision: Number(error.actual) },
        })
      : new HttpProblem('write-conflict', 'The object was changed at the same moment; read it again and repeat');
  }
  if (error instanceof SellerIncomplete) {
    return new HttpProblem('seller-incomplete', error.message, {
      errors: error.fields.map((field) => ({
        pointer: `/seller/${SELLER_FIELDS[field] ?? field}`,
        detail: 'is needed for an invoice or a shipment',
      })),
    });
  }
  if (error instanceof MarketplaceError) {
    return new HttpProblem(MARKETPLACE_CODES[error.code], error.message, {
      extra: { marketplace_code: error.code },
      headers: seconds(error.retryAfterMs),
    });
  }
  if (error instanceof InvalidCursor) {
    return new HttpProblem('validation-failed', `cursor: ${error.message}`, {
      errors: [{ parameter: 'cursor', detail: 'must be `next_cursor` of a page of this list' }],
    });
  }
  if (error instanceof PageTooDeep) {
    return new HttpProblem('page-too-deep', error.message, {
      errors: [{ parameter: 'page', detail: `skips more than ${error.limit} rows` }],
    });
  }
  if (error instanceof SnapshotsTaken) {
    return new HttpProblem('exports-busy', error.message, { headers: { 'retry-after': '10' } });
  }
  if (error instanceof DeadLetterUnknown) return new HttpProblem('dead-letter-unknown', error.message);
  if (error instanceof ReadModelMissing) {
    return new HttpProblem('read-model-behind', error.message, { headers: { 'retry-after': '1' } });
  }
  if (error instanceof EventStoreUnavailable) {
    return new HttpProblem('event-store-unavailable', 'The event store does not answer; repeat the request', {
      headers: { 'retry-after': '2' },
    });
  }
  if (error instanceof Error) {
    if (isDatabaseAway(error)) {
      const detail =
        errorCode(error) === DISK_FULL
          ? "The database's disk is full; repeat the request when it has space"
          : 'The database does not answer; repeat the request';
      return new HttpProblem('database-unavailable', detail, { headers: { 'retry-after': '2' } });
    }
    return parserProblem(error);
  }
  return undefined;
};
