import type pg from 'pg';
import type { BusMessage, DeadLetter } from '../../application/ports/bus.js';
import { deriveId } from '../../application/eventIds.js';
import { busMessageJson, busMessageSchema } from './busMessageJson.js';

export interface Queryable {
  query<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<R>>;
}

export const REDRIVE_CHANNEL = 'magflow_redrive';

interface DeadLetterRow extends pg.QueryResultRow {
  id: string;
  topic: string;
  group_name: string;
  cause: string;
  attempts: number;
  failed_at: Date;
  message: unknown;
}

const deadLetter = (row: DeadLetterRow): DeadLetter => ({
  id: row.id,
  topic: row.topic,
  group: row.group_name,
  cause: row.cause,
  attempts: row.attempts,
  failedAt: row.failed_at.toISOString(),
  message: busMessageSchema.parse(row.message),
});

const COLUMNS = 'id, topic, group_name, cause, attempts, failed_at, message';

/** A message that a group could not handle. The same message of the same group is one letter, however often it fails. */
export const park = async (
  database: Queryable,
  group: string,
  message: BusMessage,
  failure: { readonly cause: string; readonly attempts: number },
): Promise<void> => {
  await database.query(
    `insert into ops.dead_letters (id, topic, group_name, message, cause, attempts)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update
       set cause = excluded.cause, attempts = excluded.attempts, failed_at = now(), redriven_at = null`,
    [
      deriveId('dead-letter', group, message.id),
      message.topic,
      group,
      JSON.stringify(busMessageJson(message)),
      failure.cause,
      failure.attempts,
    ],
  );
};

/** Letters that nobody has sent back yet, oldest first. */
export const openLetters = async (database: Queryable): Promise<DeadLetter[]> => {
  const { rows } = await database.query<DeadLetterRow>(
    `select ${COLUMNS} from ops.dead_letters where redriven_at is null order by failed_at, id`,
  );
  return rows.map(deadLetter);
};

/** Marks a letter for its group; false when there is no such letter or it is on its way already. */
export const sendBack = async (database: Queryable, id: string): Promise<boolean> => {
  const { rows } = await database.query<{ group_name: string }>(
    `update ops.dead_letters set redriven_at = now()
     where id::text = $1 and redriven_at is null
     returning group_name, pg_notify('${REDRIVE_CHANNEL}', group_name)`,
    [id],
  );
  return rows.length === 1;
};

/** Letters of a group that were sent back and are not handled yet. */
export const lettersSentBack = async (database: Queryable, group: string): Promise<DeadLetter[]> => {
  const { rows } = await database.query<DeadLetterRow>(
    `select ${COLUMNS} from ops.dead_letters
     where group_name = $1 and redriven_at is not null order by redriven_at, id`,
    [group],
  );
  return rows.map(deadLetter);
};

export const removeLetter = async (database: Queryable, id: string): Promise<void> => {
  await database.query('delete from ops.dead_letters where id = $1', [id]);
};
