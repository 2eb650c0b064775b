import { errorCode } from '../errorCode.js';

/** SQLSTATE classes that speak of the database itself, not of our statement, and what the network says without one. */
const CODES = /^((08|53|57)[0-9A-Z]{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;

/** What the driver and its pool throw without a code, when a server is silent or a connection ends. */
const MESSAGES: ReadonlySet<string> = new Set([
  'Query read timeout',
  'timeout expired',
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
]);

/** The database is gone, frozen, full or ending: the same statement may well succeed later. */
export const isDatabaseAway = (error: Error): boolean =>
  CODES.test(errorCode(error) ?? '') || MESSAGES.has(error.message);
