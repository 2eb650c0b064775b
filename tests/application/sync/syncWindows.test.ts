import { describe, expect, it } from '@jest/globals';
import { windowsBetween } from '../../../src/application/sync/syncWindows.js';
import { lowerBoundOf, upperBoundOf } from '../../../src/infrastructure/emag/marketplaceTime.js';

const HOUR_MS = 3_600_000;
const DAYS_30_MS = 30 * 24 * HOUR_MS;

/** What the marketplace sees: a wall clock without a zone. */
const wall = (stamp: string): number => Date.parse(`${stamp.replace(' ', 'T')}Z`);

describe('the windows of the order sync', () => {
  it('never reach over 30 days on the wall clock that measures them, in March and October included', () => {
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const from = new Date(Date.UTC(2025, 8, 20, 0, 0, 0, 750) + hour * HOUR_MS);
      const [window] = windowsBetween(from, new Date(from.getTime() + 2 * DAYS_30_MS), false);
      if (!window) throw new Error('no window');
      const width = wall(upperBoundOf(window.to.toISOString())) - wall(lowerBoundOf(window.from.toISOString()));
      if (width > DAYS_30_MS) throw new Error(`${width / HOUR_MS} hours from ${from.toISOString()}`);
    }
  });

  it('leave no gap when the marketplace excludes both bounds', () => {
    const from = new Date('2025-01-15T09:30:00Z');
    const windows = windowsBetween(from, new Date('2026-01-15T09:30:00Z'), true);
    expect(windows).toHaveLength(13);
    for (const [index, { from: next }] of windows.slice(1).entries()) {
      const before = windows[index];
      if (!before) throw new Error('no window');
      expect(before.to.getTime() - next.getTime()).toBe(1_000);
    }
  });
});
