import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../../src/infrastructure/config/config.js';
import { demonstrationKeys } from '../../../src/infrastructure/supervisor/sandboxAccounts.js';

const nobody = { activeInPanel: 0, real: [], left: [] };
const plain = { main: 'main', fbe: 'fbe' };
const prefixed = { main: 'demo_main', fbe: 'demo_fbe' };
const config = (mode: string) => parseConfig({ MAGFLOW_SANDBOX: mode }, '/nowhere');

describe('the keys of the sandbox', () => {
  it.each([
    ['auto', nobody, plain],
    ['auto', { ...nobody, activeInPanel: 1 }, null],
    ['auto', { ...nobody, real: ['main'] }, prefixed],
    ['on', { ...nobody, activeInPanel: 1 }, prefixed],
    ['off', nobody, null],
    // What was left does not come back by itself, nor under the keys that it had.
    ['auto', { ...nobody, left: ['main', 'fbe'] }, null],
    ['on', { ...nobody, left: ['main', 'fbe'] }, prefixed],
  ])('with %s and %j are %j', (mode, known, keys) => {
    expect(demonstrationKeys(config(mode), known)).toEqual(keys);
  });

  it('are used up when both were left', () => {
    const known = { ...nobody, left: ['main', 'fbe', 'demo_main', 'demo_fbe'] };
    expect(() => demonstrationKeys(config('on'), known)).toThrow('another MAGFLOW_DATA_DIR');
  });
});
