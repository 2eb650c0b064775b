import { z } from 'zod';
import { EXIT, ExitError } from '../cli/exitCodes.js';
import type { Config } from '../config/config.js';

const readyMessage = z.object({
  control: z.string(),
  accounts: z.array(z.object({ key: z.string(), base_url: z.string(), username: z.string(), password: z.string() })),
});

export type SandboxReady = z.output<typeof readyMessage>;

/** What the sandbox said on standard output when it was ready. @throws ZodError when that is not its message. */
export const parseSandboxReady = (message: unknown): SandboxReady => readyMessage.parse(message);

/** Keys of the sandbox's accounts by what the sandbox itself calls them. */
export type DemonstrationKeys = Readonly<Record<string, string>>;

export const PLAIN_KEYS: DemonstrationKeys = { main: 'main', fbe: 'fbe' };
export const PREFIXED_KEYS: DemonstrationKeys = { main: 'demo_main', fbe: 'demo_fbe' };

/** What an installation remembers about its accounts, before this start adds to it. */
export interface KnownAccounts {
  readonly activeInPanel: number;
  /** Keys that hold real data, though they may not be configured now. */
  readonly real: readonly string[];
  /** Keys whose demonstration data was left behind. */
  readonly left: readonly string[];
}

/**
 * Whether the sandbox runs, and under which keys: beside accounts, or where `main` or `fbe` was once a real account, the
 * keys are prefixed, so that demonstration data never mixes with a shop's. What was left behind comes back under no
 * key, and by itself under none.
 *
 * @throws ExitError when every key of the sandbox was left behind here
 */
export const demonstrationKeys = (config: Config, known: KnownAccounts): DemonstrationKeys | null => {
  const hasAccounts = config.accounts.length > 0 || known.activeInPanel > 0;
  const { mode } = config.sandbox;
  if (mode === 'off' || (mode === 'auto' && (hasAccounts || known.left.length > 0))) return null;
  const isTaken = (keys: DemonstrationKeys): boolean =>
    Object.values(keys).some((key) => known.real.includes(key) || known.left.includes(key));
  if (!hasAccounts && !isTaken(PLAIN_KEYS)) return PLAIN_KEYS;
  if (!Object.values(PREFIXED_KEYS).some((key) => known.left.includes(key))) return PREFIXED_KEYS;
  throw new ExitError(
    EXIT.configuration,
    'MAGFLOW_SANDBOX is on, but the demonstration was left behind in this data folder: use another MAGFLOW_DATA_DIR',
  );
};

/** The variables that make the sandbox's accounts known to the other parts, beside those of the environment. */
export const sandboxVariables = (
  config: Config,
  keys: DemonstrationKeys,
  ready: SandboxReady,
): Record<string, string> => {
  const variables: Record<string, string> = {};
  const served: string[] = [];
  for (const { key: name, base_url, username, password } of ready.accounts) {
    const key = keys[name] ?? name;
    const prefix = `EMAG_${key.toUpperCase()}`;
    served.push(key);
    variables[`${prefix}_USERNAME`] = username;
    variables[`${prefix}_PASSWORD`] = password;
    variables[`${prefix}_BASE_URL`] = base_url;
    variables[`${prefix}_PLATFORM`] = 'emag-ro';
    variables[`${prefix}_FULFILMENT`] = name === 'fbe' ? 'fbe' : 'own';
  }
  const own = config.accounts.map(({ key }) => key);
  return {
    ...variables,
    EMAG_ACCOUNTS: [...own, ...served].join(','),
    MAGFLOW_SANDBOX_ACCOUNTS: served.join(','),
    MAGFLOW_SANDBOX_CONTROL_URL: ready.control,
  };
};
