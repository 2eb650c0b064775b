/** What this release knows about the shapes of events: the adapters ask it on the way in and on the way out. */
export interface EventCatalogue {
  /** @throws InvalidEventData when the data is not of the newest shape of its type */
  validate(type: string, data: object): void;
  /** Data of an older shape as the newest one; data of a type that this release does not know is returned as it is. */
  upcast(type: string, schemaVersion: number, data: object): object;
}

/** Data that must not get into the log, which is for ever. */
export class InvalidEventData extends Error {
  override readonly name = 'InvalidEventData';
  constructor(
    readonly type: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`Data of ${type} is not valid: ${reason}`, options);
  }
}

/** For tools and tests that bring their own events. */
export const anyEvent: EventCatalogue = { validate: () => undefined, upcast: (_type, _version, data) => data };
