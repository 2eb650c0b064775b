import type { Fulfilment } from '../../domain/order/orderFacts.js';
import type { OrderFilter } from '../ports/marketplace.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/**
 * The marketplace refuses windows of more than a month, and 30 days are always allowed (reference §15.6). It measures in
 * local wall time: a bound inside the hour that repeats in October is moved by up to an hour, and in March a window
 * gains one. So a window stays that much below 30 days.
 */
export const WINDOW_MS = 30 * DAY_MS - 4 * HOUR_MS;
/** Boundaries are undocumented: neighbouring windows share this much (reference §15.6). */
const SHARED_MS = 1_000;
/** Local stamps repeat for an hour in October; the end of an open window lies safely ahead. */
const AHEAD_MS = DAY_MS;

export interface SyncWindow {
  readonly from: Date;
  readonly to: Date;
  /** Read without an upper bound, so that an order edited while we page cannot leave it. */
  readonly isOpen: boolean;
}

/** Windows over [from, to], oldest first, by `modified`; the last one is open when it reaches the present. */
export const windowsBetween = (from: Date, to: Date, isOpenEnded: boolean): readonly SyncWindow[] => {
  const windows: SyncWindow[] = [];
  const end = isOpenEnded ? new Date(to.getTime() + AHEAD_MS) : to;
  for (let start = from.getTime(); start < end.getTime(); start += WINDOW_MS - SHARED_MS) {
    const stop = Math.min(start + WINDOW_MS, end.getTime());
    windows.push({ from: new Date(start), to: new Date(stop), isOpen: isOpenEnded && stop === end.getTime() });
    if (stop === end.getTime()) break;
  }
  return windows;
};

export type WindowField = 'modified' | 'created';

/** The filter that counts a window: always closed, since counting needs both ends. */
export const countFilter = (window: SyncWindow, field: WindowField, fulfilment: Fulfilment): OrderFilter => {
  const after = window.from.toISOString();
  const before = window.to.toISOString();
  return field === 'modified'
    ? { fulfilment, modifiedAfter: after, modifiedBefore: before }
    : { fulfilment, createdAfter: after, createdBefore: before };
};

/** The filter that reads it: an open window has no upper bound. */
export const readFilter = (window: SyncWindow, field: WindowField, fulfilment: Fulfilment): OrderFilter => {
  const closed = countFilter(window, field, fulfilment);
  if (!window.isOpen) return closed;
  const { modifiedBefore: _modifiedBefore, createdBefore: _createdBefore, ...open } = closed;
  return open;
};
