import { FAILPOINTS } from '../../application/failpointCatalogue.js';
import { EXIT, type ExitCode } from './exitCodes.js';
import { table, type Output } from './output.js';

/** `magflow failpoints`: where a crash test may kill a process. Needs no running installation. */
export const failpointsCommand = (options: { json?: boolean }, output: Output): ExitCode => {
  if (options.json) output.out(JSON.stringify({ failpoints: FAILPOINTS }));
  else for (const line of table(FAILPOINTS.map(({ name, description }) => [name, description]))) output.out(line);
  return EXIT.done;
};
