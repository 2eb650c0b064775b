import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isOnPath = (program) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));

/**
 * Which Kafka the suite can have: `brokers` that KAFKA_BROKERS names, one of its own from `java` and Maven, or none
 * with the reason. Read by jest.config.js (the suite is not registered without an engine, unless CI=true, where it then
 * fails) and by the closing lines of `npm test`.
 */
export const kafkaEngine = () => {
  if (process.env['KAFKA_BROKERS']) return { how: 'brokers', reason: null };
  const missing = ['java', 'mvn'].filter((program) => !isOnPath(program));
  if (missing.length === 0) return { how: 'java', reason: null };
  return { how: null, reason: `KAFKA_BROKERS is not set and ${missing.join(' and ')} cannot be found` };
};
