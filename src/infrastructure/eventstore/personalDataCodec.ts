import { z } from 'zod';
import type { PersonalDataCodec } from '../../application/ports/eventStore.js';
import { open, seal } from './authenticatedEncryption.js';
import type { KeyLookup, PersonKeys } from './personKeys.js';

export const ERASED = '[erased]';
/** The key is missing though nobody erased it, or the ciphertext is not what was written. */
export const UNREADABLE = '[unreadable]';

interface EncryptedEvent {
  readonly type: string;
  readonly id: string;
  readonly data: object;
}

/** What stands in the log in place of `personal`. */
const envelopeSchema = z.object({
  $enc: z.literal('v1'),
  kid: z.uuid(),
  iv: z.string(),
  ct: z.string(),
  tag: z.string(),
  /** Field names and kinds of the plaintext, without its values: readers see them after an erasure too. */
  shape: z.unknown(),
});

type Envelope = z.infer<typeof envelopeSchema>;

/** Every value emptied: only names, kinds and lengths of lists remain. */
const shapeOf = (value: unknown): unknown => {
  if (typeof value === 'string') return '';
  if (typeof value === 'number') return 0;
  if (typeof value === 'boolean') return false;
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
};

const withStrings = (shape: unknown, text: string): unknown => {
  if (typeof shape === 'string') return text;
  if (Array.isArray(shape)) return shape.map((inner) => withStrings(inner, text));
  if (typeof shape !== 'object' || shape === null) return shape;
  return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, withStrings(inner, text)]));
};

const field = (data: object, name: string): unknown => new Map(Object.entries(data)).get(name);

// A ciphertext moved to another event or person must not open there.
const contextOf = (personId: string, type: string, eventId: string) => JSON.stringify([personId, type, eventId]);

const envelopeOf = (data: object): Envelope | undefined => envelopeSchema.safeParse(field(data, 'personal')).data;

const decryptPersonal = ({ type, id, data }: EncryptedEvent, envelope: Envelope, key: KeyLookup): unknown => {
  if (key === 'erased') return withStrings(envelope.shape, ERASED);
  if (key === 'unknown') return withStrings(envelope.shape, UNREADABLE);
  const bytes = (text: string) => Buffer.from(text, 'base64');
  try {
    const plaintext = open(
      key,
      { iv: bytes(envelope.iv), tag: bytes(envelope.tag), ciphertext: bytes(envelope.ct) },
      contextOf(String(field(data, 'personId')), type, id),
    );
    return JSON.parse(plaintext.toString('utf8'));
  } catch {
    return withStrings(envelope.shape, UNREADABLE);
  }
};

/** Encrypts `data.personal` under the key of `data.personId`, one key per person. */
export const createPersonalDataCodec = (keys: PersonKeys): PersonalDataCodec => ({
  async encrypt(type, eventId, data) {
    const personal = field(data, 'personal');
    if (personal === undefined) return data;
    const personId = field(data, 'personId');
    if (typeof personId !== 'string' || personId === '') throw new Error(`${type} has personal data but no personId`);

    const { kid, key } = await keys.forWriting(personId);
    const sealed = seal(key, Buffer.from(JSON.stringify(personal), 'utf8'), contextOf(personId, type, eventId));
    const envelope: Envelope = {
      $enc: 'v1',
      kid,
      iv: sealed.iv.toString('base64'),
      ct: sealed.ciphertext.toString('base64'),
      tag: sealed.tag.toString('base64'),
      shape: shapeOf(personal),
    };
    return { ...data, personal: envelope };
  },

  async decrypt(events) {
    const envelopes = events.map(({ data }) => envelopeOf(data));
    const kids = new Set(envelopes.flatMap((envelope) => envelope?.kid ?? []));
    if (kids.size === 0) return events.map(({ data }) => data);
    const found = await keys.forReading([...kids]);
    return events.map((event, index) => {
      const envelope = envelopes[index];
      if (!envelope) return event.data;
      return { ...event.data, personal: decryptPersonal(event, envelope, found.get(envelope.kid) ?? 'unknown') };
    });
  },

  erase: (personId) => keys.erase(personId),
});
