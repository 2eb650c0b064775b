import { afterEach, describe, expect, it } from '@jest/globals';
import { TestInstallation, until } from '../support/installation.js';
import { buildProgram } from '../support/program.js';

describe('a broker that does not answer', () => {
  let installation: TestInstallation;
  afterEach(() => installation.clean());

  it('is said by /health/ready, and holds up no shutdown', async () => {
    installation = new TestInstallation(await buildProgram());
    const program = installation.cli(['start'], { KAFKA_BROKERS: '127.0.0.1:1', MAGFLOW_JOBS: 'off' });
    const told = await until(
      () => /still waiting until \S+\/health\/ready answers 200: (\{.*\})/.exec(program.stderr())?.[1],
      120_000,
    );
    program.process.kill('SIGTERM');

    expect(JSON.parse(told)).toMatchObject({
      status: 'failing',
      checks: { database: { status: 'ok' }, event_store: { status: 'ok' }, bus: { status: 'failing' } },
    });
    expect(await program.exit).toBe(0);
    expect(program.stderr()).not.toContain('was killed');
    expect(installation.hasRunFile()).toBe(false);
  });
});
