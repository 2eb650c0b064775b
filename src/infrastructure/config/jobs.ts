/** The scheduled jobs and their intervals in seconds (contract §5). */
export const DEFAULT_JOB_SECONDS = {
  'emag.sync_orders': 300,
  'emag.auto_acknowledge_orders': 600,
  'emag.sync_products': 3_600,
  'emag.cleanup_old_sync_logs': 86_400,
  'emag.health_check': 900,
} as const;

export type JobName = keyof typeof DEFAULT_JOB_SECONDS;

/** `emag.sync_orders` is set by `MAGFLOW_JOB_SYNC_ORDERS_SECONDS`. */
export const jobVariable = (name: string): string => `MAGFLOW_JOB_${name.replace(/^emag\./, '').toUpperCase()}_SECONDS`;
