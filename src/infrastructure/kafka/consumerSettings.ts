import type { ConsumerConfig } from 'kafkajs';

export const HEARTBEAT_MS = 1_000;
/** How soon another member takes over from one that was killed. */
const SESSION_MS = 10_000;

/** Our consumers see committed records only, soon, and give up instead of restarting: their supervisor replaces them. */
export const consumerSettings: Omit<ConsumerConfig, 'groupId'> = {
  sessionTimeout: SESSION_MS,
  heartbeatInterval: HEARTBEAT_MS,
  maxWaitTimeInMs: 100,
  readUncommitted: false,
  retry: {
    initialRetryTime: 100,
    maxRetryTime: 2_000,
    retries: 8,
    restartOnFailure: () => Promise.resolve(false),
  },
};
