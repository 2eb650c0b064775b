import { Counter, Histogram, type Registry } from 'prom-client';

/** Runs of scheduled jobs by how they ended, and how long they took. */
export const jobMetrics = (registry: Registry) => ({
  runs: new Counter({
    name: 'magflow_job_runs_total',
    help: 'Runs of scheduled jobs by how they ended.',
    labelNames: ['job', 'state'],
    registers: [registry],
  }),
  durations: new Histogram({
    name: 'magflow_job_duration_seconds',
    help: 'How long runs of scheduled jobs took.',
    labelNames: ['job'],
    buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600],
    registers: [registry],
  }),
});
