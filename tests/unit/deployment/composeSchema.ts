/**
 * The part of the Compose Specification that our file uses, closed: a key that is mistyped or belongs elsewhere is an
 * error. Written down here because tests reach no network.
 */
const text = { type: 'string', minLength: 1 } as const;
const duration = { type: 'string', pattern: '^([0-9]+(us|ms|s|m|h))+$' } as const;

const healthcheck = {
  type: 'object',
  additionalProperties: false,
  required: ['test', 'interval', 'timeout', 'retries'],
  properties: {
    test: {
      type: 'array',
      minItems: 2,
      items: text,
      prefixItems: [{ enum: ['CMD', 'CMD-SHELL'] }],
    },
    interval: duration,
    timeout: duration,
    start_period: duration,
    retries: { type: 'integer', minimum: 1 },
  },
} as const;

const service = {
  type: 'object',
  additionalProperties: false,
  required: ['image', 'healthcheck', 'restart'],
  properties: {
    image: text,
    build: text,
    environment: {
      type: 'object',
      propertyNames: { pattern: '^[A-Z][A-Z0-9_]*$' },
      // Compose turns an unquoted `true` into a boolean, which it then refuses in an environment.
      additionalProperties: { type: 'string' },
    },
    ports: { type: 'array', items: { type: 'string', pattern: '^([0-9.]+:)?[0-9]+:[0-9]+$' } },
    volumes: { type: 'array', items: { type: 'string', pattern: '^[a-z][a-z0-9-]*:/[^:]+$' } },
    depends_on: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['condition'],
        properties: { condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] } },
      },
    },
    healthcheck,
    init: { type: 'boolean' },
    stop_grace_period: duration,
    restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
  },
} as const;

export const composeSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'services', 'volumes'],
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    services: { type: 'object', propertyNames: { pattern: '^[a-z]+$' }, additionalProperties: service },
    volumes: { type: 'object', additionalProperties: { type: 'null' } },
  },
} as const;
