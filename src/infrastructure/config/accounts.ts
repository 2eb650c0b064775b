import type { Fulfilment } from '../../domain/order/orderFacts.js';
import type { ConfigProblem } from './configError.js';
import type { Environment } from './environmentFile.js';
import { DEFAULT_LIMITS, parseLimits, type AccountLimits } from './limits.js';
import { readSecret } from './secrets.js';

/** Where each platform's API lives (eMAG reference §1.1). */
export const PLATFORM_BASE_URLS = {
  'emag-ro': 'https://marketplace-api.emag.ro/api-3',
  'emag-bg': 'https://marketplace-api.emag.bg/api-3',
  'emag-hu': 'https://marketplace-api.emag.hu/api-3',
  'fd-ro': 'https://marketplace-ro-api.fashiondays.com/api-3',
  'fd-bg': 'https://marketplace-bg-api.fashiondays.com/api-3',
} as const;

export type Platform = keyof typeof PLATFORM_BASE_URLS;

export interface AccountConfig {
  readonly key: string;
  readonly platform: Platform;
  readonly fulfilment: Fulfilment;
  /** Ends in `/api-3`, without a slash. */
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  readonly limits: AccountLimits;
  /** Served by our own sandbox. */
  readonly isDemonstration: boolean;
}

const isPlatform = (text: string): text is Platform => text in PLATFORM_BASE_URLS;

export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** Why a key cannot be used, or undefined. `both` means all accounts in every request. */
export const accountKeyProblem = (key: string): string | undefined => {
  if (key === 'both') return 'has the key "both", which means all accounts; choose another';
  if (!/^[a-z0-9_]{1,24}$/.test(key)) return `has the key "${key}"; keys are 1 to 24 of a-z, 0-9 and _`;
  return undefined;
};

/** The base URL as we keep it, or why it cannot be used. */
export const parseBaseUrl = (text: string): { url: string } | { problem: string } => {
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (!parsed) return { problem: 'is not a URL' };
  if (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && isLoopback(parsed.hostname)))
    return { problem: 'must be https (plain http only to this machine)' };
  if (parsed.username || parsed.password) return { problem: 'must not hold a user or password' };
  if (parsed.search || parsed.hash) return { problem: 'must not hold a query or fragment' };
  const path = parsed.pathname.replace(/\/+$/, '');
  if (!path.endsWith('/api-3')) return { problem: 'must end in /api-3' };
  return { url: `${parsed.origin}${path}` };
};

const readAccount = (
  key: string,
  environment: Environment,
  isDemonstration: boolean,
  problems: ConfigProblem[],
): AccountConfig => {
  const name = (part: string): string => `EMAG_${key.toUpperCase()}_${part}`;
  const refuse = (part: string, message: string): void => void problems.push({ variable: name(part), message });

  const username = readSecret(environment, name('USERNAME'), problems);
  const password = readSecret(environment, name('PASSWORD'), problems);
  if (!username) refuse('USERNAME', `is missing for the account "${key}" of EMAG_ACCOUNTS`);
  if (!password) refuse('PASSWORD', `is missing for the account "${key}" of EMAG_ACCOUNTS`);

  const platform = environment[name('PLATFORM')] || 'emag-ro';
  if (!isPlatform(platform)) refuse('PLATFORM', `must be one of ${Object.keys(PLATFORM_BASE_URLS).join(', ')}`);
  const knownPlatform: Platform = isPlatform(platform) ? platform : 'emag-ro';

  const fulfilment = environment[name('FULFILMENT')] || 'own';
  if (fulfilment !== 'own' && fulfilment !== 'fbe') refuse('FULFILMENT', 'must be own or fbe');

  const base = parseBaseUrl(environment[name('BASE_URL')] || PLATFORM_BASE_URLS[knownPlatform]);
  if ('problem' in base) refuse('BASE_URL', base.problem);

  const limitsText = environment[name('LIMITS')];
  const limits = limitsText ? parseLimits(limitsText) : DEFAULT_LIMITS;
  if (typeof limits === 'string') refuse('LIMITS', limits);

  return {
    key,
    platform: knownPlatform,
    fulfilment: fulfilment === 'fbe' ? 'fbe' : 'own',
    baseUrl: 'url' in base ? base.url : '',
    username: username ?? '',
    password: password ?? '',
    limits: typeof limits === 'string' ? DEFAULT_LIMITS : limits,
    isDemonstration,
  };
};

/** The accounts that the environment names, in its order; what is wrong with them is added to `problems`. */
export const readAccounts = (
  environment: Environment,
  demonstrationKeys: readonly string[],
  problems: ConfigProblem[],
): readonly AccountConfig[] => {
  const keys = (environment['EMAG_ACCOUNTS'] ?? '').split(',').map((key) => key.trim());
  const named = keys.filter((key) => key !== '');
  const accounts: AccountConfig[] = [];
  for (const [index, key] of named.entries()) {
    const problem = accountKeyProblem(key);
    if (problem) problems.push({ variable: 'EMAG_ACCOUNTS', message: problem });
    else if (named.indexOf(key) !== index)
      problems.push({ variable: 'EMAG_ACCOUNTS', message: `names "${key}" twice` });
    else accounts.push(readAccount(key, environment, demonstrationKeys.includes(key), problems));
  }
  return accounts;
};
