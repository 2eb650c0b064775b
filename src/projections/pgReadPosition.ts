import type pg from 'pg';
import { PROGRESS_CHANNEL } from './channels.js';
import type { ProjectionName, ReadPosition } from './readPosition.js';
import type { ReadTables } from './readTables.js';

const FIRST_POLL_MS = 20;
const LAST_POLL_MS = 250;
const RECONNECT_MS = 1_000;

/**
 * Knows how far projections are, in whichever process they run: runners tell at each live commit, and the table tells
 * when nobody does (catching up, a lost connection).
 */
export class PgReadPosition implements ReadPosition {
  private readonly waiting = new Set<() => void>();
  private listener: pg.PoolClient | null = null;
  private reconnecting: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
  ) {}

  /** Begins to listen; without it, or without the connection, waiting falls back to asking. */
  async start(): Promise<void> {
    if (this.isClosed) return;
    try {
      const client = await this.pool.connect();
      client.on('error', () => this.lose(client));
      client.on('notification', () => this.wakeAll());
      this.listener = client;
      await client.query(`listen ${PROGRESS_CHANNEL}`);
    } catch {
      this.lose(this.listener);
    }
  }

  close(): void {
    this.isClosed = true;
    if (this.reconnecting) clearTimeout(this.reconnecting);
    this.lose(this.listener);
    this.wakeAll();
  }

  async waitFor(
    projections: readonly ProjectionName[],
    position: bigint,
    timeoutMs: number,
  ): Promise<'reached' | 'behind'> {
    const deadline = Date.now() + timeoutMs;
    let pollMs = FIRST_POLL_MS;
    for (;;) {
      const progress = this.nextProgress(pollMs, deadline);
      if ((await this.current(projections)) >= position) {
        progress.cancel();
        return 'reached';
      }
      if (Date.now() >= deadline || this.isClosed) {
        progress.cancel();
        return 'behind';
      }
      await progress.happened;
      pollMs = Math.min(pollMs * 2, LAST_POLL_MS);
    }
  }

  async isParked(projections: readonly ProjectionName[], stream: string): Promise<boolean> {
    const generations = await Promise.all(projections.map((name) => this.tables.generation(name)));
    const { rows } = await this.pool.query<{ parked: boolean }>(
      `select exists (select from read.parked_events e
                        join unnest($1::text[], $2::int[]) used(projection, version) using (projection, version)
                       where e.stream = $3) as parked`,
      [projections, generations, stream],
    );
    return rows[0]?.parked === true;
  }

  async current(projections: readonly ProjectionName[]): Promise<bigint> {
    const generations = await Promise.all(projections.map((name) => this.tables.generation(name)));
    const { rows } = await this.pool.query<{ position: string }>(
      `select coalesce(min(c.position), -1) as position from read.checkpoints c
         join unnest($1::text[], $2::int[]) used(projection, version) using (projection, version)`,
      [projections, generations],
    );
    return BigInt(rows[0]?.position ?? '-1');
  }

  /** Registered before the table is asked: what is told in between is not missed. */
  private nextProgress(pollMs: number, deadline: number): { happened: Promise<void>; cancel: () => void } {
    let done = (): void => undefined;
    const happened = new Promise<void>((resolve) => {
      const timer = setTimeout(() => done(), Math.max(0, Math.min(pollMs, deadline - Date.now())));
      done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      this.waiting.add(done);
    });
    return { happened, cancel: () => done() };
  }

  private wakeAll(): void {
    for (const wake of [...this.waiting]) wake();
  }

  private lose(client: pg.PoolClient | null): void {
    if (client && this.listener === client) {
      this.listener = null;
      client.removeAllListeners('notification');
      client.release(true);
    }
    if (this.isClosed || this.reconnecting) return;
    this.reconnecting = setTimeout(() => {
      this.reconnecting = null;
      void this.start();
    }, RECONNECT_MS);
    this.reconnecting.unref();
  }
}
