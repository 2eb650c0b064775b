import { v5 as uuidV5 } from 'uuid';

/** Namespace of all derived ids. Changing it would make every retry a new event. */
const NAMESPACE = '6f1d3a52-7c0e-5b8e-9a52-0f6a7a1c4d11';

/** The same cause and index always give the same id, so that a retried append is the same event. */
export const deriveEventId = (cause: string, index: number): string => uuidV5(`${cause}#${index}`, NAMESPACE);

/** An id for something that follows from a cause once: an attempt, an operation of an idempotency key. */
export const deriveId = (...parts: readonly string[]): string => uuidV5(parts.join('/'), NAMESPACE);

/** Event id of what a cause appended first: what follows names it as its `causationId`. */
export const firstEventOf = (cause: string): string => deriveEventId(cause, 0);
