/**
 * Fills a read model as its runner would, in large batches and without an event store: folded, summed and written by the
 * product's own functions, which the caller brings (compiled in a benchmark, as source in a test).
 */

const BATCH_EVENTS = 8_000;

/** `histories` are whole: all events of a row come together. */
export const fillReadModel = async (pool, projection, histories, product) => {
  const { ensureGeneration, generationsOf, completeIndexes, foldBatch, writeChanges } = product;
  const client = await pool.connect();
  try {
    await ensureGeneration(client, projection, 'filled');
    const { generation } = (await generationsOf(client, projection.name)).at(-1);
    // What is filled for a measurement need not survive the machine.
    await client.query('set synchronous_commit = off');
    let position = -1n;
    const write = async (events) => {
      position = events.at(-1).position;
      await client.query('begin');
      await writeChanges(client, projection, generation, foldBatch(projection, new Map(), events));
      await client.query('commit');
    };
    let events = [];
    for (const history of histories) {
      events.push(...history);
      if (events.length < BATCH_EVENTS) continue;
      await write(events);
      events = [];
    }
    if (events.length > 0) await write(events);
    await client.query('update read.checkpoints set position = $3 where projection = $1 and version = $2', [
      projection.name,
      generation,
      position.toString(),
    ]);
    await completeIndexes(client, projection, generation);
    const { rows } = await client.query(
      `select oid::regclass::text as name from pg_class
      where relnamespace = 'read'::regnamespace and relkind = 'r' and obj_description(oid, 'pg_class') like $1`,
      [`${projection.name} generation %`],
    );
    // Statistics and visibility, as autovacuum leaves them.
    for (const { name } of rows) await client.query(`vacuum (analyze) ${name}`);
    await client.query('reset synchronous_commit');
  } finally {
    client.release();
  }
};
