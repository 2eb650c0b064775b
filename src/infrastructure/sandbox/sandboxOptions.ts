import { parseArgs } from 'node:util';
import { fromNaive } from './bucharestTime.js';
import { defaultOffers, defaultOrders } from './data/generateWorld.js';
import { parseLimits, publishedLimits, type Limits } from './http/rateLimits.js';
import type { NewOrderPace } from './life/life.js';

export interface SandboxOptions {
  /** Port of the marketplace on loopback; 0 takes a free one. */
  port: number;
  controlPort: number;
  /** Folder of the durable state; undefined keeps nothing. */
  dataDir: string | undefined;
  /** The next four count only at the first start on a folder. */
  seed: number;
  /** Epoch milliseconds of the clock at birth; undefined is the wall clock. */
  now: number | undefined;
  /** Totals over both accounts. */
  orders: number;
  offers: number;
  limits: Limits;
  newOrders: NewOrderPace;
  /** Each answer takes between nothing and this long. */
  latencyMs: number;
}

/** A setting that cannot be used: `name` is the variable or flag. The command ends with exit code 2 or 4. */
export class SandboxOptionError extends Error {
  override readonly name = 'SandboxOptionError';
  constructor(
    readonly source: 'flag' | 'environment',
    message: string,
  ) {
    super(message);
  }
}

const flags = {
  port: { type: 'string' },
  'control-port': { type: 'string' },
  data: { type: 'string' },
  seed: { type: 'string' },
  now: { type: 'string' },
  orders: { type: 'string' },
  offers: { type: 'string' },
  limits: { type: 'string' },
  'new-order-seconds': { type: 'string' },
  'latency-ms': { type: 'string' },
  help: { type: 'boolean' },
} as const;

export const sandboxHelp = `Usage: magflow sandbox --port N [options]

An imitation of the eMAG marketplace on this machine: two accounts with demonstration data.
Prints one JSON line when ready and runs until SIGTERM.

  --port N               port of the marketplace, 0 takes a free one
  --control-port N       port of the control API (default 0)
  --data DIR             keep the state in DIR; without it nothing is kept
  --seed N               another world (default 1)
  --now TIME             clock at the first start, ISO 8601 (default: now)
  --orders N             orders of both accounts together (default ${defaultOrders})
  --offers N             offers of both accounts together (default ${defaultOffers})
  --limits TEXT          ${publishedLimits}, or off
  --new-order-seconds N  a new order every N seconds, 0 for none
                         (default: every 30 s in the first hour, then every 600 s)
  --latency-ms N         each answer takes up to N milliseconds (default 25)

MAGFLOW_SANDBOX_SEED, _NOW, _ORDERS, _OFFERS, _LIMITS and _NEW_ORDER_SECONDS are the same by environment.
--seed, --now, --orders and --offers count only at the first start on a folder.
`;

type Source = (name: keyof typeof flags) => {
  value: string | undefined;
  label: string;
  source: 'flag' | 'environment';
};

const wholeNumber = (read: Source, name: keyof typeof flags, fallback: number, low: number, high: number): number => {
  const { value, label, source } = read(name);
  if (value === undefined) return fallback;
  const number = /^\d{1,10}$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (!(number >= low && number <= high))
    throw new SandboxOptionError(source, `${label} must be a whole number from ${low} to ${high}`);
  return number;
};

const readNow = (read: Source): number | undefined => {
  const { value, label, source } = read('now');
  if (value === undefined) return undefined;
  // A time with a zone is an instant; one without is local, as everything at the marketplace.
  const instant = fromNaive(value) ?? Date.parse(value);
  if (Number.isNaN(instant))
    throw new SandboxOptionError(source, `${label} must be a time such as 2025-11-24T10:00:00Z`);
  return instant;
};

const readLimits = (read: Source): Limits => {
  const { value, label, source } = read('limits');
  try {
    return parseLimits(value ?? publishedLimits);
  } catch (error) {
    throw new SandboxOptionError(source, `${label}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
};

/** Flags win over the environment. Throws `SandboxOptionError`; `help` asks for the help text instead. */
export const readSandboxOptions = (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): SandboxOptions | 'help' => {
  let values: Partial<Record<keyof typeof flags, string | boolean>>;
  try {
    values = parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new SandboxOptionError('flag', error instanceof Error ? error.message : 'unknown option');
  }
  if (values.help === true) return 'help';
  const read: Source = (name) => {
    const flag = values[name];
    if (typeof flag === 'string') return { value: flag, label: `--${name}`, source: 'flag' };
    const variable = `MAGFLOW_SANDBOX_${name.replaceAll('-', '_').toUpperCase()}`;
    const value = environment[variable];
    return { value: value === '' ? undefined : value, label: variable, source: 'environment' };
  };
  const orders = wholeNumber(read, 'orders', defaultOrders, 0, 200_000);
  const offers = wholeNumber(read, 'offers', defaultOffers, 0, 200_000);
  if (orders > 0 && offers < 4)
    throw new SandboxOptionError(
      read('offers').source,
      `${read('offers').label} must be at least 4 where there are orders`,
    );
  const pace = wholeNumber(read, 'new-order-seconds', -1, 0, 86_400);
  return {
    port: wholeNumber(read, 'port', 0, 0, 65_535),
    controlPort: wholeNumber(read, 'control-port', 0, 0, 65_535),
    dataDir: read('data').value,
    seed: wholeNumber(read, 'seed', 1, 0, 4_294_967_295),
    now: readNow(read),
    orders,
    offers,
    limits: readLimits(read),
    newOrders: pace === -1 ? 'usual' : pace,
    latencyMs: wholeNumber(read, 'latency-ms', 25, 0, 60_000),
  };
};
