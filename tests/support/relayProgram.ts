import { pino } from 'pino';
import { createPersonalDataCodec } from '../../src/infrastructure/eventstore/personalDataCodec.js';
import { anyEvent } from '../../src/infrastructure/eventstore/eventCatalogue.js';
import { EsdbEventStore } from '../../src/infrastructure/eventstore/esdbEventStore.js';
import { InMemoryPersonKeys } from '../../src/infrastructure/eventstore/inMemoryPersonKeys.js';
import { killingFailpoints } from '../../src/infrastructure/failpoints/killingFailpoints.js';
import { createKafka } from '../../src/infrastructure/kafka/kafkaClient.js';
import { TopicSet } from '../../src/infrastructure/kafka/topicSet.js';
import { Relay } from '../../src/infrastructure/relay/relay.js';

/** The relay as a process of its own that a test can kill: `relayProgram <store url> <brokers> <namespace> [failpoint]`. */
const [storeUrl = '', brokers = '', namespace = '', failpoint] = process.argv.slice(2);
const log = pino({ level: 'warn' }, pino.destination(2));
const relay = new Relay({
  kafka: createKafka({ brokers: brokers.split(','), clientId: 'relay', log }),
  store: new EsdbEventStore({
    url: storeUrl,
    codec: createPersonalDataCodec(new InMemoryPersonKeys()),
    catalogue: anyEvent,
  }),
  pool: null,
  topics: new TopicSet(namespace),
  log,
  failpoints: killingFailpoints({
    allowTestHooks: true,
    failpoint: failpoint ? { name: failpoint, hits: 2 } : null,
  }),
});
relay.start();
