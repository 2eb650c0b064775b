import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { TOPICS, type BusMessage } from '../../src/application/ports/bus.js';
import { noFailpoints } from '../../src/application/ports/failpoints.js';
import { silentLog } from '../../src/infrastructure/bus/busLog.js';
import { DeadLetterUnknown } from '../../src/infrastructure/bus/deadLetterUnknown.js';
import { EmbeddedBus } from '../../src/infrastructure/bus/embeddedBus.js';
import { everyLetter } from '../../src/infrastructure/bus/everyLetter.js';
import { InMemoryEventStore } from '../../src/infrastructure/eventstore/inMemoryEventStore.js';
import { KafkaBus } from '../../src/infrastructure/kafka/kafkaBus.js';
import { createKafka } from '../../src/infrastructure/kafka/kafkaClient.js';
import { TopicSet } from '../../src/infrastructure/kafka/topicSet.js';
import { migrate } from '../../src/infrastructure/postgres/migrate.js';
import { createPool } from '../../src/infrastructure/postgres/pool.js';
import { Relay } from '../../src/infrastructure/relay/relay.js';
import { busContract } from '../contracts/busContract.js';
import { createTestDatabase } from '../support/database.js';
import { orderReceived } from '../support/integrationEvents.js';
import { startKafka, type KafkaServer } from '../support/kafka.js';
import { passing } from '../support/passing.js';

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

describe('dead letters of an installation with a broker', () => {
  it('are those of its groups and of the groups that hear the log, each sent back to its own', async () => {
    const database = await createTestDatabase();
    await migrate(database.url);
    const pool = createPool(database.url, { name: 'every letter test' });
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
    const bus = new KafkaBus({ kafka: client(randomUUID()), store, log: silentLog, topics, firstDelayMs: 5 });
    const log = new EmbeddedBus({ store, pool, log: silentLog, firstDelayMs: 5 });
    const letters = everyLetter(bus, log);
    const handled: string[] = [];
    let isBroken = true;
    const handle = (group: string) => async (_message: BusMessage) => {
      if (isBroken) throw new Error('broken');
      handled.push(group);
    };
    try {
      for (const [carrier, group] of [
        [bus, 'of-the-broker'],
        [log, 'of-the-log'],
      ] as const)
        await carrier.workGroup({ group, topics: [TOPICS.orders], attempts: 1, handle: handle(group) });
      await store.append('order-main-411000001', [orderReceived('411000001')], 'no_stream');
      await passing(async () =>
        expect((await letters.deadLetters()).map(({ group }) => group).sort()).toEqual(['of-the-broker', 'of-the-log']),
      );
      isBroken = false;
      for (const { id } of await letters.deadLetters()) await letters.redrive(id);
      await passing(() => expect([...handled].sort()).toEqual(['of-the-broker', 'of-the-log']));
      expect(await letters.deadLetters()).toEqual([]);
      await expect(letters.redrive('00000000-0000-5000-8000-000000000000')).rejects.toThrow(DeadLetterUnknown);
    } finally {
      await Promise.all([bus.close(), log.close()]);
      await relay.stop();
      await store.close();
      await pool.end();
      await database.drop();
    }
  }, 60_000);
});
