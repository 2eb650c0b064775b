// Runs the built supervisor over the real parts, with stub roles: node stubInstallation.mjs <folder of main.js>
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const program = process.argv[2];
const load = (path) => import(pathToFileURL(join(program, path)).href);
const { Supervisor } = await load('infrastructure/supervisor/supervisor.js');
const { parseConfig } = await load('infrastructure/config/config.js');
const { reportError } = await load('infrastructure/cli/reportError.js');
const { standardOutput } = await load('infrastructure/cli/output.js');

const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
process.on('SIGINT', () => stop.abort());
const stub = fileURLToPath(new URL('./stubRole.mjs', import.meta.url));

try {
  await new Supervisor({
    config: parseConfig(process.env, process.cwd()),
    environment: process.env,
    version: '0.0.0-test',
    isTerminal: false,
    print: (line) => standardOutput.out(line),
    say: (message) => standardOutput.error(`magflow: ${message}`),
    command: (args) => ({
      file: process.execPath,
      args: args[0] === 'role' ? [stub, ...args] : [join(program, 'main.js'), ...args],
    }),
    stop: stop.signal,
  }).run();
} catch (error) {
  process.exitCode = reportError(error, standardOutput);
}
