import { ErrorType, isCommandError, type CommandError } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { EventStoreUnavailable } from '../../application/ports/eventStore.js';

const UNAVAILABLE: readonly string[] = [
  ErrorType.UNAVAILABLE,
  ErrorType.CANCELLED,
  ErrorType.TIMEOUT,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.NOT_LEADER,
];

const unavailable = (cause: unknown): EventStoreUnavailable =>
  new EventStoreUnavailable(
    `The event store does not answer: ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause },
  );

// What the client asks before its first append fails with gRPC's own errors, not with the client's.
const UNAVAILABLE_STATUS: readonly unknown[] = [
  status.CANCELLED,
  status.DEADLINE_EXCEEDED,
  status.ABORTED,
  status.UNAVAILABLE,
];

export const isCommand = (error: unknown): error is CommandError => error instanceof Error && isCommandError(error);

const statusOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Whatever the client throws, in the words of the port where it has one. */
export const translated = (error: unknown): unknown => {
  // The client has no type of its own for some of these statuses, and calls the error unknown.
  const isTold = isCommand(error) && error.type !== ErrorType.UNKNOWN;
  const isAway = isTold ? UNAVAILABLE.includes(error.type) : UNAVAILABLE_STATUS.includes(statusOf(error));
  return isAway ? unavailable(error) : error;
};
