import { expect, it } from '@jest/globals';
import { fuzzTheDoor } from '../support/scenarios/fuzzTheDoor.js';

it('answers whatever it is asked as the document says, and never with a 500', async () => {
  const report = await fuzzTheDoor({ requests: 1_500, seed: 20_261_125 });
  expect(report.findings).toEqual([]);
  expect(Object.keys(report.byStatus)).toEqual(expect.arrayContaining(['200', '202', '400', '401', '403', '404']));
});
