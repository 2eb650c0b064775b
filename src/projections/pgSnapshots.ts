import type pg from 'pg';
import {
  endReadings,
  readingSnapshot,
  SnapshotsTaken,
  type Snapshot,
  type SnapshotReading,
  type Snapshots,
} from './snapshot.js';

/** Each holds a connection of the pool for as long as its reader takes. */
const MAX_OPEN = 4;
/** A reader that takes nothing for so long is gone: its snapshot keeps the database from tidying up. */
const IDLE_LIMIT = '5min';

/** Snapshots by a read-only transaction each. */
export class PgSnapshots implements Snapshots {
  private opened = 0;

  constructor(private readonly pool: pg.Pool) {}

  async open(): Promise<Snapshot> {
    if (this.opened >= MAX_OPEN) throw new SnapshotsTaken();
    this.opened += 1;
    try {
      return await this.begin();
    } catch (error) {
      this.opened -= 1;
      throw error;
    }
  }

  private async begin(): Promise<Snapshot> {
    const client = await this.pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      await client.query(`set local idle_in_transaction_session_timeout = '${IDLE_LIMIT}'`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    const reading: SnapshotReading = { client, generations: null };
    let isOpen = true;
    return {
      read: (work) => readingSnapshot(reading, work),
      close: async () => {
        if (!isOpen) return;
        isOpen = false;
        this.opened -= 1;
        if (this.opened === 0) endReadings();
        const failure = await client.query('commit').then(
          () => false,
          () => true,
        );
        client.release(failure);
      },
    };
  }
}
