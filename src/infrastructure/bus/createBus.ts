import type pg from 'pg';
import type { Bus } from '../../application/ports/bus.js';
import type { EventStore } from '../../application/ports/eventStore.js';
import type { Config } from '../config/config.js';
import { KafkaBus } from '../kafka/kafkaBus.js';
import { createKafka } from '../kafka/kafkaClient.js';
import type { Logger } from '../logging/logger.js';
import { EmbeddedBus } from './embeddedBus.js';

/** The bus of this installation: Kafka where brokers are configured, otherwise a view of the event log. */
export const createBus = (
  { kafkaBrokers }: Pick<Config, 'kafkaBrokers'>,
  { store, pool, logger }: { readonly store: EventStore; readonly pool: pg.Pool; readonly logger: Logger },
): Bus =>
  kafkaBrokers.length === 0
    ? new EmbeddedBus({ store, pool, log: logger })
    : new KafkaBus({
        kafka: createKafka({ brokers: kafkaBrokers, clientId: 'magflow', log: logger }),
        store,
        log: logger,
      });
