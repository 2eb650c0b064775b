import type { Same } from '../sentences.js';
import type { jobs as romanian } from '../ro/jobs.js';

export const jobs: Same<typeof romanian> = {
  jobs: {
    title: 'Scheduled jobs',
    name: 'Job',
    every: 'Every',
    next: 'Next',
    last: 'Last run',
    run: 'Run now',
    started: 'The job was started.',
    off: 'Off',
    none: 'No jobs',
    none_hint: 'Scheduled jobs are switched off by MAGFLOW_JOBS=off.',
    choose: 'Choose a job to see its runs.',
    runs_none: 'No runs yet',
    by_hand: 'started by a person',
    by_schedule: 'by schedule',
    operation: 'see the operation',
    more_lines: '%{count} more',
    names: {
      emag: {
        sync_orders: 'Sync of orders',
        auto_acknowledge_orders: 'Automatic acknowledgement',
        sync_products: 'Sync of offers',
        cleanup_old_sync_logs: 'Clean-up of old logs',
        health_check: 'Health check',
      },
    },
  },
};
