import { Metadata, status } from '@grpc/grpc-js';
import type { ExpectedRevision } from './storedEvent.js';

/** A failed call as the protocol tells it: status, and what happened in the trailers. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly details: string;

  constructor(
    readonly code: status,
    details: string,
    readonly metadata = new Metadata(),
  ) {
    super(details);
    this.details = details;
  }
}

// Trailers carry printable ASCII only, stream names any UTF-8.
const trailers = (entries: Readonly<Record<string, string>>): Metadata => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(entries)) {
    metadata.set(key, /^[\x20-\x7e]*$/.test(value) ? value : encodeURIComponent(value));
  }
  return metadata;
};

const expectedNumber = (expected: ExpectedRevision): string =>
  expected === 'any' ? '-2' : expected === 'stream_exists' ? '-4' : String(expected);

export const wrongExpectedVersion = (stream: string, expected: ExpectedRevision, current: bigint): RpcError =>
  new RpcError(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expectedNumber(expected)}, Actual version: ${current}`,
    trailers({
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': expectedNumber(expected),
      'actual-version': String(current),
    }),
  );

export const streamDeleted = (stream: string): RpcError =>
  new RpcError(
    status.FAILED_PRECONDITION,
    `Event stream '${stream}' is deleted.`,
    trailers({ exception: 'stream-deleted', 'stream-name': stream }),
  );

export const accessDenied = (): RpcError =>
  new RpcError(status.PERMISSION_DENIED, 'Access Denied', trailers({ exception: 'access-denied' }));

export const unauthenticated = (): RpcError => new RpcError(status.UNAUTHENTICATED, 'Unknown credentials');

export const maximumAppendSizeExceeded = (limit: number): RpcError =>
  new RpcError(
    status.INVALID_ARGUMENT,
    `Maximum Append Size of ${limit} Exceeded.`,
    trailers({ exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limit) }),
  );

export const missingMetadata = (): RpcError =>
  new RpcError(
    status.INVALID_ARGUMENT,
    'Required metadata property missing',
    trailers({
      exception: 'missing-required-metadata-property',
      'required-metadata-properties': 'type,content-type',
    }),
  );

export const invalidArgument = (details: string): RpcError => new RpcError(status.INVALID_ARGUMENT, details);

export const timedOut = (): RpcError =>
  new RpcError(status.ABORTED, 'Operation timed out: the write was not confirmed');

export const unavailable = (details = 'The database of the event store is away'): RpcError =>
  new RpcError(status.UNAVAILABLE, details);

/** Any error as a failed call: a mistake of ours as such, everything else as an absent database. */
export const toRpcError = (error: unknown): RpcError => {
  if (error instanceof RpcError) return error;
  const details = error instanceof Error ? error.message : undefined;
  return error instanceof TypeError || error instanceof RangeError
    ? new RpcError(status.INTERNAL, `The event store failed: ${details}`)
    : unavailable(details);
};
