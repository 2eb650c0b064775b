import { z } from 'zod';
import type { BusMessage } from '../../application/ports/bus.js';

const bigintText = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt);

export const busMessageSchema = z.object({
  topic: z.string(),
  id: z.string(),
  type: z.string(),
  source: z.string(),
  subject: z.string(),
  time: z.string(),
  key: z.string(),
  stream: z.string(),
  revision: bigintText,
  position: bigintText,
  data: z.record(z.string(), z.unknown()),
});

/** A message as JSON can carry it. */
export const busMessageJson = (message: BusMessage): Record<string, unknown> => ({
  ...message,
  revision: message.revision.toString(),
  position: message.position.toString(),
});
