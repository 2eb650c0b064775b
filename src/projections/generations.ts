import type pg from 'pg';
import type { Projection } from './projection.js';
import { createTables, indexesToFill, secondaryIndexes } from './tables.js';

/** Before the first event. */
export const NOTHING_APPLIED = -1n;

/** One set of tables of a projection: a new one is filled beside the old when its definition changes or is rebuilt. */
export interface Generation {
  readonly generation: number;
  readonly definition: number;
  readonly storeId: string;
  readonly position: bigint;
  /** Readers use this one. */
  readonly isPointed: boolean;
}

export const generationsOf = async (client: pg.ClientBase | pg.Pool, projection: string): Promise<Generation[]> => {
  const { rows } = await client.query<{
    version: number;
    definition: number;
    store_id: string;
    position: string;
    is_pointed: boolean;
  }>(
    `select c.version, c.definition, c.store_id, c.position, p.version is not distinct from c.version as is_pointed
       from read.checkpoints c left join read.projection_pointers p using (projection)
      where c.projection = $1 order by c.version`,
    [projection],
  );
  return rows.map((row) => ({
    generation: row.version,
    definition: row.definition,
    storeId: row.store_id,
    position: BigInt(row.position),
    isPointed: row.is_pointed,
  }));
};

/**
 * Generations that a runner of this release keeps current: those of its own definition and log, from the one that
 * readers use upwards.
 */
export const wantedGenerations = (
  all: readonly Generation[],
  definition: number,
  storeId: string,
): readonly Generation[] => {
  const fitting = all.filter((one) => one.definition === definition && one.storeId === storeId);
  const pointed = fitting.find(({ isPointed }) => isPointed);
  return pointed ? fitting.filter(({ generation }) => generation >= pointed.generation) : fitting.slice(-1);
};

/** Everybody who creates generations holds this transaction lock: two processes that start at once create one. */
const SETUP_LOCK = `select pg_advisory_xact_lock(hashtext('magflow.projection.setup'), hashtext($1))`;

/** Creates the tables of a projection when there are none for this definition and log. */
export const ensureGeneration = async (
  client: pg.ClientBase,
  projection: Projection,
  storeId: string,
): Promise<void> => {
  const isThere = async (): Promise<boolean> =>
    wantedGenerations(await generationsOf(client, projection.name), projection.version, storeId).length > 0;
  if (await isThere()) return;
  await inSetup(client, projection.name, async () => {
    if (!(await isThere())) await createGeneration(client, projection, storeId);
  });
};

/**
 * Starts a rebuild: new tables beside the current ones. One that is under way is not doubled.
 * @returns the generation that is being filled
 */
export const beginRebuild = async (client: pg.ClientBase, projection: Projection, storeId: string): Promise<number> => {
  let generation = 0;
  await inSetup(client, projection.name, async () => {
    const wanted = wantedGenerations(await generationsOf(client, projection.name), projection.version, storeId);
    const underWay = wanted.find(({ isPointed }) => !isPointed);
    generation = underWay?.generation ?? (await createGeneration(client, projection, storeId));
  });
  return generation;
};

const inSetup = async (client: pg.ClientBase, name: string, work: () => Promise<void>): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(SETUP_LOCK, [name]);
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
};

/** What `dropGeneration` finds the tables by, whatever a later release calls them. */
const tableComment = (projection: string, generation: number): string => `${projection} generation ${generation}`;

const createGeneration = async (client: pg.ClientBase, projection: Projection, storeId: string): Promise<number> => {
  const { rows } = await client.query<{ next: number }>(
    'select coalesce(max(version), 0) + 1 as next from read.checkpoints where projection = $1',
    [projection.name],
  );
  const generation = rows[0]?.next ?? 1;
  for (const { name, sql } of createTables(projection, generation)) {
    await client.query(sql);
    await client.query(`comment on table ${name} is '${tableComment(projection.name, generation)}'`);
  }
  for (const sql of indexesToFill(projection, generation)) await client.query(sql);
  await client.query(
    `insert into read.checkpoints (projection, version, position, store_id, definition) values ($1, $2, $3, $4, $5)`,
    [projection.name, generation, NOTHING_APPLIED.toString(), storeId, projection.version],
  );
  // The very first one is shown while it fills: a list that grows is better than none.
  await client.query(
    `insert into read.projection_pointers (projection, version) values ($1, $2) on conflict (projection) do nothing`,
    [projection.name, generation],
  );
  return generation;
};

/** Builds the secondary indexes that are missing, once the tables are filled; does nothing at every later start. */
export const completeIndexes = async (
  client: pg.ClientBase | pg.Pool,
  projection: Projection,
  generation: number,
): Promise<void> => {
  const wanted = secondaryIndexes(projection, generation);
  const { rows } = await client.query<{ name: string }>(
    `select indexname as name from pg_indexes where schemaname = 'read' and indexname = any($1)`,
    [wanted.map(({ name }) => name)],
  );
  const existing = new Set(rows.map(({ name }) => name));
  const missing = wanted.filter(({ name }) => !existing.has(name));
  for (const { sql } of missing) await client.query(sql);
  for (const table of new Set(missing.map((index) => index.table))) await client.query(`analyze ${table}`);
};

/**
 * Makes readers use this generation if it has reached the one that they use now. The old checkpoint is locked
 * meanwhile, so its runner cannot move on between the comparison and the switch.
 */
export const switchPointer = async (
  client: pg.ClientBase,
  projection: string,
  generation: number,
): Promise<boolean> => {
  const { rows } = await client.query<{ mine: string; theirs: string; same_log: boolean }>(
    `select mine.position as mine, theirs.position as theirs, mine.store_id = theirs.store_id as same_log
       from read.projection_pointers p
       join read.checkpoints theirs on theirs.projection = p.projection and theirs.version = p.version
       join read.checkpoints mine on mine.projection = p.projection and mine.version = $2
      where p.projection = $1 and p.version <> $2
        for update of p, theirs`,
    [projection, generation],
  );
  const found = rows[0];
  if (!found) return false;
  // Positions of another log say nothing: there, having caught up is all that can be asked.
  if (found.same_log && BigInt(found.mine) < BigInt(found.theirs)) return false;
  await client.query('update read.projection_pointers set version = $2, switched_at = now() where projection = $1', [
    projection,
    generation,
  ]);
  return true;
};

/** Generations that nobody reads any more: replaced long enough ago for the last reader to have noticed. */
export const abandonedGenerations = async (
  client: pg.ClientBase,
  projection: string,
  graceSeconds: number,
): Promise<number[]> => {
  const { rows } = await client.query<{ version: number }>(
    `select c.version from read.checkpoints c join read.projection_pointers p using (projection)
      where c.projection = $1 and c.version < p.version and p.switched_at < now() - make_interval(secs => $2)`,
    [projection, graceSeconds],
  );
  return rows.map(({ version }) => version);
};

export const dropGeneration = async (client: pg.ClientBase, projection: string, generation: number): Promise<void> => {
  await inSetup(client, projection, async () => {
    const { rows } = await client.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class
        where relnamespace = 'read'::regnamespace and relkind = 'r' and obj_description(oid, 'pg_class') = $1`,
      [tableComment(projection, generation)],
    );
    for (const { name } of rows) await client.query(`drop table ${name}`);
    for (const table of ['checkpoints', 'parked_events']) {
      await client.query(`delete from read.${table} where projection = $1 and version = $2`, [projection, generation]);
    }
  });
};
