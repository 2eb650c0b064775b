import { TestEnvironment } from 'jest-environment-node';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_TELLING_MS = 10_000;

/**
 * Where a machine ran a test that failed, its output is all that is left: what the test's world knows (`whenFailed` of
 * whenFailed.ts) goes into the error.
 */
export default class TellingEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.witnesses = new Set();
  }

  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure' && event.name !== 'hook_failure') return;
    const told = [];
    for (const witness of this.global.witnesses) {
      try {
        told.push(
          await Promise.race([witness(), sleep(LONGEST_TELLING_MS, 'nothing more was told in time', { ref: false })]),
        );
      } catch (error) {
        told.push(`nothing more is known: ${error?.message ?? error}`);
      }
    }
    const text = told.filter((one) => one !== '').join('\n');
    if (text === '') return;
    const { error } = event;
    // A stack begins with the message; a test that ran out of time fails with a sentence alone.
    const added = `\n\n${text}\n`;
    if (typeof error === 'string') {
      const last = event.test?.errors.at(-1);
      if (Array.isArray(last)) last[0] = `${error}${added}`;
    } else if (error instanceof Error || typeof error?.message === 'string') {
      const { message, stack = '' } = error;
      error.message = `${message}${added}`;
      error.stack = stack.includes(message) ? stack.replace(message, () => error.message) : `${stack}${added}`;
    }
  }
}
