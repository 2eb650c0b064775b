import type pg from 'pg';
import { ensureGeneration, generationsOf, type Generation } from './generations.js';
import { onOneConnection } from './onOneConnection.js';
import type { Projection } from './projection.js';
import type { ProjectionName } from './readPosition.js';
import { currentSnapshot } from './snapshot.js';
import { physicalName } from './tables.js';

/** How long a reader may take to notice that other tables are in use. */
export const RESOLVED_FOR_MS = 1_000;

/** No tables of this projection fit this release yet: the projector has not started. 503 at the door. */
export class ReadModelMissing extends Error {
  override readonly name = 'ReadModelMissing';
  constructor(readonly projection: string) {
    super(`The read model ${projection} is not there yet`);
  }
}

/**
 * Creates the tables of projections that have none. The projector does so too; readers that start before it call this,
 * so that an empty list is an empty list and not an error.
 */
export const prepareReadModels = async (
  pool: pg.Pool,
  projections: readonly Projection[],
  storeId: string,
): Promise<void> => {
  await onOneConnection(pool, async (client) => {
    for (const projection of projections) await ensureGeneration(client, projection, storeId);
  });
};

/** Tells readers which tables to read: those of the generation in use, if this release knows their shape. */
export class ReadTables {
  private readonly definitions: ReadonlyMap<string, number>;
  private resolved: { readonly at: number; readonly generations: Promise<ReadonlyMap<string, number>> } | null = null;

  constructor(
    private readonly pool: pg.Pool,
    projections: readonly Pick<Projection, 'name' | 'version'>[],
  ) {
    this.definitions = new Map(projections.map(({ name, version }) => [name, version]));
  }

  /** @throws ReadModelMissing */
  async generation(projection: ProjectionName): Promise<number> {
    const generation = (await this.generations()).get(projection);
    if (generation === undefined) throw new ReadModelMissing(projection);
    return generation;
  }

  /** A name to put into SQL. @throws ReadModelMissing */
  async table(projection: ProjectionName, table: string): Promise<string> {
    return physicalName(table, await this.generation(projection));
  }

  private generations(): Promise<ReadonlyMap<string, number>> {
    const snapshot = currentSnapshot();
    // Those of its moment: a generation that came into use since may have been half filled then.
    if (snapshot) return (snapshot.generations ??= this.resolve(snapshot.client));
    const now = Date.now();
    if (this.resolved && now - this.resolved.at < RESOLVED_FOR_MS) return this.resolved.generations;
    const generations = this.resolve(this.pool);
    this.resolved = { at: now, generations };
    generations.catch(() => (this.resolved = null));
    return generations;
  }

  private async resolve(connection: pg.Pool | pg.ClientBase): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for (const [name, definition] of this.definitions) {
      const fitting = (await generationsOf(connection, name)).filter((one) => one.definition === definition);
      const chosen: Generation | undefined = fitting.find(({ isPointed }) => isPointed) ?? fitting.at(-1);
      if (chosen) found.set(name, chosen.generation);
      // What is missing may be there in a moment: nothing is remembered until all are.
      else this.resolved = null;
    }
    return found;
  }
}
