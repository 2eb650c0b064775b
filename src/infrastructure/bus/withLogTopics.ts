import { LOG_TOPICS, type Bus } from '../../application/ports/bus.js';

const TOPICS_OF_THE_LOG = Object.values(LOG_TOPICS);

/** A broadcast of what the bus carries and of what only the log tells, whichever bus it is. */
export const withLogTopics = (bus: Pick<Bus, 'broadcast'>, log: Pick<Bus, 'broadcast'>): Pick<Bus, 'broadcast'> => ({
  async broadcast(options) {
    const consumers = [await bus.broadcast(options), await log.broadcast({ ...options, topics: TOPICS_OF_THE_LOG })];
    return {
      ready: Promise.all(consumers.map(({ ready }) => ready)).then(() => undefined),
      close: async () => {
        await Promise.all(consumers.map((consumer) => consumer.close()));
      },
    };
  },
});
