import type pg from 'pg';
import type { RecordedEvent } from '../application/ports/eventStore.js';
import { foldBatch, touchedKeys, type Changes, type StatesBefore } from './batchFold.js';
import { CheckpointMoved, isPoison, ProjectionFault } from './faults.js';
import { relevantTo, type Member } from './member.js';
import { loadStates, writeChanges } from './writeChanges.js';

const faulty = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw new ProjectionFault(error);
  }
};

/** Loads, folds, writes. Throws what `isPoison` knows when an event is to blame. */
const applyEvents = async (client: pg.ClientBase, member: Member, events: readonly RecordedEvent[]): Promise<void> => {
  const { projection, generation } = member;
  const keys = faulty(() => touchedKeys(projection, events));
  const before: StatesBefore = await loadStates(client, projection, generation, keys);
  const changes: Changes = faulty(() => foldBatch(projection, before, events));
  await writeChanges(client, projection, generation, changes);
};

const park = async (
  client: pg.ClientBase,
  { projection, generation }: Member,
  events: readonly RecordedEvent[],
  error: string | null,
): Promise<void> => {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    stream: event.stream,
    revision: event.revision.toString(),
    position: event.position.toString(),
    event_id: event.id,
    type: event.type,
  }));
  await client.query(
    `insert into read.parked_events (projection, version, stream, revision, position, event_id, type, error)
     select $1, $2, e.stream, e.revision, e.position, e.event_id, e.type, $3
       from json_to_recordset($4::json)
         as e(stream text, revision bigint, position bigint, event_id text, type text)
      order by e.position
     on conflict (projection, version, stream, revision) do nothing`,
    [projection.name, generation, error, JSON.stringify(rows)],
  );
};

/** Events of parked streams are put behind the one that is parked, in the same transaction; the others are returned. */
const divert = async (
  client: pg.ClientBase,
  member: Member,
  events: readonly RecordedEvent[],
): Promise<readonly RecordedEvent[]> => {
  if (member.parkedStreams.size === 0) return events;
  const isHeldBack = ({ stream }: RecordedEvent): boolean => member.parkedStreams.has(stream);
  await park(client, member, events.filter(isHeldBack), null);
  return events.filter((event) => !isHeldBack(event));
};

/** Work that may fail without taking the transaction along. Answers the error when an event is to blame. */
const attempt = async (client: pg.ClientBase, work: () => Promise<void>): Promise<unknown> => {
  await client.query('savepoint attempt');
  try {
    await work();
    await client.query('release savepoint attempt');
    return null;
  } catch (error) {
    if (!isPoison(error)) throw error;
    await client.query('rollback to savepoint attempt');
    await client.query('release savepoint attempt');
    return error;
  }
};

/** Halves the batch until the guilty event stands alone, parks it, and goes on with the rest. */
const applyAround = async (
  client: pg.ClientBase,
  member: Member,
  events: readonly RecordedEvent[],
  onParked: (event: RecordedEvent, error: unknown) => void,
): Promise<void> => {
  const flowing = await divert(client, member, events);
  if (flowing.length === 0) return;
  const error = await attempt(client, () => applyEvents(client, member, flowing));
  if (error === null) return;
  const [only] = flowing;
  if (flowing.length === 1 && only) {
    await park(client, member, [only], error instanceof Error ? error.message : String(error));
    member.parkedStreams.add(only.stream);
    onParked(only, error);
    return;
  }
  const middle = Math.ceil(flowing.length / 2);
  await applyAround(client, member, flowing.slice(0, middle), onParked);
  await applyAround(client, member, flowing.slice(middle), onParked);
};

/**
 * Moves all checkpoints from where we left them, first of all: the rows are then locked, and a second runner of the
 * same projection finds another position and stops before it writes anything.
 */
const moveCheckpoints = async (
  client: pg.ClientBase,
  members: readonly Member[],
  counts: readonly number[],
  position: bigint,
): Promise<void> => {
  const { rowCount } = await client.query(
    `with moved(projection, version, position, events) as (
       select * from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[])),
     locked as (
       select c.projection, c.version from read.checkpoints c join moved using (projection, version)
        order by c.projection, c.version for update of c)
     update read.checkpoints c set position = $5, events = c.events + moved.events, updated_at = now()
       from moved join locked using (projection, version)
      where c.projection = moved.projection and c.version = moved.version and c.position = moved.position`,
    [
      members.map(({ projection }) => projection.name),
      members.map(({ generation }) => generation),
      members.map((member) => member.position.toString()),
      counts,
      position.toString(),
    ],
  );
  if (rowCount !== members.length) throw new CheckpointMoved();
};

export interface Batch {
  readonly events: readonly RecordedEvent[];
  /** Everything up to here was considered, matching or not. */
  readonly position: bigint;
}

export interface BatchHooks {
  readonly beforeCommit: () => Promise<void> | void;
  readonly onParked: (member: Member, event: RecordedEvent, error: unknown) => void;
}

/**
 * Applies a batch to all members: rows, counters, parked events and checkpoints in one transaction. The members'
 * positions move only after the commit. Throws on trouble that is nobody's fault; then nothing was written, or the
 * outcome of the commit is unknown and the checkpoints must be read again.
 */
export const applyBatch = async (
  client: pg.ClientBase,
  members: readonly Member[],
  { events, position }: Batch,
  hooks: BatchHooks,
): Promise<void> => {
  const behind = members.filter((member) => member.position < position);
  if (behind.length === 0) return;
  const relevant = behind.map((member) => relevantTo(member, events));
  const run = async (apply: (member: Member, mine: readonly RecordedEvent[]) => Promise<void>): Promise<void> => {
    await client.query('begin');
    await moveCheckpoints(
      client,
      behind,
      relevant.map(({ length }) => length),
      position,
    );
    for (const [index, member] of behind.entries()) await apply(member, relevant[index] ?? []);
    await hooks.beforeCommit();
    await client.query('commit');
  };

  try {
    await run(async (member, mine) => applyEvents(client, member, await divert(client, member, mine)));
  } catch (error) {
    await client.query('rollback');
    if (!isPoison(error)) throw error;
    try {
      await run((member, mine) =>
        applyAround(client, member, mine, (event, cause) => hooks.onParked(member, event, cause)),
      );
    } catch (second) {
      await client.query('rollback');
      throw second;
    }
  }
  for (const member of behind) member.position = position;
};

/**
 * Applies the parked events of one stream in their order, each for itself; stops at the first that fails again.
 * @returns whether the stream flows again
 */
export const applyParked = async (
  client: pg.ClientBase,
  member: Member,
  events: readonly RecordedEvent[],
): Promise<boolean> => {
  const { projection, generation } = member;
  const identity = (event: RecordedEvent): unknown[] => [
    projection.name,
    generation,
    event.stream,
    event.revision.toString(),
  ];
  await client.query('begin');
  try {
    let failed = false;
    for (const event of events) {
      const error = await attempt(client, async () => {
        await applyEvents(client, member, [event]);
        await client.query(
          'delete from read.parked_events where projection = $1 and version = $2 and stream = $3 and revision = $4',
          identity(event),
        );
      });
      if (error === null) continue;
      failed = true;
      await client.query(
        `update read.parked_events set error = $5
          where projection = $1 and version = $2 and stream = $3 and revision = $4`,
        [...identity(event), error instanceof Error ? error.message : String(error)],
      );
      break;
    }
    await client.query(
      'update read.parked_events set replay_requested_at = null where projection = $1 and version = $2 and stream = $3',
      [projection.name, generation, events[0]?.stream ?? ''],
    );
    await client.query('commit');
    return !failed;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
};
