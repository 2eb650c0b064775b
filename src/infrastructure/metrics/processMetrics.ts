import type pg from 'pg';
import { AggregatorRegistry, type MetricObject, type Registry } from 'prom-client';

const TELL_EVERY_MS = 5_000;
/** Figures of a process that has not spoken for this long are those of a dead one. */
const FRESH = "interval '20 seconds'";

/**
 * Lets a process that listens on no port tell its figures every few seconds, so that `/metrics` shows the whole
 * installation. Returns how to stop. A failure is the next attempt's matter: figures are not worth a warning each.
 */
export const tellMetrics = (pool: pg.Pool, registry: Registry, instance: string): (() => Promise<void>) => {
  const tell = async (): Promise<void> => {
    const metrics = JSON.stringify(await registry.getMetricsAsJSON());
    await pool.query(
      `insert into ops.process_metrics (instance, metrics) values ($1, $2::jsonb)
       on conflict (instance) do update set metrics = excluded.metrics, told_at = now()`,
      [instance, metrics],
    );
  };
  const timer = setInterval(() => void tell().catch(() => undefined), TELL_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await pool.query('delete from ops.process_metrics where instance = $1', [instance]).catch(() => undefined);
  };
};

/** Our own figures and those last told by others, told apart by the label `process`. */
export const allMetrics = async (pool: pg.Pool, registry: Registry): Promise<string> => {
  const others = await pool
    .query<{ metrics: MetricObject[] }>(`select metrics from ops.process_metrics where told_at > now() - ${FRESH}`)
    .then(({ rows }) => rows.map(({ metrics }) => metrics))
    // Without the database our own figures are all there is, and worth the more.
    .catch(() => []);
  if (others.length === 0) return registry.metrics();
  const own = await registry.getMetricsAsJSON();
  return AggregatorRegistry.aggregate([own, ...others]).metrics();
};
