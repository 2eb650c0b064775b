import type { Container } from 'inversify';
import { lastRestore } from '../backup/lastRestore.js';
import { postgresConditions } from '../health/conditions.js';
import { createKafka } from '../kafka/kafkaClient.js';
import { TopicSet } from '../kafka/topicSet.js';
import { Relay } from '../relay/relay.js';
import { registerRelayLag } from '../relay/relayLag.js';
import { TOKENS } from '../di/tokens.js';
import type { RunningRole } from './runningRole.js';

const TELL_EVERY_MS = 5_000;

/** Publishes the log to Kafka; without a broker the embedded bus reads the log itself and there is nothing to do. */
export const startRelay = async (container: Container): Promise<RunningRole> => {
  const { kafkaBrokers, relayAdopt } = container.get(TOKENS.config);
  const log = container.get(TOKENS.logger);
  const store = container.get(TOKENS.eventStore);
  if (kafkaBrokers.length === 0) {
    registerRelayLag(container.get(TOKENS.metrics), store, null);
    return { stop: () => Promise.resolve() };
  }
  const relay = new Relay({
    kafka: createKafka({ brokers: kafkaBrokers, clientId: 'magflow-relay', log }),
    store,
    pool: container.get(TOKENS.pool),
    topics: new TopicSet(),
    log,
    failpoints: container.get(TOKENS.failpoints),
    adopt: relayAdopt,
    restoredTo: () => lastRestore(container.get(TOKENS.pool)),
  });
  registerRelayLag(container.get(TOKENS.metrics), store, relay);
  relay.start();
  const conditions = postgresConditions(container.get(TOKENS.pool));
  const tell = async (): Promise<void> => {
    const { refusal } = relay;
    if (refusal !== null) await conditions.tell('relay_refused', refusal);
    // A relay that stands by knows nothing of the one that publishes: it takes nothing back.
    else if (relay.state === 'running') await conditions.clear('relay_refused');
  };
  const telling = setInterval(
    () => void tell().catch((err: unknown) => log.warn({ err }, 'the state of the relay could not be told')),
    TELL_EVERY_MS,
  );
  return {
    stop: async () => {
      clearInterval(telling);
      await relay.stop();
    },
  };
};
