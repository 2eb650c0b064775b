import type { Config } from '../config/config.js';
import { ConfigError } from '../config/configError.js';

/** A role talks to parts that run already; the supervisor tells it where. @throws ConfigError naming what is missing */
export const requiredUrls = ({
  databaseUrl,
  eventStoreUrl,
}: Pick<Config, 'databaseUrl' | 'eventStoreUrl'>): { databaseUrl: string; eventStoreUrl: string } => {
  const message = 'is needed to run a role alone; `magflow start` sets it for the parts that it starts';
  if (databaseUrl === null) throw new ConfigError([{ variable: 'DATABASE_URL', message }]);
  if (eventStoreUrl === null) throw new ConfigError([{ variable: 'EVENTSTORE_URL', message }]);
  return { databaseUrl, eventStoreUrl };
};
