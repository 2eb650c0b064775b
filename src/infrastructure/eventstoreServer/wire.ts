import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { invalidArgument, missingMetadata } from './rpcError.js';
import { NO_STREAM, type ExpectedRevision, type ProposedEvent, type StoredEvent } from './storedEvent.js';

const MAX_STREAM_NAME_BYTES = 1_024;
const MAX_TYPE_CHARACTERS = 1_024;
const UUID_TEXT = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const ZERO_UUID = '00000000-0000-0000-0000-000000000000';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Stream name of a request. Longer names than an index entry holds, and NUL, which text cannot hold, are refused. */
export const streamNameOf = (identifier: sharedPb.StreamIdentifier | undefined): string => {
  const bytes = identifier?.getStreamName_asU8() ?? new Uint8Array();
  if (bytes.length === 0) throw invalidArgument('The stream name is empty');
  if (bytes.length > MAX_STREAM_NAME_BYTES) {
    throw invalidArgument(`The stream name is longer than ${MAX_STREAM_NAME_BYTES} bytes`);
  }
  let name: string;
  try {
    name = utf8.decode(bytes);
  } catch {
    throw invalidArgument('The stream name is not UTF-8');
  }
  if (name.includes('\0')) throw invalidArgument('The stream name contains a NUL character');
  return name;
};

export const streamIdentifier = (stream: string): sharedPb.StreamIdentifier =>
  new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));

const toHex64 = (value: string): string => BigInt.asUintN(64, BigInt(value)).toString(16).padStart(16, '0');

/** Canonical lower-case text of either form of a UUID, or undefined if it is none. */
export const uuidOf = (uuid: sharedPb.UUID | undefined): string | undefined => {
  const structured = uuid?.getStructured();
  if (structured) {
    const hex = toHex64(structured.getMostSignificantBits()) + toHex64(structured.getLeastSignificantBits());
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
  const text = uuid?.getString().toLowerCase();
  return text !== undefined && UUID_TEXT.test(text) ? text : undefined;
};

export const uuidMessage = (id: string, structured = false): sharedPb.UUID => {
  if (!structured) return new sharedPb.UUID().setString(id);
  const hex = id.replaceAll('-', '');
  const half = (text: string) => BigInt.asIntN(64, BigInt(`0x${text}`)).toString();
  return new sharedPb.UUID().setStructured(
    new sharedPb.UUID.Structured()
      .setMostSignificantBits(half(hex.slice(0, 16)))
      .setLeastSignificantBits(half(hex.slice(16))),
  );
};

/** The expectation of append, delete and tombstone requests; one that names none expects nothing. */
export const expectedRevisionOf = (
  options: Pick<streamsPb.AppendReq.Options, 'hasRevision' | 'getRevision' | 'hasNoStream' | 'hasStreamExists'>,
): ExpectedRevision => {
  if (options.hasRevision()) return BigInt(options.getRevision());
  if (options.hasNoStream()) return NO_STREAM;
  return options.hasStreamExists() ? 'stream_exists' : 'any';
};

type ProposedMessage = streamsPb.AppendReq.ProposedMessage | streamsPb.BatchAppendReq.ProposedMessage;

/** One event of an append. @throws RpcError INVALID_ARGUMENT */
export const proposedEventOf = (message: ProposedMessage): ProposedEvent => {
  const properties = message.getMetadataMap();
  const type = properties.get('type');
  const contentType = properties.get('content-type');
  if (type === undefined || contentType === undefined) throw missingMetadata();
  if (type === '' || type.length > MAX_TYPE_CHARACTERS || type.includes('\0')) {
    throw invalidArgument('The event type is empty, too long or contains a NUL character');
  }
  const id = uuidOf(message.getId());
  if (id === undefined || id === ZERO_UUID) throw invalidArgument('The event id is not a UUID, or empty');
  return {
    id,
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};

/** Bytes of an event that count against the limit of an append. */
export const appendSizeOf = ({ data, metadata, type }: ProposedEvent): number =>
  data.length + metadata.length + 2 * type.length;

const recordedEvent = (event: StoredEvent, structuredIds: boolean): streamsPb.ReadResp.ReadEvent.RecordedEvent => {
  const position = event.position.toString();
  const message = new streamsPb.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidMessage(event.id, structuredIds))
    .setStreamIdentifier(streamIdentifier(event.stream))
    .setStreamRevision(event.revision.toString())
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  message
    .getMetadataMap()
    .set('type', event.type)
    .set('created', event.created.toString())
    .set('content-type', event.isJson ? 'application/json' : 'application/octet-stream');
  return message;
};

/** An event as read, or a link and what it points to (absent when that is gone). */
export interface ResolvedEvent {
  readonly event: StoredEvent | undefined;
  readonly link?: StoredEvent;
}

export const readEventResponse = ({ event, link }: ResolvedEvent, structuredIds: boolean): streamsPb.ReadResp => {
  const message = new streamsPb.ReadResp.ReadEvent();
  if (event) message.setEvent(recordedEvent(event, structuredIds));
  if (link) message.setLink(recordedEvent(link, structuredIds));
  const original = link ?? event;
  if (original) message.setCommitPosition(original.position.toString());
  else message.setNoPosition(new sharedPb.Empty());
  return new streamsPb.ReadResp().setEvent(message);
};
