import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { invalidArgument } from './rpcError.js';
import type { StoredEvent } from './storedEvent.js';

/** Window that a `count` filter stands for, in events. */
const DEFAULT_WINDOW = 32;
const MAX_PATTERN = 2_048;

export interface EventFilter {
  matches(event: StoredEvent): boolean;
  /** A checkpoint is due every so many considered events, matching or not. */
  readonly checkpointEvery: number;
}

const matcherOf = (expression: streamsPb.ReadReq.Options.FilterOptions.Expression): ((text: string) => boolean) => {
  const pattern = expression.getRegex();
  if (pattern !== '') {
    if (pattern.length > MAX_PATTERN) throw invalidArgument('The regular expression is too long');
    let regex: RegExp;
    try {
      regex = new RegExp(pattern);
    } catch {
      throw invalidArgument('The regular expression is not valid');
    }
    return (text) => regex.test(text);
  }
  const prefixes = expression.getPrefixList();
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
};

/** A filter of `$all`: a regular expression (unanchored) wins over prefixes. @throws RpcError INVALID_ARGUMENT */
export const eventFilterOf = (options: streamsPb.ReadReq.Options.FilterOptions): EventFilter => {
  const byStream = options.getStreamIdentifier();
  const expression = byStream ?? options.getEventType();
  if (!expression) throw invalidArgument('The filter has no expression');
  const multiplier = options.getCheckpointintervalmultiplier();
  if (multiplier === 0) throw invalidArgument('The checkpoint interval multiplier is 0');
  const matches = matcherOf(expression);
  return {
    matches: byStream ? ({ stream }) => matches(stream) : ({ type }) => matches(type),
    checkpointEvery: multiplier * (options.hasMax() ? Math.max(options.getMax(), 1) : DEFAULT_WINDOW),
  };
};
