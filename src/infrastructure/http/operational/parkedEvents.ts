import type { ProjectionAdmin } from '../../../projections/projectionAdmin.js';
import type { ParkedEvents, ProjectionLag } from '../httpDeps.js';

/** Parked events as the API shows them. */
export const parkedEvents = (admin: Pick<ProjectionAdmin, 'parked' | 'replay'>): ParkedEvents => ({
  async list(request) {
    const { items, total } = await admin.parked(request);
    return {
      total,
      items: items.map((event) => ({
        id: event.id,
        projection: event.projection,
        version: event.version,
        stream: event.stream,
        revision: Number(event.revision),
        position: String(event.position),
        event_id: event.eventId,
        type: event.type,
        reason: event.error,
        parked_at: event.parkedAt,
        waiting: event.waiting,
      })),
    };
  },

  async replay(id) {
    const result = await admin.replay(id);
    if (!result) return null;
    switch (result.outcome) {
      case 'applied':
        return { outcome: 'applied', replayed: result.replayed, remaining: 0, error: null };
      case 'failed':
        return { outcome: 'failed', replayed: result.replayed, remaining: result.remaining, error: result.error };
      case 'pending':
        return { outcome: 'pending', replayed: 0, remaining: result.remaining, error: null };
    }
  },
});

/** How far the read models are, as `/system/info` shows it. */
export const projectionLags = async (admin: Pick<ProjectionAdmin, 'status'>): Promise<readonly ProjectionLag[]> =>
  (await admin.status()).map((one) => ({
    name: one.name,
    version: one.version,
    position: String(one.position),
    lag_events: one.lagEvents,
    lag_seconds: one.lagSeconds,
    state: one.state,
    is_running: one.isRunning,
    parked: one.parked,
  }));
