import type { RecordedEvent } from '../application/ports/eventStore.js';

/** Account of `order-{account}-…` and of every stream that is named so; keys of accounts hold no hyphen. */
export const accountInStream = ({ stream }: Pick<RecordedEvent, 'stream'>): string | null =>
  stream.split('-', 2)[1] ?? null;

/** The account that an event names in its data, where the stream's name does not tell. */
export const accountInData = ({ data }: Pick<RecordedEvent, 'data'>): string | null =>
  'account' in data && typeof data.account === 'string' ? data.account : null;
