/** Every code that the API answers with. `docs/problems.md` has a page for each, and a test compares both directions. */
export const PROBLEMS = {
  'validation-failed': { status: 400, title: 'The request does not fit this route' },
  'malformed-json': { status: 400, title: 'The body is not readable JSON' },
  'account-unknown': { status: 400, title: 'There is no such marketplace account' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  'credentials-invalid': { status: 401, title: 'User name or password is wrong' },
  'refresh-token-invalid': { status: 401, title: 'The refresh token is not valid' },
  'refresh-token-reused': { status: 401, title: 'The refresh token was used before' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'password-change-required': { status: 403, title: 'Choose a password of your own first' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'order-unknown': { status: 404, title: 'There is no such order' },
  'awb-unknown': { status: 404, title: 'There is no such AWB' },
  'invoice-unknown': { status: 404, title: 'There is no such invoice' },
  'label-unknown': { status: 404, title: 'The marketplace keeps no label of this AWB' },
  'sku-unknown': { status: 404, title: 'There is no such SKU' },
  'picture-unknown': { status: 404, title: 'There is no such picture' },
  'offer-unknown': { status: 404, title: 'There is no such offer' },
  'operation-unknown': { status: 404, title: 'There is no such operation' },
  'sync-run-unknown': { status: 404, title: 'There is no such sync run' },
  'job-unknown': { status: 404, title: 'There is no such job' },
  'notification-unknown': { status: 404, title: 'There is no such notification' },
  'parked-event-unknown': { status: 404, title: 'There is no such parked event' },
  'dead-letter-unknown': { status: 404, title: 'There is no such dead letter' },
  'customer-unknown': { status: 404, title: 'There is no such customer' },
  'report-unknown': { status: 404, title: 'There is no such report' },
  'user-unknown': { status: 404, title: 'There is no such user' },
  'category-unknown': { status: 404, title: 'There is no such category' },
  'method-not-allowed': { status: 405, title: 'This method is not offered here' },
  'account-ambiguous': { status: 409, title: 'Several accounts have this order' },
  'idempotency-key-reused': { status: 409, title: 'The idempotency key was used for another request' },
  'idempotency-in-progress': { status: 409, title: 'The same request is still being worked on' },
  'write-conflict': { status: 409, title: 'Somebody else changed this at the same moment' },
  'order-not-acknowledgeable': { status: 409, title: 'This order cannot be acknowledged' },
  'order-not-shippable': { status: 409, title: 'This order cannot get an AWB now' },
  'order-not-invoiceable': { status: 409, title: 'This order cannot be invoiced now' },
  'status-not-allowed': { status: 409, title: 'The order cannot move to this status' },
  'status-change-in-progress': { status: 409, title: 'A status change is already under way' },
  'cancellation-reason-missing': { status: 409, title: 'A cancellation needs a reason' },
  'storno-not-allowed': { status: 409, title: 'Lines cannot be returned now' },
  'line-unknown': { status: 409, title: 'The order has no such line' },
  'awb-exists': { status: 409, title: 'The order already has an AWB' },
  'awb-in-progress': { status: 409, title: 'An AWB is already being generated' },
  'awb-in-doubt': { status: 409, title: 'Nobody knows whether the last AWB exists' },
  'awb-not-in-doubt': { status: 409, title: 'No AWB of this order is in doubt' },
  'awb-not-allowed': { status: 409, title: 'The marketplace allows no AWB for this order' },
  'courier-not-allowed': { status: 409, title: 'The marketplace does not allow this courier for the order' },
  'force-needs-reason': { status: 409, title: 'A further AWB needs a reason' },
  'invoice-not-reversible': { status: 409, title: 'This document cannot be taken back' },
  'storno-exists': { status: 409, title: 'The whole invoice was taken back already' },
  'storno-in-progress': { status: 409, title: 'A storno of this invoice is under way' },
  'storno-exceeds-invoice': { status: 409, title: 'More would go back than was invoiced' },
  'attachment-in-progress': { status: 409, title: 'A document is already being attached to this order' },
  'invoice-series-changed': { status: 409, title: 'The invoice belongs to another series' },
  'wish-not-open': { status: 409, title: 'This step is no longer awaited' },
  'offer-change-in-progress': { status: 409, title: 'A change of this offer is already under way' },
  'price-out-of-range': { status: 409, title: 'The price lies outside its limits' },
  'stock-not-editable': { status: 409, title: 'The marketplace counts this stock itself' },
  'sync-running': { status: 409, title: 'A synchronisation is already running' },
  'account-exists': { status: 409, title: 'There is already an account of this key' },
  'account-key-demonstration': { status: 409, title: 'This key holds demonstration data' },
  'demonstration-needed': { status: 409, title: 'There is no account of your own yet' },
  'demonstration-kept': { status: 409, title: 'The sandbox is switched on by its variable' },
  'demonstration-absent': { status: 409, title: 'There is no demonstration data' },
  'account-not-editable': { status: 409, title: 'This account is not edited here' },
  'operation-running': { status: 409, title: 'The operation is still running' },
  'operation-not-bulk': { status: 409, title: 'This operation has no list of orders' },
  'nothing-to-retry': { status: 409, title: 'Nothing of this operation has failed' },
  'user-exists': { status: 409, title: 'There is already a user of this name' },
  'job-running': { status: 409, title: 'The job is running' },
  'last-admin': { status: 409, title: 'This is the last admin' },
  'rule-violated': { status: 409, title: 'A business rule forbids this' },
  'precondition-failed': { status: 412, title: 'It changed since you last read it' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'media-type-unsupported': { status: 415, title: 'Send JSON' },
  'series-invalid': { status: 422, title: 'This is no name for an invoice series' },
  'period-impossible': { status: 422, title: 'The period ends before it begins' },
  'seller-incomplete': { status: 422, title: 'Seller data is missing' },
  'courier-unknown': { status: 422, title: 'The account has no such courier account' },
  'address-unknown': { status: 422, title: 'The account has no such pickup address' },
  'price-impossible': { status: 422, title: 'This cannot be a price' },
  'stock-impossible': { status: 422, title: 'This cannot be a stock' },
  'ean-invalid': { status: 422, title: 'This is no EAN' },
  'request-impossible': { status: 422, title: 'The request is well-formed but cannot be meant' },
  'page-too-deep': { status: 422, title: 'The page lies too deep; use a cursor' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'ean-quota-exhausted': { status: 429, title: 'The look-ups by EAN are used up for now' },
  'login-locked': { status: 429, title: 'Too many failed attempts' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  'marketplace-refused': { status: 502, title: 'The marketplace refused' },
  'marketplace-credentials-refused': { status: 502, title: 'The marketplace refused the credentials of the account' },
  'marketplace-ip-refused': { status: 502, title: 'The marketplace does not accept calls from this address' },
  'marketplace-unreadable': { status: 502, title: 'The answer of the marketplace was not understood' },
  'picture-unavailable': { status: 502, title: 'The picture cannot be shown' },
  'read-model-behind': { status: 503, title: 'The read model has not caught up yet' },
  'projection-parked': { status: 503, title: 'The read model of this object stopped at an error' },
  'exports-busy': { status: 503, title: 'Too many lists are being exported at once' },
  'categories-loading': { status: 503, title: 'The categories are still being read' },
  'event-store-unavailable': { status: 503, title: 'The event store does not answer' },
  'database-unavailable': { status: 503, title: 'The database does not answer' },
  'marketplace-rate-limited': { status: 503, title: 'The marketplace allows no calls at the moment' },
  'marketplace-unavailable': { status: 503, title: 'The marketplace is failing' },
  'marketplace-timeout': { status: 504, title: 'The marketplace did not answer' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One invalid field: `pointer` is a JSON Pointer into the body, `parameter` a query, path or header name. */
export interface FieldError {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly detail: string;
}

/** An answer that is a problem. `extra` are further members of the document; header values may be given beside them. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly extra: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: ProblemCode,
    detail: string,
    options: { extra?: Record<string, unknown>; headers?: Record<string, string>; errors?: readonly FieldError[] } = {},
  ) {
    super(detail);
    this.extra = { ...options.extra, ...(options.errors && { errors: options.errors }) };
    this.headers = options.headers ?? {};
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/** The document of RFC 9457. */
export const problemDocument = (
  problem: HttpProblem,
  { instance, traceId }: { instance: string; traceId: string },
): Record<string, unknown> => ({
  ...problem.extra,
  type: `/problems/${problem.code}`,
  title: PROBLEMS[problem.code].title,
  status: problem.status,
  detail: problem.message,
  instance,
  code: problem.code,
  trace_id: traceId,
});
