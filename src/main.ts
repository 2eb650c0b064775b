import { runCli } from './infrastructure/cli/cli.js';

process.exitCode = await runCli(process.argv.slice(2));
