import type { EventStore } from '../../application/ports/eventStore.js';
import { ACCOUNT_PREFIX } from '../relay/accountMessages.js';
import { INTEGRATION_PREFIXES } from '../relay/integrationMapper.js';
import { OPERATION_PREFIX } from '../relay/operationMessages.js';
import type { Queryable } from './deadLetterTable.js';

/** Position of the event in this log, or null when the log does not hold it. Reads the log from its start. */
export const positionOfEvent = async (
  store: EventStore,
  eventId: string,
  signal: AbortSignal,
): Promise<bigint | null> => {
  const found = new AbortController();
  try {
    const messages = store.subscribe({
      from: 'start',
      filter: { streamPrefixes: [...INTEGRATION_PREFIXES, OPERATION_PREFIX, ACCOUNT_PREFIX] },
      signal: AbortSignal.any([signal, found.signal]),
    });
    for await (const message of messages) {
      if (message.kind === 'caught_up') return null;
      if (message.kind === 'event' && message.event.id === eventId) return message.event.position;
    }
    signal.throwIfAborted();
    return null;
  } finally {
    found.abort();
  }
};

/** How far a group has come, in the log that it reads. */
export class GroupOffset {
  private constructor(
    private readonly group: string,
    private readonly storeId: string,
    private current: { readonly position: bigint; readonly eventId: string | null } | null,
  ) {}

  /**
   * The saved place. One that belongs to another log (the log was moved) is found again by its event; where that is
   * unknown too, the group begins anew: it is idempotent, and hearing twice is better than missing.
   */
  static async load(
    database: Queryable,
    group: string,
    store: EventStore,
    storeId: string,
    signal: AbortSignal,
  ): Promise<GroupOffset> {
    const { rows } = await database.query<{ store_id: string; position: string; event_id: string | null }>(
      'select store_id, position, event_id from ops.bus_offsets where group_name = $1',
      [group],
    );
    const saved = rows[0];
    if (!saved) return new GroupOffset(group, storeId, null);
    const { event_id: eventId } = saved;
    if (saved.store_id === storeId) {
      return new GroupOffset(group, storeId, { position: BigInt(saved.position), eventId });
    }
    const position = eventId === null ? null : await positionOfEvent(store, eventId, signal);
    return new GroupOffset(group, storeId, position === null ? null : { position, eventId });
  }

  get position(): bigint | null {
    return this.current?.position ?? null;
  }

  /** Everything up to here is done, once saved. A checkpoint has no event: the last one stays. */
  pass(position: bigint, eventId: string | null): void {
    this.current = { position, eventId: eventId ?? this.current?.eventId ?? null };
  }

  async save(database: Queryable): Promise<void> {
    if (!this.current) return;
    await database.query(
      `insert into ops.bus_offsets (group_name, store_id, position, event_id)
       values ($1, $2, $3, $4)
       on conflict (group_name) do update
         set store_id = excluded.store_id, position = excluded.position, event_id = excluded.event_id, updated_at = now()`,
      [this.group, this.storeId, this.current.position.toString(), this.current.eventId],
    );
  }
}
