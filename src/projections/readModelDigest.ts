import type pg from 'pg';
import { generationsOf } from './generations.js';
import type { Projection } from './projection.js';
import { COUNTED_ROWS, physicalName } from './tables.js';

/** What the tables of a read model hold, told by numbers: two that agree hold the same rows. */
export interface ReadModelDigest {
  readonly projection: string;
  /** Version of the definition: digests of different ones cannot be compared. */
  readonly definition: number;
  /** The event up to which they were filled. */
  readonly position: string;
  readonly tables: readonly { readonly name: string; readonly rows: string; readonly digest: string }[];
}

/** A sum that came back to zero leaves its row behind, and a rebuild never makes it. */
const tablesOf = ({
  table,
  children,
  counters,
  rollups = [],
}: Projection): readonly { name: string; sums: readonly string[] | null }[] => [
  ...[table, ...children, ...rollups].map(({ name }) => ({ name, sums: null })),
  ...counters.map(({ name, sums }) => ({ name, sums })),
  ...rollups.flatMap((rollup) => rollup.counters.map(({ name }) => ({ name, sums: [COUNTED_ROWS] }))),
];

/**
 * Digest of the generation that readers use; null when there is none of this release's definition. Sums of row digests
 * need no order and no memory. Through `jsonb`, since the order of keys in a JSON column says nothing.
 */
export const readModelDigest = async (
  client: pg.ClientBase | pg.Pool,
  projection: Projection,
): Promise<ReadModelDigest | null> => {
  const pointed = (await generationsOf(client, projection.name)).find(({ isPointed }) => isPointed);
  if (pointed?.definition !== projection.version) return null;
  const tables: { name: string; rows: string; digest: string }[] = [];
  for (const { name, sums } of tablesOf(projection)) {
    const isHeld = sums === null ? 'true' : sums.map((sum) => `t.${sum} <> 0`).join(' or ');
    const { rows } = await client.query<{ rows: string; digest: string }>(
      `select count(*)::text as rows,
              coalesce(sum(('x' || left(md5(to_jsonb(t)::text), 15))::bit(60)::bigint::numeric), 0)::text as digest
         from ${physicalName(name, pointed.generation)} t where ${isHeld}`,
    );
    tables.push({ name, rows: rows[0]?.rows ?? '0', digest: rows[0]?.digest ?? '0' });
  }
  return {
    projection: projection.name,
    definition: projection.version,
    position: pointed.position.toString(),
    tables,
  };
};
