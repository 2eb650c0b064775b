/**
 * Runs every suite and says against which engines. Arguments go to jest (`npm test -- tests/domain`).
 * Needs Node alone; Kafka's half also needs KAFKA_BROKERS, or Java 17 and Maven, and says so when it is left out.
 * Under CI=true only a real EventStoreDB may be absent.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'magflow-tests-'));
const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

const has = (command, args = ['--version']) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const isWholeRun = process.argv.length === 2;
const isCi = process.env.CI === 'true';

const kafka = process.env.KAFKA_BROKERS
  ? `Kafka at ${process.env.KAFKA_BROKERS}`
  : has('java', ['-version']) && has('mvn')
    ? 'Kafka of its own (Java and Maven)'
    : null;

if (node(['scripts/build.mjs']) !== 0) process.exit(1);

/** Whole programs run after the others; half of their time is waiting, and their deadlines bear a machine that is busy. */
const groups = isWholeRun
  ? [
      ['--selectProjects', 'unit', 'services', '--maxWorkers', '2'],
      ['--selectProjects', 'system', '--maxWorkers', '2'],
    ]
  : [process.argv.slice(2)];

let passed = 0;
let failed = 0;
let broken = 0;
groups.forEach((group, index) => {
  const report = join(scratch, `${index}.json`);
  const status = node(
    ['node_modules/jest/bin/jest.js', ...group, '--json', '--outputFile', report, '--testLocationInResults'],
    {
      NODE_OPTIONS:
        `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings=ExperimentalWarning`.trim(),
    },
  );
  if (!existsSync(report)) {
    broken += 1;
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  // A suite that cannot even load has failed, though none of its tests did.
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (status !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) broken += 1;
});
rmSync(scratch, { recursive: true, force: true });

if (isWholeRun) {
  const engines = [
    'PostgreSQL: real, from npm',
    process.env.EVENTSTORE_URL
      ? 'event store: the embedded server, and the one at EVENTSTORE_URL'
      : 'event store: the embedded server (EventStoreDB was NOT run: set EVENTSTORE_URL)',
    kafka
      ? `bus: embedded, and ${kafka}`
      : 'bus: embedded (Kafka was NOT run: needs KAFKA_BROKERS, or Java 17 and Maven)',
    'browser: Chromium',
  ];
  process.stdout.write(`\nEngines\n${engines.map((line) => `  ${line}`).join('\n')}\n`);
  if (isCi && !kafka) {
    process.stdout.write('Under CI=true Kafka must not be absent.\n');
    broken += 1;
  }
}
process.stdout.write(`${passed} passed, ${failed + broken} failed\n`);
process.exitCode = failed + broken === 0 && passed > 0 ? 0 : 1;
