import { Gauge, type Registry } from 'prom-client';
import type { ProjectionAdmin, ProjectionStatus } from '../../projections/projectionAdmin.js';

/** One look at the database serves all gauges of a scrape. */
const SHARED_FOR_MS = 1_000;

/**
 * How far read models are, whichever process runs them. A scrape that cannot be answered leaves the gauges out, so that
 * an old number never looks like a new one.
 */
export const registerProjectionMetrics = (registry: Registry, admin: Pick<ProjectionAdmin, 'status'>): void => {
  let shared: { readonly at: number; readonly status: Promise<readonly ProjectionStatus[]> } | null = null;
  const current = async (): Promise<readonly ProjectionStatus[]> => {
    if (!shared || Date.now() - shared.at > SHARED_FOR_MS) shared = { at: Date.now(), status: admin.status() };
    const status = await shared.status.catch(() => []);
    return status.filter(({ state }) => state === 'current');
  };
  const gauge = (name: string, help: string, valueOf: (status: ProjectionStatus) => number): Gauge<'projection'> =>
    new Gauge({
      name,
      help,
      labelNames: ['projection'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const status of await current()) this.set({ projection: status.name }, valueOf(status));
      },
    });
  gauge(
    'magflow_projection_lag_events',
    'Events that a read model has not applied yet; estimated unless zero',
    ({ lagEvents }) => lagEvents,
  );
  gauge(
    'magflow_projection_lag_seconds',
    'Time since a read model that is behind last moved; zero when it is not behind',
    ({ lagSeconds }) => lagSeconds,
  );
  gauge('magflow_parked_events', 'Events that a read model could not apply', ({ parked }) => parked);
};
