import { expect, it } from '@jest/globals';
import { fuzzTheDoor } from '../support/scenarios/fuzzTheDoor.js';

it('answers 20,000 requests as the document says, and never with a 500', async () => {
  const report = await fuzzTheDoor({ requests: 20_000, seed: Number(process.env['MAGFLOW_FUZZ_SEED'] ?? 1) });
  process.stdout.write(`${JSON.stringify({ ...report, findings: report.findings.length })}\n`);
  expect(report.findings.slice(0, 50)).toEqual([]);
});
