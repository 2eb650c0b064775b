import type { PersonalDataCodec } from '../../application/ports/eventStore.js';

/** Leaves ciphertexts alone: for tools that move or look after a log and must not need its keys. */
export const plainCodec: PersonalDataCodec = {
  encrypt: (_type, _eventId, data) => Promise.resolve(data),
  decrypt: (events) => Promise.resolve(events.map(({ data }) => data)),
  erase: () => Promise.reject(new Error('This codec has no keys to erase')),
};
