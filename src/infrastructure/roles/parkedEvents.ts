import type { ProjectionAdmin } from '../../projections/projectionAdmin.js';
import type { ParkedEvents } from '../http/httpDeps.js';

/** Parked events as the door shows them. */
export const parkedEventsOf = (admin: ProjectionAdmin): ParkedEvents => ({
  async list(request, filter) {
    const { items, total } = await admin.parked(request, filter);
    return {
      total,
      items: items.map((item) => ({
        id: item.id,
        projection: item.projection,
        version: item.version,
        stream: item.stream,
        revision: Number(item.revision),
        event_id: item.eventId,
        type: item.type,
        position: item.position.toString(),
        reason: item.error,
        parked_at: item.parkedAt,
        waiting: item.waiting,
      })),
    };
  },
  async replay(id) {
    const result = await admin.replay(id);
    if (result === null) return null;
    return {
      outcome: result.outcome,
      replayed: result.outcome === 'pending' ? 0 : result.replayed,
      remaining: result.outcome === 'applied' ? 0 : result.remaining,
      error: result.outcome === 'failed' ? result.error : null,
    };
  },
});
