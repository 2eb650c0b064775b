import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { eventFilterOf, type EventFilter } from './eventFilter.js';
import { invalidArgument } from './rpcError.js';
import { streamNameOf } from './wire.js';

/** A revision or position, or one of the two ends. */
export type ReadFrom = bigint | 'start' | 'end';

export interface ReadRequest {
  /** Undefined reads `$all`. */
  readonly stream: string | undefined;
  readonly from: ReadFrom;
  readonly isBackwards: boolean;
  /** `subscribe` never ends by itself. */
  readonly count: bigint | 'subscribe';
  readonly filter: EventFilter | undefined;
  readonly resolvesLinks: boolean;
  readonly wantsStructuredIds: boolean;
  /** Whether the client understands the messages that tell a stream's first and last revision. */
  readonly wantsStreamPositions: boolean;
}

const MAX_UINT64 = 2n ** 64n - 1n;
const MAX_INT64 = 2n ** 63n - 1n;

const bounded = (value: string): ReadFrom => {
  const number = BigInt(value);
  if (number === MAX_UINT64) return 'end';
  return number > MAX_INT64 ? MAX_INT64 : number;
};

const fromOfAll = (all: streamsPb.ReadReq.Options.AllOptions): ReadFrom => {
  const position = all.getPosition();
  if (position) {
    const [commit, prepare] = [BigInt(position.getCommitPosition()), BigInt(position.getPreparePosition())];
    if (prepare > commit) throw invalidArgument('The prepare position is beyond the commit position');
    return bounded(position.getCommitPosition());
  }
  return all.hasEnd() ? 'end' : 'start';
};

const fromOfStream = (stream: streamsPb.ReadReq.Options.StreamOptions): ReadFrom =>
  stream.hasRevision() ? bounded(stream.getRevision()) : stream.hasEnd() ? 'end' : 'start';

/** What a Read call asks for. @throws RpcError INVALID_ARGUMENT for combinations that the protocol does not have */
export const readRequestOf = (request: streamsPb.ReadReq): ReadRequest => {
  const options = request.getOptions();
  if (!options) throw invalidArgument('The request has no options');
  const uuidOption = options.getUuidOption();
  if (!uuidOption?.hasString() && !uuidOption?.hasStructured()) throw invalidArgument('The request has no uuid_option');

  const streamOptions = options.getStream();
  const allOptions = options.getAll();
  if (!streamOptions && !allOptions) throw invalidArgument('The request names neither a stream nor $all');
  const filterOptions = options.getFilter();
  if (filterOptions && streamOptions) throw invalidArgument('Only $all can be filtered');
  const isBackwards = options.getReadDirection() === streamsPb.ReadReq.Options.ReadDirection.BACKWARDS;
  if (options.hasSubscription() && isBackwards) throw invalidArgument('A subscription reads forwards only');
  if (!options.hasSubscription() && !options.hasCount()) throw invalidArgument('The request has no count');

  return {
    stream: streamOptions && streamNameOf(streamOptions.getStreamIdentifier()),
    from: streamOptions ? fromOfStream(streamOptions) : allOptions ? fromOfAll(allOptions) : 'start',
    isBackwards,
    count: options.hasSubscription() ? 'subscribe' : BigInt(options.getCount()),
    filter: filterOptions && eventFilterOf(filterOptions),
    resolvesLinks: options.getResolveLinks(),
    wantsStructuredIds: uuidOption.hasStructured(),
    wantsStreamPositions: (options.getControlOption()?.getCompatibility() ?? 0) >= 1,
  };
};
