import type pg from 'pg';
import type { DigestIndex } from '../application/ports/syncStore.js';
import type { ReadPosition } from './readPosition.js';
import type { ReadTables } from './readTables.js';

/** A sync that waits longer than this reads a few unchanged streams for nothing, which is cheaper than standing still. */
const CATCH_UP_MS = 10_000;

/** Digests of the read model's rows: what is unchanged costs the sync no stream. */
export class PgDigestIndex implements DigestIndex {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tables: ReadTables,
    private readonly readPosition: ReadPosition,
  ) {}

  async orders(account: string, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.digests(await this.tables.table('order_list', 'order_list'), 'order_id', account, orderIds);
  }

  async offers(account: string, offerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.digests(await this.tables.table('offers', 'offers'), 'offer_id', account, offerIds);
  }

  async caughtUpTo(position: bigint): Promise<void> {
    await this.readPosition.waitFor(['order_list', 'offers'], position, CATCH_UP_MS);
  }

  /** By primary key: `{account}-{id}`. */
  private async digests(
    table: string,
    idColumn: 'order_id' | 'offer_id',
    account: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.pool.query<{ id: string; digest: string }>(
      `select ${idColumn} as id, digest from ${table} where key = any($1) and digest is not null`,
      [ids.map((id) => `${account}-${id}`)],
    );
    return new Map(rows.map(({ id, digest }) => [id, digest]));
  }
}
