import { kafkaEngine } from './tests/support/kafkaEngine.mjs';

const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform,
};

/**
 * `unit` needs nothing; `services` shares one real PostgreSQL; `system` starts whole programs and runs by itself. `soak` is
 * the large size of scenarios that the others hold in small, and no part of `npm test`.
 */
export default {
  // Jest reads this only here, not in a project. Generous, for tests wait for conditions with deadlines of their own.
  testTimeout: Number(process.env.MAGFLOW_TEST_TIMEOUT_MS ?? 600_000),
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/{domain,application,unit}/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'services',
      testMatch: [
        '<rootDir>/tests/{contracts,eventstore,projections,postgres,emag,sandbox,http,ws,bus,kafka,jobs}/**/*.test.ts',
      ],
      // A suite for an engine that cannot be had is not registered; where everything must be there, it fails.
      testPathIgnorePatterns: [
        '/node_modules/',
        ...(kafkaEngine().how === null && process.env.CI !== 'true' ? ['<rootDir>/tests/kafka/'] : []),
      ],
      globalSetup: '<rootDir>/tests/support/globalSetup.ts',
      globalTeardown: '<rootDir>/tests/support/globalTeardown.ts',
    },
    {
      ...common,
      displayName: 'system',
      testMatch: ['<rootDir>/tests/{cli,crash,e2e}/**/*.test.ts'],
      testEnvironment: '<rootDir>/tests/support/tellingEnvironment.mjs',
      globalSetup: '<rootDir>/tests/support/globalSetup.ts',
      globalTeardown: '<rootDir>/tests/support/globalTeardown.ts',
    },
    {
      ...common,
      displayName: 'soak',
      testMatch: ['<rootDir>/tests/soak/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/globalSetup.ts',
      globalTeardown: '<rootDir>/tests/support/globalTeardown.ts',
    },
  ],
};
