/** A person's data key and the name under which events refer to it. */
export interface PersonKey {
  readonly kid: string;
  readonly key: Buffer;
}

/** `erased`: the key was deleted on purpose. `unknown`: there never was one here, so a backup is missing. */
export type KeyLookup = Buffer | 'erased' | 'unknown';

/** Where the keys live: apart from the log, so that deleting one takes a person out of the whole history. */
export interface PersonKeys {
  /** The key to encrypt under now; made when the person has none. */
  forWriting(personId: string): Promise<PersonKey>;
  /** Every given key by its name, in one go. */
  forReading(kids: readonly string[]): Promise<ReadonlyMap<string, KeyLookup>>;
  /** For good. A later event of the same person gets a new key. */
  erase(personId: string): Promise<void>;
}
