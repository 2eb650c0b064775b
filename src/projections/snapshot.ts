import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

/** Rows that a list read whole takes at a time. */
export const SNAPSHOT_BATCH = 1_000;

/** The connection whose one moment lists are read from, and the generations of that moment. */
export interface SnapshotReading {
  readonly client: pg.ClientBase;
  generations: Promise<ReadonlyMap<string, number>> | null;
}

const readings = new AsyncLocalStorage<SnapshotReading>();

/** Lists asked for within `work` read this snapshot, in large batches and without totals, by cursor. */
export const readingSnapshot = <T>(reading: SnapshotReading, work: () => Promise<T>): Promise<T> =>
  readings.run(reading, work);

/** After the last one: as long as contexts are carried along, every promise of the process pays for it. */
export const endReadings = (): void => readings.disable();

/** The snapshot that the caller is within; undefined for an ordinary list. */
export const currentSnapshot = (): SnapshotReading | undefined => readings.getStore();

/**
 * One moment of the read models, for a list that is read whole in several steps: a row that moves meanwhile is neither
 * left out nor told twice.
 */
export interface Snapshot {
  read<T>(work: () => Promise<T>): Promise<T>;
  /** Gives the connection back. Repeating it does nothing. */
  close(): Promise<void>;
}

export interface Snapshots {
  /** @throws SnapshotsTaken */
  open(): Promise<Snapshot>;
}

/** As many whole lists are being read as one process reads at once. */
export class SnapshotsTaken extends Error {
  override readonly name = 'SnapshotsTaken';
  constructor() {
    super('Too many lists are being exported at once');
  }
}
