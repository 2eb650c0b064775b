import type { Migration } from './migration.js';

/** Positions mean nothing in another log: after a move the group finds its place again by the event that it ended at. */
export const busOffsetEvents0110: Migration = {
  name: '0110_bus_offset_events',
  up: 'alter table ops.bus_offsets add column event_id uuid',
};
