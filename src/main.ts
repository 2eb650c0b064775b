import { runCli } from './infrastructure/cli/cli.js';

const code = await runCli(process.argv.slice(2));
// A connection that a library holds on to must not keep the process: everything of ours is closed by now.
process.stdout.write('', () => process.exit(code));
