import type { Actor, DomainEventShape, RecordedEvent } from '../../../src/application/ports/eventStore.js';

export interface RecordedOptions {
  readonly stream?: string;
  readonly actor?: Actor;
  readonly position?: bigint;
  readonly recordedAt?: string;
  readonly causationId?: string;
}

const user: Actor = { kind: 'user', id: 'ana' };

/** An event as the store would give it back. Positions leave gaps on purpose. */
export const recorded = <E extends DomainEventShape>(
  { type, data }: E,
  revision: bigint,
  {
    stream = 'order-main-6112345678',
    actor = user,
    position = revision * 10n + 5n,
    recordedAt = '2026-03-02T10:00:00.000Z',
    causationId,
  }: RecordedOptions = {},
): RecordedEvent<E> => ({
  id: `event-${stream}-${revision}`,
  stream,
  revision,
  position,
  type,
  data,
  metadata: {
    correlationId: 'c1',
    actor,
    occurredAt: recordedAt,
    schemaVersion: 1,
    ...(causationId !== undefined && { causationId }),
  },
  recordedAt,
});
