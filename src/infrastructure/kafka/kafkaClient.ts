import { Kafka, logLevel } from 'kafkajs';
import type { BusLog } from '../bus/busLog.js';

/** Expected while coordinators load, brokers restart and transactions follow each other closely: retried inside. */
const HARMLESS =
  /group coordinator is not available|coordinator is loading|concurrent operation on the same transaction|coordinator for this group|rebalancing|Limiting retries for the idempotent producer|does not host this topic-partition|leadership election|no leader for this topic-partition/i;

export interface KafkaClientOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly log: BusLog;
}

/** One client for all producers and consumers of a process; its log lines go to ours, less the harmless ones. */
export const createKafka = ({ brokers, clientId, log }: KafkaClientOptions): Kafka =>
  new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ namespace, level, log: { message, error, groupId, topic } }) => {
        if (HARMLESS.test(`${message} ${String(error ?? '')}`)) return;
        const fields = { kafka: namespace, detail: error, groupId, topic };
        if (level <= logLevel.ERROR) log.error(fields, message);
        else log.warn(fields, message);
      },
  });
