import pg from 'pg';
import type { StoredEvent } from './storedEvent.js';
import type { KnownEvent, StreamHead } from './streamState.js';

const PAGE_EVENTS = 1_000;
/** A page holds at least one event and otherwise no more than this of data and metadata. */
const PAGE_BYTES = 4 * 1024 * 1024;

/** One page of a longer read, in the order asked for. `isLast` says that nothing follows. */
export interface Page {
  readonly events: readonly StoredEvent[];
  readonly isLast: boolean;
}

type Row = [bigint, string, bigint, string, string, boolean, bigint, Buffer, Buffer];

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? BigInt
      : pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
};

const toEvent = ([position, stream, revision, id, type, isJson, created, data, metadata]: Row): StoredEvent => ({
  position,
  stream,
  revision,
  id,
  type,
  isJson,
  created,
  data,
  metadata,
});

// The running sum bounds the page by bytes before anything leaves PostgreSQL; octet_length does not unpack the value.
const pageSql = (where: string, key: string, direction: 'ASC' | 'DESC'): string => `
  SELECT position, stream, revision, id, type, is_json, created, data, metadata
  FROM (
    SELECT page.*, octet_length(data) + octet_length(metadata) AS size,
           sum(octet_length(data) + octet_length(metadata)) OVER (ORDER BY ${key} ${direction}) AS running
    FROM (SELECT * FROM eventstore.events WHERE ${where} ORDER BY ${key} ${direction} LIMIT $1) AS page
  ) AS sized
  WHERE running - size < $2
  ORDER BY ${key} ${direction}`;

const SQL = {
  allForwards: pageSql('position >= $3', 'position', 'ASC'),
  allBackwards: pageSql('position < $3', 'position', 'DESC'),
  streamForwards: pageSql('stream = $4 AND revision >= $3', 'revision', 'ASC'),
  streamBackwards: pageSql('stream = $4 AND revision <= $3', 'revision', 'DESC'),
};

/** A pool, or the one connection of the writer. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

/** Reads of the log in pages of bounded size. Positions and revisions are the bounds that the callers name. */
export class LogReader {
  constructor(private readonly database: Queryable) {}

  /** From `position` on, it included. */
  allForwards(position: bigint, limit?: number): Promise<Page> {
    return this.page('allForwards', limit, [position]);
  }

  /** Everything before `position`, newest first. */
  allBackwards(position: bigint, limit?: number): Promise<Page> {
    return this.page('allBackwards', limit, [position]);
  }

  /** From `revision` on, it included. */
  streamForwards(stream: string, revision: bigint, limit?: number): Promise<Page> {
    return this.page('streamForwards', limit, [revision, stream]);
  }

  /** From `revision` down, it included, newest first. */
  streamBackwards(stream: string, revision: bigint, limit?: number): Promise<Page> {
    return this.page('streamBackwards', limit, [revision, stream]);
  }

  /** Newest position, or 0n for an empty log. */
  async head(): Promise<bigint> {
    const { rows } = await this.database.query<{ head: string }>(
      'SELECT coalesce(max(position), 0) AS head FROM eventstore.events',
    );
    return BigInt(rows[0]?.head ?? 0);
  }

  /** The newest records of each subject stream and of its metadata stream, in the order asked for. */
  async heads(subjects: readonly string[]): Promise<StreamHead[]> {
    const { rows } = await this.database.query<{
      stream: string;
      last: string | null;
      tombstoned: boolean;
      meta_last: string | null;
      meta_data: Buffer | null;
    }>({
      name: 'stream_heads',
      text: `
        SELECT s.stream, e.revision AS last, t.revision IS NOT NULL AS tombstoned, m.revision AS meta_last, m.data AS meta_data
        FROM unnest($1::text[]) WITH ORDINALITY AS s(stream, n)
        LEFT JOIN LATERAL (
          SELECT revision FROM eventstore.events
          WHERE stream = s.stream AND revision < 9223372036854775807 ORDER BY revision DESC LIMIT 1) AS e ON true
        LEFT JOIN eventstore.events AS t ON t.stream = s.stream AND t.revision = 9223372036854775807
        LEFT JOIN LATERAL (
          SELECT revision, data FROM eventstore.events
          WHERE stream = '$$' || s.stream ORDER BY revision DESC LIMIT 1) AS m ON true
        ORDER BY s.n`,
      values: [subjects],
    });
    return rows.map((row) => ({
      stream: row.stream,
      lastRevision: BigInt(row.last ?? -1),
      isTombstoned: row.tombstoned,
      lastMetadataRevision: BigInt(row.meta_last ?? -1),
      rawMetadata: row.meta_data ?? undefined,
    }));
  }

  /** Those of the given ids that stand in the given stream; the last one where an id was written twice. */
  async findIds(
    wanted: readonly { readonly stream: string; readonly id: string }[],
  ): Promise<{ stream: string; id: string; known: KnownEvent }[]> {
    const { rows } = await this.database.query<{ stream: string; id: string; revision: string; position: string }>({
      name: 'find_ids',
      text: `
        SELECT e.stream, e.id, e.revision, e.position
        FROM unnest($1::text[], $2::uuid[]) AS w(stream, id)
        JOIN eventstore.events AS e ON e.id = w.id AND e.stream = w.stream
        ORDER BY e.position`,
      values: [wanted.map(({ stream }) => stream), wanted.map(({ id }) => id)],
    });
    return rows.map(({ stream, id, revision, position }) => ({
      stream,
      id,
      known: { revision: BigInt(revision), position: BigInt(position) },
    }));
  }

  /** Ids of up to `count` events of each stream from `revision` on. */
  async idsFrom(
    wanted: readonly { readonly stream: string; readonly revision: bigint; readonly count: number }[],
  ): Promise<{ stream: string; id: string; revision: bigint; position: bigint }[]> {
    const { rows } = await this.database.query<{ stream: string; id: string; revision: string; position: string }>({
      name: 'ids_from',
      text: `
        SELECT w.stream, e.id, e.revision, e.position
        FROM unnest($1::text[], $2::bigint[], $3::int[]) AS w(stream, revision, count)
        CROSS JOIN LATERAL (
          SELECT id, revision, position FROM eventstore.events
          WHERE stream = w.stream AND revision >= w.revision ORDER BY revision LIMIT w.count) AS e`,
      values: [
        wanted.map(({ stream }) => stream),
        wanted.map(({ revision }) => revision),
        wanted.map(({ count }) => count),
      ],
    });
    return rows.map((row) => ({ ...row, revision: BigInt(row.revision), position: BigInt(row.position) }));
  }

  private async page(name: keyof typeof SQL, limit = PAGE_EVENTS, bounds: unknown[]): Promise<Page> {
    const asked = Math.min(limit, PAGE_EVENTS);
    const { rows } = await this.database.query<Row>({
      name,
      text: SQL[name],
      values: [asked, PAGE_BYTES, ...bounds],
      rowMode: 'array',
      types,
    });
    const events = rows.map(toEvent);
    const bytes = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    return { events, isLast: events.length < asked && bytes < PAGE_BYTES };
  }
}
