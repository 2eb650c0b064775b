import type { Same } from '../sentences.js';
import type { accounts as romanian } from '../ro/accounts.js';

export const accounts: Same<typeof romanian> = {
  accounts: {
    title: 'Accounts',
    platform: 'Platform',
    fulfilment: 'Shipping',
    own: 'by you',
    fbe: 'by eMAG',
    address: 'API address',
    callback: 'Callback address (enter it in the eMAG account)',
    test: 'Test the connection',
    testing: 'Asking the marketplace, at most 30 seconds …',
    none: 'No accounts',
    none_hint: 'Connect your marketplace account.',
    key: 'Short name',
    key_hint: 'Lower-case letters, digits and _, for example shop. It stays for good.',
    username: 'API user',
    password: 'API password',
    password_hint: 'Kept encrypted and shown to nobody again.',
    password_kept: 'Leave empty to keep the present one.',
    base_url_hint: "Empty: the platform's own.",
    connect: 'Connect',
    use_key: 'Use the name %{key}',
    works: 'The connection works.',
    username_of: 'User',
    add: 'Add an account',
    edit: 'Edit',
    remove: 'Remove the account',
    remove_confirm:
      'Account %{key} is forgotten with its password and synced no more. Its orders and their history stay.',
    rotate: 'Change the callback address',
    rotate_confirm: 'The present address is worth nothing then: enter the new one in the eMAG account %{key}.',
    source: {
      environment: 'from environment variables; changed there',
      panel: 'added in the panel',
      sandbox: 'demonstration',
    },
    from: 'Origin',
    platforms: {
      'emag-ro': 'eMAG Romania',
      'emag-bg': 'eMAG Bulgaria',
      'emag-hu': 'eMAG Hungary',
      'fd-ro': 'Fashion Days Romania',
      'fd-bg': 'Fashion Days Bulgaria',
    },
    state: {
      ok: 'Works',
      unknown: 'Not tested',
      credentials: 'User or password refused',
      ip: 'IP address refused',
      unreachable: 'Does not answer',
      limited: 'Limited by the marketplace',
      failing: 'In trouble',
    },
    advice: {
      credentials:
        'Check the API user and password of the account, correct them here or under Accounts, Edit (in the variables EMAG_%{key}_USERNAME and _PASSWORD, if it comes from there), then test again. The API user is managed in eMAG Marketplace under My account, Profile, Technical details.',
      ip: 'Add the public IP address of your network, named below if the marketplace told it, to the allowed list in eMAG Marketplace (My account, Profile, Technical details). The change can take a few minutes; then test again.',
      unreachable:
        'No answer comes from %{address}. Check the network, and the address, if it was typed. MagFlow retries by itself.',
      limited: 'The marketplace asked for a pause. MagFlow waits and resumes by itself.',
      failing: 'The marketplace answers with errors. MagFlow retries by itself; other accounts are not affected.',
    },
    cause: {
      name: 'The name in the address %{address} is not found. Check the address, if it was typed, and this computer’s internet connection. MagFlow retries by itself.',
      closed:
        'Nobody listens at %{address}. Check the address, if it was typed, and the firewall. MagFlow retries by itself.',
      certificate:
        'The certificate of %{address} is not accepted. A proxy of the network may read the traffic, or the clock of this computer is wrong: the password was not sent.',
      tls: 'No encrypted connection to %{address} could be agreed. Check the address and the proxy of the network: the password was not sent.',
      silent:
        'No answer comes from %{address}. Check the internet connection and the firewall. MagFlow retries by itself.',
      broken:
        'The connection to %{address} breaks before an answer. Check the network and its proxy. MagFlow retries by itself.',
      page: "What answers at %{address} is not eMAG's API: a page, a redirection, or nothing of that name. Check the address, if it was typed (it ends in /api-3). If it is the platform's own, eMAG may have an outage: MagFlow retries by itself.",
    },
  },
};
