import type { AccountInfo, AccountState, AccountStateCode } from '../../application/ports/marketplace.js';
import type { Principal } from '../identity/principal.js';
import type { HttpDeps } from './httpDeps.js';

/** What a person can do; the marketplace's own words stand beside it. */
const ADVICE: Readonly<Record<AccountStateCode, string | null>> = {
  ok: null,
  unknown: 'Nothing was asked yet: test the connection.',
  'credentials-refused':
    'Check user and password, and that this user has the API right in the seller interface (Profile, technical details): a login that works on the web does not imply it.',
  'ip-refused':
    'Add the address that the marketplace names to the IP list of the account in the seller interface (Profile, technical details), then test again.',
  unreachable:
    "Nothing answered at the account's address. Check the network, the firewall and base_url, then test again.",
  'rate-limited':
    'The marketplace asks for a pause; calls go on by themselves. Check that no other program uses up the limit.',
  'marketplace-failing': 'The marketplace itself is failing; calls are tried again by themselves.',
};

export const connectionView = ({ code, text, checkedAt }: AccountState) => ({
  ok: code === 'ok',
  code,
  detail: text,
  advice: ADVICE[code],
  checked_at: checkedAt,
});

/** Whoever holds the address may ring, so it is shown to those alone who enter it at the marketplace. */
const callbackUrl = async (
  key: string,
  { roles }: Principal,
  { settings, callbacks }: HttpDeps,
): Promise<string | null> =>
  roles.includes('admin') ? `${settings.publicUrl()}/callbacks/emag/${await callbacks.secretOf(key)}` : null;

export const accountRow = async (
  { key, platform, fulfilment, baseUrl }: AccountInfo,
  user: Principal,
  deps: HttpDeps,
) => {
  const state = await (await deps.marketplace.account(key)).state();
  return {
    key,
    platform,
    fulfilment,
    base_url: baseUrl,
    state: state.code,
    last_test: state.checkedAt === null ? null : connectionView(state),
    callback_url: await callbackUrl(key, user, deps),
  };
};

/** One account with what only its page shows. @throws RuleViolation `account-unknown` */
export const accountDetails = async (key: string, user: Principal, deps: HttpDeps) => {
  const { platform, fulfilment, baseUrl, username, source } = await deps.accounts.details(key);
  const info = { key, platform, fulfilment, baseUrl, isDemonstration: source === 'sandbox' };
  return { ...(await accountRow(info, user, deps)), username, source };
};
