import type { Bus, BroadcastOptions } from '../../application/ports/bus.js';

/** A broadcast of what the bus carries and of what only the log tells, whichever bus it is. */
export const withLogTopics = (
  bus: Pick<Bus, 'broadcast'>,
  log: Pick<Bus, 'broadcast'>,
  logTopics: readonly string[],
): Pick<Bus, 'broadcast'> => ({
  async broadcast(options: BroadcastOptions) {
    const consumers = [await bus.broadcast(options), await log.broadcast({ ...options, topics: logTopics })];
    return {
      ready: Promise.all(consumers.map(({ ready }) => ready)).then(() => undefined),
      close: async () => {
        await Promise.all(consumers.map((consumer) => consumer.close()));
      },
    };
  },
});
