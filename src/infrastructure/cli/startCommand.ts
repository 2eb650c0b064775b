import { fileURLToPath } from 'node:url';
import { parseConfig } from '../config/config.js';
import { environmentOf } from '../config/environmentFile.js';
import { Supervisor } from '../supervisor/supervisor.js';
import { version } from '../version.js';
import { EXIT, type ExitCode } from './exitCodes.js';
import type { Output } from './output.js';

/**
 * Heaps that grow late: measured after a first full sync, all processes together held 386 MB with these and 605 without.
 * Those that people wait for, and the log that everything waits for, keep the engine's defaults but for young objects.
 */
const SMALLER_STEPS = '--max-semi-space-size=4';
const SMALL_HEAP = '--optimize-for-size';
const flagsFor = (args: readonly string[]): readonly string[] => {
  // A page of a list is young for a moment: with small steps collecting them was an eighth of the API's work.
  if (args.includes('api')) return [];
  return args[0] === 'eventstore' ? [SMALLER_STEPS] : [SMALLER_STEPS, SMALL_HEAP];
};

/** A terminal's Ctrl-C arrives twice when npm stands between: only a signal this much later means impatience. */
const IMPATIENCE_MS = 2_000;

/** `magflow start`: the supervisor, in the foreground until it is asked to stop. */
export const startCommand = async (output: Output, { adopt }: { adopt?: boolean } = {}): Promise<ExitCode> => {
  const folder = process.cwd();
  const environment = { ...environmentOf(process.env, folder), ...(adopt && { MAGFLOW_RELAY_ADOPT: 'on' }) };
  const config = parseConfig(environment, folder);
  const isTerminal = process.stderr.isTTY;
  const stop = new AbortController();
  const supervisor = new Supervisor({
    config,
    environment,
    version,
    isTerminal,
    print: (line) => output.out(line),
    say: (message) => output.error(`magflow: ${message}`),
    command: (args) => ({
      file: process.execPath,
      args: [...flagsFor(args), fileURLToPath(new URL('../../main.js', import.meta.url)), ...args],
    }),
    stop: stop.signal,
  });
  let askedAt: number | undefined;
  const onSignal = (): void => {
    if (askedAt === undefined) {
      askedAt = Date.now();
      stop.abort();
    } else if (Date.now() - askedAt > IMPATIENCE_MS) supervisor.hurry();
  };
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  try {
    await supervisor.run();
    return EXIT.done;
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
};
