import type { BusMessage } from '../../application/ports/bus.js';
import { toLiveMessages, type LiveChannel } from '../notifications/liveMessages.js';

/** A place in the stream of live messages: one event may give several. */
export interface LivePlace {
  readonly position: bigint;
  readonly index: number;
}

/** One message, written once for everybody who hears it. */
export interface LiveFrame extends LivePlace {
  readonly channel: LiveChannel;
  readonly text: string;
}

export const isAfter = (a: LivePlace, b: LivePlace): boolean =>
  a.position > b.position || (a.position === b.position && a.index > b.index);

export const framesOf = (message: BusMessage): LiveFrame[] =>
  toLiveMessages(message).map(({ channel, id, type, data, timestamp, position, index }) => ({
    channel,
    position,
    index,
    text: JSON.stringify({ id, type, data, timestamp, position: String(position) }),
  }));
