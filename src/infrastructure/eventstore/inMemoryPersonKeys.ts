import { randomBytes, randomUUID } from 'node:crypto';
import type { KeyLookup, PersonKey, PersonKeys } from './personKeys.js';

/** Keys that end with the process. */
export class InMemoryPersonKeys implements PersonKeys {
  private readonly live = new Map<string, PersonKey>();
  private readonly byKid = new Map<string, Buffer | 'erased'>();

  forWriting(personId: string): Promise<PersonKey> {
    let key = this.live.get(personId);
    if (!key) {
      key = { kid: randomUUID(), key: randomBytes(32) };
      this.live.set(personId, key);
      this.byKid.set(key.kid, key.key);
    }
    return Promise.resolve(key);
  }

  forReading(kids: readonly string[]): Promise<ReadonlyMap<string, KeyLookup>> {
    return Promise.resolve(new Map(kids.map((kid) => [kid, this.byKid.get(kid) ?? 'unknown'])));
  }

  erase(personId: string): Promise<void> {
    const key = this.live.get(personId);
    this.live.delete(personId);
    if (key) this.byKid.set(key.kid, 'erased');
    return Promise.resolve();
  }
}
