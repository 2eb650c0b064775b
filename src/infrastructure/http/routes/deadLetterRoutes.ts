import { z } from 'zod';
import type { Bus, DeadLetter } from '../../../application/ports/bus.js';
import { DeadLetterUnknown } from '../../bus/deadLetterUnknown.js';
import { ROLES } from '../../identity/principal.js';
import { auditContextOf } from '../auditing.js';
import { listSchema, shortListAnswer, listFields } from '../lists.js';
import { uuidParam } from '../params.js';
import { route, type Route } from '../route.js';

const TAG = 'Administration';

const deadLetterSchema = z
  .object({
    id: z.string(),
    topic: z.string(),
    group: z.string(),
    cause: z.string(),
    attempts: z.int(),
    failed_at: z.iso.datetime(),
    message: z.object({
      id: z.string(),
      type: z.string(),
      subject: z.string(),
      time: z.string(),
      stream: z.string(),
      revision: z.string(),
      position: z.string(),
      data: z.record(z.string(), z.unknown()).meta({ description: 'As published: nothing of a person' }),
    }),
  })
  .meta({ id: 'DeadLetter' });

const letterView = ({ id, topic, group, cause, attempts, failedAt, message }: DeadLetter) => ({
  id,
  topic,
  group,
  cause,
  attempts,
  failed_at: failedAt,
  message: {
    id: message.id,
    type: message.type,
    subject: message.subject,
    time: message.time,
    stream: message.stream,
    revision: message.revision.toString(),
    position: message.position.toString(),
    data: message.data,
  },
});

/** Null when the letter is on its way; a letter that is not there is no act that anybody need remember. */
const redriveOrRefuse = async (deadLetters: Pick<Bus, 'redrive'>, id: string): Promise<DeadLetterUnknown | null> => {
  try {
    await deadLetters.redrive(id);
    return null;
  } catch (error) {
    if (error instanceof DeadLetterUnknown) return error;
    throw error;
  }
};

export const deadLetterRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/dead-letters',
    tag: TAG,
    summary: 'Messages that a consumer could not handle, oldest first',
    access: ROLES,
    query: z.strictObject({
      topic: z.string().min(1).max(200).optional(),
      group: z.string().min(1).max(200).optional(),
      ...listFields(['failed_at', 'topic', 'group', 'attempts']),
    }),
    responses: { 200: { description: 'A page of dead letters', schema: listSchema('items', deadLetterSchema) } },
    handler: async ({ query, url }, { deadLetters }) => {
      const { topic, group, ...list } = query;
      const letters = (await deadLetters.deadLetters())
        .filter((letter) => (topic ?? letter.topic) === letter.topic && (group ?? letter.group) === letter.group)
        .map(letterView);
      return shortListAnswer(letters, list, url);
    },
  }),
  route({
    method: 'post',
    path: '/dead-letters/{id}/redrive',
    tag: TAG,
    summary: 'Give a dead letter back to its group',
    description: 'Once: it is handled like a new message, and is a dead letter again when it fails again.',
    access: ['admin', 'operator'],
    params: z.strictObject({ id: uuidParam }),
    responses: {
      202: { description: 'On its way', schema: z.object({ id: z.string(), state: z.literal('queued') }) },
    },
    problems: ['dead-letter-unknown'],
    handler: async (context, { deadLetters, audit, clock }) => {
      const { id } = context.params;
      const data = { deadLetterId: id, at: clock.now().toISOString() };
      const event = { type: 'DeadLetterRedriven', data } as const;
      const refusal = await audit.actElsewhere(
        auditContextOf(context),
        event,
        () => redriveOrRefuse(deadLetters, id),
        (refused) => (refused ? null : event),
      );
      if (refusal) throw refusal;
      return { status: 202, headers: { location: '/api/v1/dead-letters' }, body: { id, state: 'queued' } };
    },
  }),
];
