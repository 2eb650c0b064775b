import type { Container } from 'inversify';
import { createKafka } from '../kafka/kafkaClient.js';
import { TopicSet } from '../kafka/topicSet.js';
import { Relay } from '../relay/relay.js';
import { registerRelayLag } from '../relay/relayLag.js';
import { TOKENS } from '../di/tokens.js';
import type { RunningRole } from './runningRole.js';

/** Publishes the log to Kafka; without a broker the embedded bus reads the log itself and there is nothing to do. */
export const startRelay = async (container: Container): Promise<RunningRole> => {
  const { kafkaBrokers, relayAdopt } = container.get(TOKENS.config);
  if (kafkaBrokers.length === 0) return { stop: () => Promise.resolve() };
  const log = container.get(TOKENS.logger);
  const store = container.get(TOKENS.eventStore);
  const relay = new Relay({
    kafka: createKafka({ brokers: kafkaBrokers, clientId: 'magflow-relay', log }),
    store,
    pool: container.get(TOKENS.pool),
    topics: new TopicSet(),
    log,
    failpoints: container.get(TOKENS.failpoints),
    adopt: relayAdopt,
  });
  registerRelayLag(container.get(TOKENS.metrics), store, relay);
  relay.start();
  return { stop: () => relay.stop() };
};
