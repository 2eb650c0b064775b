import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { noFailpoints } from '../../src/application/ports/failpoints.js';
import { silentLog } from '../../src/infrastructure/bus/busLog.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { KafkaBus } from '../../src/infrastructure/kafka/kafkaBus.js';
import { createKafka } from '../../src/infrastructure/kafka/kafkaClient.js';
import { TopicSet } from '../../src/infrastructure/kafka/topicSet.js';
import { Relay } from '../../src/infrastructure/relay/relay.js';
import { busContract } from '../contracts/busContract.js';
import { startKafka, type KafkaServer } from '../support/kafka.js';

let server: KafkaServer;
beforeAll(async () => {
  server = await startKafka();
}, 400_000);
afterAll(() => server.stop());

busContract('Kafka', async () => {
  const store = new InMemoryEventStore();
  const topics = new TopicSet(`${randomUUID()}.`);
  const client = (clientId: string) => createKafka({ brokers: server.brokers, clientId, log: silentLog });
  const relay = new Relay({
    kafka: client('relay'),
    store,
    pool: null,
    topics,
    log: silentLog,
    failpoints: noFailpoints,
  });
  relay.start();
  return {
    store,
    openBus: async () => new KafkaBus({ kafka: client(randomUUID()), store, log: silentLog, topics, firstDelayMs: 5 }),
    close: async () => {
      await relay.stop();
      await store.close();
    },
  };
});

describe('asked whether it can be reached', () => {
  const busOn = (brokers: readonly string[]) =>
    new KafkaBus({
      kafka: createKafka({ brokers, clientId: randomUUID(), log: silentLog }),
      store: new InMemoryEventStore(),
      log: silentLog,
    });

  it('the bus asks a broker', async () => {
    await expect(busOn(server.brokers).check()).resolves.toBeUndefined();
  });

  it('the bus throws where no broker answers, each time anew', async () => {
    const bus = busOn(['127.0.0.1:1']);
    await expect(bus.check()).rejects.toThrow('127.0.0.1:1');
    await expect(bus.check()).rejects.toThrow('127.0.0.1:1');
  });
});
